"""The controlled lists in memory, for checking codes; the rows in PostgreSQL are the truth."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sociale_kaart.core.problems import Fout

# The plural under which the API gives each list.
LIST_NAMES: Mapping[str, str] = {
    "ambities": "ambitie",
    "doelen": "doel",
    "doelgroepen": "doelgroep",
    "themas": "thema",
    "soorten": "soort",
    "niveaus": "niveau",
    "vormen": "vorm",
    "dagen": "dag",
    "dagdelen": "dagdeel",
    "dagsoorten": "dagsoort",
    "toegankelijkheid": "toegankelijkheid",
    "kosten": "kosten",
    "inzet": "inzet",
    "aanmelden": "aanmelden",
    "openVoor": "openVoor",
    "talen": "taal",
    "categorieen": "categorie",
    "capaciteiten": "capaciteit",
    "bewegingen": "beweging",
    "vierV": "vierV",
    "opgaven": "opgave",
    "levensgebeurtenissen": "levensgebeurtenis",
    "tafelmomenten": "tafelmoment",
}


@dataclass(frozen=True)
class Vocabulary:
    """Codes and labels per list, and the wijken by each name that people use for them.

    `labels` maps a list to its codes in order, each with its B1 label.
    `wijken` maps code, slug and name in lower case to the wijk's code.
    """

    labels: Mapping[str, Mapping[str, str]]
    wijken: Mapping[str, str]
    wijk_names: Mapping[str, str]

    def faults(self, veld: str, lijst: str, codes: Iterable[str]) -> list[Fout]:
        """One fault for each code that the list does not have, with what it does have."""
        allowed = self.labels.get(lijst, {})
        return [
            Fout(veld=veld, melding=f"'{shorten(code)}' bestaat niet.", toegestaan=list(allowed))
            for code in codes
            if code not in allowed
        ]

    def wijk_faults(self, veld: str, names: Iterable[str]) -> list[Fout]:
        """One fault for each name that no wijk has."""
        return [
            Fout(
                veld=veld,
                melding=f"'{shorten(name)}' is geen wijk.",
                toegestaan=[f"{code} ({naam})" for code, naam in self.wijk_names.items()],
            )
            for name in names
            if self.wijk_code(name) is None
        ]

    def wijk_code(self, text: str) -> str | None:
        """The code of the wijk that this code, slug or name means."""
        return self.wijken.get(text.strip().lower())


def shorten(text: str, length: int = 40) -> str:
    """What somebody typed, short enough to repeat in a sentence."""
    return text if len(text) <= length else text[: length - 1] + "…"
