from sociale_kaart.core.problems import Fout
from sociale_kaart.inzicht.schemas import GatInvoer
from sociale_kaart.taxonomie.vocabulary import Vocabulary

_LISTS = ("thema", "doelgroep", "dagdeel")


def code_faults(invoer: GatInvoer, vocabulary: Vocabulary) -> list[Fout]:
    """A fault for every code that is in no vocabulary, with those that are."""
    faults: list[Fout] = []
    for lijst in _LISTS:
        code = getattr(invoer, lijst)
        if code is not None:
            faults += vocabulary.faults(lijst, lijst, [code])
    if invoer.wijk is not None:
        faults += vocabulary.wijk_faults("wijk", [invoer.wijk])
    return faults


def says_nothing(invoer: GatInvoer) -> bool:
    return not invoer.model_dump(exclude_none=True)
