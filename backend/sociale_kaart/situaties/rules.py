"""What a situation may ask for."""

from collections.abc import Iterator

from sociale_kaart.core.problems import Fout
from sociale_kaart.situaties.schemas import SituatieInvoer
from sociale_kaart.taxonomie.vocabulary import Vocabulary

_LISTS = ("thema", "doelgroep", "soort", "niveau", "vorm", "dagdeel")


def faults_in(invoer: SituatieInvoer, vocabulary: Vocabulary) -> list[Fout]:
    """Every code that does not exist, and every part that asks for nothing."""
    return list(_faults(invoer, vocabulary))


def _faults(invoer: SituatieInvoer, vocabulary: Vocabulary) -> Iterator[Fout]:
    for number, onderdeel in enumerate(invoer.onderdelen):
        place = f"onderdelen.{number}.vraag"
        asked = {name: getattr(onderdeel.vraag, name) for name in _LISTS}
        for name, codes in asked.items():
            yield from vocabulary.faults(f"{place}.{name}", name, codes)
        if not onderdeel.vraag.q and not any(asked.values()):
            yield Fout(veld=place, melding="Vul woorden in of kies een onderwerp.")
