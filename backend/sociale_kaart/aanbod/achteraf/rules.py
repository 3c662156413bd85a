"""What differs since the redactie last saw something; pure functions."""

from collections.abc import Iterable, Mapping
from typing import Any

from sociale_kaart.aanbod.achteraf.models import Nakijksoort
from sociale_kaart.aanbod.historie.rules import before_all
from sociale_kaart.core.logboek import changes_between


def changes_since(
    soort: Nakijksoort, now: Mapping[str, Any], steps: Iterable[Mapping[str, Any]]
) -> dict[str, list[Any]]:
    """From-to by field; of what is new on the map, everything that it says.

    Args:
        soort: whether it came on the map since, or was there already.
        now: what it says, by the names of the API.
        steps: what changed, from late to early.
    """
    if soort == "nieuw":
        return changes_between({}, now)
    was = {field: before for field, (before, _) in before_all(steps).items()}
    return changes_between(was, {field: now.get(field) for field in was})
