"""How long what tells who somebody is stays here. The table for people is docs/bewaartermijnen.md."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

from dateutil.relativedelta import relativedelta

Soort = Literal[
    "lid-zonder-organisatie",
    "lid",
    "medewerker",
    "contact-van-gestopt-aanbod",
    "contact-in-historie",
    "logboek",
]

# How long after somebody was last seen, or after it stopped or was written down.
BEWAARTERMIJNEN: Mapping[Soort, relativedelta] = {
    "lid-zonder-organisatie": relativedelta(months=3),
    "lid": relativedelta(months=24),
    "medewerker": relativedelta(months=12),
    "contact-van-gestopt-aanbod": relativedelta(months=3),
    "contact-in-historie": relativedelta(months=12),
    "logboek": relativedelta(months=60),
}
# A member hears this long before that their account will go.
WARNED = relativedelta(months=1)


def ended_before(soort: Soort, now: datetime) -> datetime:
    """What is from before this moment goes now."""
    return now - BEWAARTERMIJNEN[soort]
