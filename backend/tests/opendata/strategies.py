"""Rows as hypothesis draws them: every key of the format, with texts that are hard on a table."""

from hypothesis import strategies as st

# What a cell of a spreadsheet can hold, with its own signs in it more often than chance gives.
_SIGNS = st.sampled_from(
    ["|", "\\", "'", "=", "+", "-", "@", '"', ";", ",", "\n", "é", "😀", "_x0041_"]
)
_CHARACTERS = st.one_of(
    _SIGNS, st.characters(exclude_categories=("C", "Z"), include_characters=" \n")
)
texts = (
    st.lists(_CHARACTERS, min_size=1, max_size=12)
    .map(lambda parts: "".join(parts).strip())
    .filter(bool)
)
codes = st.lists(st.sampled_from(["a", "b-c", "1.1", "d|e", "f\\"]), min_size=1, max_size=3)
clocks = st.sampled_from(["09:00", "19:30"])
days = st.dates().map(str)


def objects(**fields):
    return st.fixed_dictionaries({}, optional=fields).filter(bool)


rows = st.fixed_dictionaries(
    {"externId": texts, "titel": texts},
    optional={
        "beschrijving": texts,
        "samenvatting": texts,
        "ambities": codes,
        "themas": codes,
        "werkgebied": st.just("stadsbreed") | st.just(["WK019330", "WK019331"]),
        "organisatie": objects(externId=texts, naam=texts, telefoon=texts),
        "contact": objects(naam=texts, email=texts),
        "locatie": objects(naam=texts, straat=texts),
        "momenten": st.lists(
            objects(
                rrule=st.just("FREQ=DAILY"),
                begin=days,
                van=clocks,
                behalve=st.lists(days, min_size=1, max_size=3),
                toelichting=texts,
            ),
            min_size=1,
            max_size=3,
        ),
        "sluitingen": st.lists(objects(van=days, tot=days, reden=texts), min_size=1, max_size=3),
    },
)
