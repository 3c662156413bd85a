from sqlalchemy.ext.asyncio import AsyncSession

from sociale_kaart.core.problems import Fout, InvalidInputError
from sociale_kaart.inzicht.models import Gat
from sociale_kaart.inzicht.rules import code_faults, says_nothing
from sociale_kaart.inzicht.schemas import GatInvoer
from sociale_kaart.taxonomie.reference import Reference

NOTHING = "Kies minstens één ding: het onderwerp, voor wie, de wijk of wanneer."


async def create_gat(session: AsyncSession, invoer: GatInvoer, reference: Reference) -> Gat:
    """A report of something that is not there; raises InvalidInputError with every fault."""
    faults = faults_of(invoer, reference)
    if says_nothing(invoer):
        faults.append(Fout(veld="inhoud", melding=NOTHING))
    if faults:
        raise InvalidInputError(faults)
    codes = invoer.model_dump(exclude={"wijk"})
    wijk_code = reference.vocabulary.wijk_code(invoer.wijk) if invoer.wijk is not None else None
    gat = Gat(**codes, wijk_code=wijk_code)
    session.add(gat)
    return gat


def faults_of(invoer: GatInvoer, reference: Reference) -> list[Fout]:
    return code_faults(invoer, reference.vocabulary)
