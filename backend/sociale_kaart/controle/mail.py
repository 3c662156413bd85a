"""The mail that asks whether listings still hold, in plain Dutch."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sociale_kaart.aanbod.schedule_text import spell_date
from sociale_kaart.aanbod.zekerheid.rules import Groep
from sociale_kaart.aanbod.zekerheid.schemas import EigenZekerheid
from sociale_kaart.berichten.compose import Inhoud, Knop, Onderdeel
from sociale_kaart.controle.rules import Bundle, Due
from sociale_kaart.core.clock import to_local


def mail_of(
    bundle: Bundle, token: str, public_url: str, verloopt_op: datetime, *, second: bool
) -> Inhoud:
    """What somebody is asked.

    The token stands in the fragment of each link, which no server gets to see. A link opens a page
    and does nothing by itself: programs that look for viruses follow all of them.
    """
    page = f"{public_url}/mijn/klopt-nog#{token}"
    last_day = spell_date(to_local(verloopt_op).date())
    return Inhoud(
        onderwerp=_subject(bundle),
        alineas=(
            f"Hallo {bundle.ontvanger.naam}," if bundle.ontvanger.naam else "Hallo,",
            *_asks(bundle),
            *(_REMINDER if second else ()),
        ),
        knoppen=(Knop("Bekijk alles en antwoord", page),),
        onderdelen=tuple(_part(each, page) for each in bundle.due),
        slot=(
            f"Deze links werken tot en met {last_day}.",
            "Stuur ze niet door. Wie ze heeft, kan voor jou antwoorden.",
            "Je krijgt deze mail omdat dit aanbod van jou of je organisatie is.",
        ),
    )


_REMINDER = ("We vroegen dit al eerder. Horen we weer niets? Dan bellen we je een keer.",)


def _subject(bundle: Bundle) -> str:
    if len(bundle.due) == 1:
        return f"Klopt ‘{bundle.due[0].titel}’ nog?"
    return f"Klopt het nog? {_how_many(bundle)} aan de beurt"


def _asks(bundle: Bundle) -> tuple[str, ...]:
    names = sorted({each.organisatie for each in bundle.due})
    owner = f" van {names[0]}" if len(names) == 1 else ""
    if len(bundle.due) == 1:
        first = (
            f"Op de sociale kaart staat aanbod{owner}. Het is tijd om te kijken of het nog klopt."
        )
    else:
        first = (
            f"Op de sociale kaart staat aanbod{owner}. {_how_many(bundle)} aan de beurt. "
            "Kijk je of alles nog klopt?"
        )
    return (first, "Dat kan op je telefoon en duurt een minuut. Je hoeft niet in te loggen.")


def _how_many(bundle: Bundle) -> str:
    number = len(bundle.due)
    return f"{number} van je {bundle.total} zijn"


def _part(due: Due, page: str) -> Onderdeel:
    checked = (
        f"Laatst gecontroleerd op {spell_date(to_local(due.bevestigd_op).date())}."
        if due.bevestigd_op
        else "Nog nooit gecontroleerd."
    )
    place = f"{page}&{due.aanbod_id}"
    return Onderdeel(
        due.titel,
        " ".join((checked, *_attention(due.zekerheid))),
        (
            Knop("Klopt nog", f"{place}&klopt"),
            Knop("Aanpassen", f"{place}&aanpassen"),
            Knop("Gestopt", f"{place}&gestopt"),
        ),
    )


_NAMES: Mapping[Groep, str] = {
    "contact": "het contact",
    "tijden": "de tijden",
    "kosten": "de kosten",
    "capaciteit": "of er plek is",
}


def _attention(zekerheid: Sequence[EigenZekerheid]) -> list[str]:
    """What to look at first: what does not work, what residents reported, what is least sure."""
    said = [
        f"De website {each.adres} werkt niet."
        if each.kanaal == "website"
        else f"Op {each.adres} komt geen mail aan."
        for groep in zekerheid
        for each in groep.werkt_niet
    ]
    reported = [_NAMES[each.groep] for each in zekerheid if each.meldingen]
    if reported:
        said.append(f"Bewoners meldden een fout in: {_listed(reported)}.")
    weak = [_NAMES[each.groep] for each in zekerheid if each.stand != "gecontroleerd"]
    # Where everything is old, naming all of it would say nothing.
    if 0 < len(weak) < len(zekerheid) and weak != reported:
        said.append(f"Kijk vooral naar: {_listed(weak)}.")
    return said


def _listed(names: Sequence[str]) -> str:
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
