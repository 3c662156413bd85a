"""Everything that can go wrong as RFC 9457 problem details, in Dutch, in one place."""

from collections.abc import Iterable, Sequence
from typing import Any

from sociale_kaart.core.schema import Schema


class Fout(Schema):
    """One fault in what was sent: which field, what is wrong, what would be right."""

    veld: str
    melding: str
    toegestaan: list[str] | None = None


class Problem(Schema):
    """The body of every answer that is not a success (application/problem+json)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    fouten: list[Fout] | None = None


class ProblemError(Exception):
    """Raised anywhere below the routes; one handler turns it into an answer."""

    status = 500
    title = "Er ging iets mis"

    def __init__(self, detail: str, fouten: Sequence[Fout] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.fouten = list(fouten)

    def as_problem(self) -> Problem:
        return Problem(
            title=self.title,
            status=self.status,
            detail=self.detail,
            fouten=self.fouten or None,
        )


class InvalidInputError(ProblemError):
    status = 400
    title = "De vraag klopt niet"

    def __init__(
        self,
        fouten: Sequence[Fout],
        detail: str = "Er klopt iets niet in wat je stuurde. Hieronder staat per veld wat.",
    ) -> None:
        super().__init__(detail, fouten)


class NotLoggedInError(ProblemError):
    status = 401
    title = "Je bent niet ingelogd"

    def __init__(self, detail: str = "Log eerst in en probeer het dan opnieuw.") -> None:
        super().__init__(detail)


class ForbiddenError(ProblemError):
    status = 403
    title = "Dit mag je niet"

    def __init__(self, detail: str = "Je hebt geen rechten om dit te doen.") -> None:
        super().__init__(detail)


class NotFoundError(ProblemError):
    status = 404
    title = "Niet gevonden"

    def __init__(self, detail: str = "Wat je zoekt staat hier niet (meer).") -> None:
        super().__init__(detail)


class ConflictError(ProblemError):
    status = 409
    title = "Dit kan nu niet"


class ChangedMeanwhileError(ProblemError):
    status = 412
    title = "Iemand anders was je voor"

    def __init__(
        self,
        detail: str = "Dit is intussen veranderd. Haal de nieuwste versie op en probeer opnieuw.",
    ) -> None:
        super().__init__(detail)


class VersionRequiredError(ProblemError):
    status = 428
    title = "Zeg welke versie je wijzigt"

    def __init__(
        self, detail: str = 'Stuur de kop If-Match mee, met de ETag die je kreeg: "3".'
    ) -> None:
        super().__init__(detail)


class TooLargeError(ProblemError):
    status = 413
    title = "Dit is te groot"


class TooManyRequestsError(ProblemError):
    status = 429
    title = "Dat waren te veel pogingen"


class TemporarilyAwayError(ProblemError):
    status = 503
    title = "Even niet bereikbaar"


_SENTENCES = {
    "missing": "Dit veld is verplicht.",
    "extra_forbidden": "Dit veld bestaat niet.",
    "string_too_long": "Dit is te lang: hoogstens {max_length} tekens.",
    "string_too_short": "Dit is te kort: minstens {min_length} tekens.",
    "string_pattern_mismatch": "Dit heeft niet de goede vorm.",
    "int_parsing": "Dit moet een heel getal zijn.",
    "int_type": "Dit moet een heel getal zijn.",
    "int_from_float": "Dit moet een heel getal zijn.",
    "int_parsing_size": "Dit getal is te groot.",
    "float_parsing": "Dit moet een getal zijn.",
    "float_type": "Dit moet een getal zijn.",
    "finite_number": "Dit moet een gewoon getal zijn.",
    "bool_parsing": "Dit moet true of false zijn.",
    "bool_type": "Dit moet true of false zijn.",
    "greater_than_equal": "Dit moet minstens {ge} zijn.",
    "greater_than": "Dit moet meer dan {gt} zijn.",
    "less_than_equal": "Dit mag hoogstens {le} zijn.",
    "less_than": "Dit moet minder dan {lt} zijn.",
    "string_type": "Dit moet tekst zijn.",
    "string_unicode": "Hier staat een teken in dat we niet kunnen bewaren.",
    "model_type": "Hier horen velden in te staan, zoals {{…}}.",
    "model_attributes_type": "Hier horen velden in te staan, zoals {{…}}.",
    "dict_type": "Hier horen velden in te staan, zoals {{…}}.",
    "list_type": "Dit moet een lijst zijn.",
    "too_long": "Dit zijn er te veel: hoogstens {max_length}.",
    "too_short": "Dit zijn er te weinig: minstens {min_length}.",
    "json_invalid": "Dit is geen geldige JSON.",
    "uuid_parsing": "Dit moet een id zijn.",
    "date_from_datetime_parsing": "Dit moet een datum zijn, zoals 2026-12-31.",
    "date_from_datetime_inexact": "Dit moet een datum zijn, zonder tijd erbij.",
    "date_parsing": "Dit moet een datum zijn, zoals 2026-12-31.",
    "date_type": "Dit moet een datum zijn, zoals 2026-12-31.",
    "time_parsing": "Dit moet een tijd zijn, zoals 19:30.",
    "datetime_parsing": "Dit moet een tijdstip zijn, zoals 2026-12-31T19:30:00Z.",
    "datetime_from_date_parsing": "Dit moet een tijdstip zijn, zoals 2026-12-31T19:30:00Z.",
    "timezone_aware": "Zet de tijdzone erbij, zoals 2026-12-31T19:30:00+01:00.",
    "enum": "Kies uit: {expected}.",
    "literal_error": "Kies uit: {expected}.",
    "url_parsing": "Dit moet een webadres zijn dat met https:// begint.",
    "url_scheme": "Dit moet een webadres zijn dat met https:// begint.",
}


def faults_from_pydantic(errors: Iterable[Any], skip: int = 0) -> list[Fout]:
    """Pydantic's error list as Dutch sentences.

    Args:
        errors: what `ValidationError.errors()` gives.
        skip: how many leading parts of the location to leave out ("body", "query").
    """
    return [Fout(veld=_field(error, skip), melding=_sentence(error)) for error in errors]


def _field(error: Any, skip: int) -> str:
    if error["type"] == "json_invalid":
        return "inhoud"  # its location is a count of characters
    parts = [str(part) for part in error["loc"][skip:]]
    # What begins with '=' names one of several forms that a field can have, not a field.
    return ".".join(part for part in parts if not part.startswith("=")) or "inhoud"


def _sentence(error: Any) -> str:
    kind = error["type"]
    if kind in {"too_long", "too_short"} and isinstance(error["input"], str):
        kind = f"string_{kind}"
    template = _SENTENCES.get(kind)
    if template is not None:
        values = {key: _plain(value) for key, value in (error.get("ctx") or {}).items()}
        return template.format_map(values).replace(" or ", " of ")
    # Our own validators raise ValueError with a sentence that is meant for people; whatever
    # else pydantic may say is in English.
    if kind == "value_error":
        return str(error["ctx"]["error"])
    return "Dit klopt niet."


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value
