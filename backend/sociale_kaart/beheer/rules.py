from sociale_kaart.core.clock import today
from sociale_kaart.core.personal import personal_data_in


def check_without_person(text: str) -> str:
    """The text as it is; raises ValueError with a sentence when it tells who somebody is."""
    found = personal_data_in(text, today())
    if found:
        *others, last = (f"een {kind}" for kind in found)
        named = f"{', '.join(others)} en {last}" if others else last
        raise ValueError(f"Hier staat {named} in. Haal dat weg: we bewaren niets over mensen.")
    return text
