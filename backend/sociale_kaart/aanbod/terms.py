"""Which vocabulary each field of a listing takes its words from."""

from collections.abc import Mapping

# Fields with several words, in order; of ambities the first is the main one.
MANY: Mapping[str, str] = {
    "ambities": "ambitie",
    "doelen": "doel",
    "themas": "thema",
    "doelgroepen": "doelgroep",
    "vormen": "vorm",
    "talen": "taal",
    "toegankelijkheid": "toegankelijkheid",
}
# Fields with one word at most.
ONE: Mapping[str, str] = {
    "soort": "soort",
    "open_voor": "openVoor",
    "aanmelden": "aanmelden",
    "kosten": "kosten",
    "inzet": "inzet",
}
COLLECTIVE_FORMS = frozenset({"inloop", "groep"})
# Joining in these ways needs nobody's permission.
WITHOUT_REFERRAL = frozenset({"binnenlopen", "contact", "aanmelden", "intake"})
