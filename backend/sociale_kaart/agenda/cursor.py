"""Where a page of the agenda ends, as text that the next page is asked with."""

from datetime import UTC, date, datetime
from typing import NamedTuple, Self
from uuid import UUID

from sociale_kaart.core.problems import Fout, InvalidInputError

_BETWEEN = "_"
_UNKNOWN = ""
_TIME = "%Y%m%dT%H%M%SZ"


class Cursor(NamedTuple):
    """The place of one time in the agenda's order; `van` is None when only the day is known."""

    dag: date
    van: datetime | None
    moment_id: UUID

    @classmethod
    def read(cls, text: str) -> Self:
        """Raises InvalidInputError when this is no cursor."""
        try:
            day, moment, key = text.split(_BETWEEN)
            van = datetime.strptime(moment, _TIME).replace(tzinfo=UTC) if moment else None
            return cls(date.fromisoformat(day), van, UUID(key))
        except ValueError as error:
            fault = Fout(veld="cursor", melding="Deze bladzijde bestaat niet.")
            raise InvalidInputError([fault]) from error

    def __str__(self) -> str:
        moment = self.van.astimezone(UTC).strftime(_TIME) if self.van else _UNKNOWN
        return _BETWEEN.join((self.dag.isoformat(), moment, self.moment_id.hex))
