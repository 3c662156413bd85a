"""What makes organisations look the same, and what proves that somebody belongs to one; pure functions."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from sociale_kaart.organisaties.models import Organisatie

Reden = Literal["zelfde-naam", "naam", "kvk", "email", "maildomein", "website", "telefoon"]

# After this many days without an answer of its owners the redactie is asked too.
PATIENCE = timedelta(days=7)

# Words that many names have; without them 'Stichting Het Anker' is 'Anker'.
PLAIN_WORDS = (
    "stichting",
    "vereniging",
    "bewonersinitiatief",
    "initiatief",
    "de",
    "het",
    "een",
    "t",
)

# Addresses that anybody can have: sharing what is behind the @ says nothing.
_FREE_MAIL = frozenset(
    {
        "chello.nl", "freedom.nl", "gmail.com", "gmx.com", "gmx.net", "googlemail.com", "hetnet.nl",
        "home.nl", "hotmail.com", "hotmail.nl", "icloud.com", "kpnmail.nl", "kpnplanet.nl", "live.com",
        "live.nl", "mail.com", "me.com", "msn.com", "online.nl", "outlook.com", "outlook.nl",
        "planet.nl", "proton.me", "protonmail.com", "quicknet.nl", "solcon.nl", "telfort.nl",
        "upcmail.nl", "wanadoo.nl", "xs4all.nl", "yahoo.com", "yahoo.nl", "ziggo.nl", "zonnet.nl",
    }
)  # fmt: skip
# Places where many have a page of their own.
_SHARED_SITES = frozenset(
    {
        "facebook.com", "google.com", "instagram.com", "linkedin.com", "linktr.ee", "meetup.com",
        "nextdoor.nl", "sites.google.com", "tiktok.com", "wa.me", "x.com", "youtube.com",
    }
)  # fmt: skip


def site_of(website: str | None) -> str | None:
    """The host of a website without 'www.'; None when many share it."""
    host = (urlsplit(website).hostname or "") if website else ""
    host = host.removeprefix("www.").removeprefix("m.")
    return host if host and host not in _SHARED_SITES else None


def number_of(telefoon: str | None) -> str | None:
    """The digits of a telephone number, as dialled in the country."""
    if not telefoon:
        return None
    digits = re.sub(r"\D", "", telefoon.replace("(0)", ""))
    for abroad in ("0031", "31"):
        if telefoon.strip().startswith(("+", "00")) and digits.startswith(abroad):
            return f"0{digits.removeprefix(abroad)}"
    return digits or None


def domain_of(email: str | None) -> str | None:
    """What is behind the @; None when anybody can have such an address."""
    domain = email.rpartition("@")[2].strip().lower() if email else ""
    return domain if domain and domain not in _FREE_MAIL else None


def reasons(asked: Mapping[str, str | None], found: Organisatie, naam_score: float) -> list[Reden]:
    """Why an organisation looks like what somebody fills in, the strongest first.

    Args:
        asked: naam, website, telefoon, email and kvk as far as they are filled in.
        found: the organisation that is there.
        naam_score: how much its name is like the one that was asked, from 0 to 1.
    """

    def same(of: str, how: object) -> bool:
        assert callable(how)
        mine, theirs = how(asked.get(of)), how(getattr(found, of))
        return mine is not None and mine == theirs

    email = same("email", _plain)
    checks: dict[Reden, bool] = {
        "kvk": same("kvk", _plain),
        "zelfde-naam": naam_score >= 1,
        "email": email,
        "website": same("website", site_of),
        "telefoon": same("telefoon", number_of),
        "maildomein": not email and same("email", domain_of),
        "naam": naam_score < 1 and naam_score >= LIKE,
    }
    return [reden for reden, holds in checks.items() if holds]


# From here on a name is like another one (pg_trgm, 0 to 1).
LIKE = 0.45


def _plain(text: str | None) -> str | None:
    return (text or "").strip().lower() or None


def proves_to_own(email: str | None, organisatie: Organisatie, members: int) -> bool:
    """Whether reading the mail of this address is enough to become owner, without being asked.

    It must be the very address by which the organisation is known to everybody, and nobody may
    work there. Never when a member once filled that address in: who leaves could come back as
    owner by an address of their own. A shared domain proves nothing at all.
    """
    return (
        members == 0
        and not organisatie.email_van_lid
        and email is not None
        and _plain(email) == _plain(organisatie.email)
    )


def needs_redactie(gevraagd_op: datetime, owners: int, now: datetime) -> bool:
    """Whether a request is for the redactie: there is no owner, or none answered for a while."""
    return owners == 0 or gevraagd_op <= now - PATIENCE
