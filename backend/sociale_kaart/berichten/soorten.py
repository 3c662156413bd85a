"""Every kind of mail there is, and whether who gets it may stop it (ADR 0050)."""

from collections.abc import Mapping
from typing import Literal

Berichtsoort = Literal[
    "aangesloten",
    "aansluitlink",
    "aansluitverzoek",
    "account-verdwijnt",
    "afgewezen",
    "agenda-mislukt",
    "beoordeling",
    "controle",
    "eigenaar-veranderd",
    "goedgekeurd",
    "inloglink",
    "niet-meer-meewerken",
    "nieuwe-collega",
    "overdracht",
    "tweede-stap",
    "uitnodiging",
]
# Of these the page of preferences says what happens instead.
StopbareSoort = Literal["aansluitverzoek", "agenda-mislukt", "controle"]

MAG_STOPPEN: Mapping[Berichtsoort, bool] = {
    # Reminders and notices. Each has another way: somebody calls, the redactie answers instead,
    # or it stands on a page.
    "aansluitverzoek": True,
    "agenda-mislukt": True,
    "controle": True,
    # What somebody has just asked for themselves, and cannot go on without.
    "aansluitlink": False,
    "inloglink": False,
    # What was decided about somebody, what they wrote, or their account.
    "aangesloten": False,
    "account-verdwijnt": False,
    "afgewezen": False,
    "beoordeling": False,
    "goedgekeurd": False,
    "niet-meer-meewerken": False,
    # Who may log in, and who may do what: somebody who is not told cannot object.
    "eigenaar-veranderd": False,
    "nieuwe-collega": False,
    "overdracht": False,
    "tweede-stap": False,
    # One mail by hand, of one person to another.
    "uitnodiging": False,
}
