"""What somebody asks: what to look for, and where, when, for whom and for how much."""

from collections.abc import Sequence
from datetime import date

from sociale_kaart.zoeken.understanding.begrepen import Begrepen, Reading, Wens, longest
from sociale_kaart.zoeken.understanding.days import read_date
from sociale_kaart.zoeken.understanding.frames import SILENT
from sociale_kaart.zoeken.understanding.gazetteer import Gazetteer
from sociale_kaart.zoeken.understanding.people import read_people
from sociale_kaart.zoeken.understanding.prices import read_price
from sociale_kaart.zoeken.understanding.words import Word, read_words, word_set

MAX_TELLING = 24
# Words that belong to a wish when they stand right before it: 'in de wijk Schelle', 'op dinsdag'.
_LEADING = word_set(
    "in op bij rond rondom te uit van voor met de het een wijk buurt omgeving elke iedere alle "
    "nabij vlakbij liefst on every around near"
)


def understand(question: str, gazetteer: Gazetteer, day: date) -> Begrepen:
    """The telling words of a question and the wishes in it.

    Never fails, whatever was typed. `day` is the day on which it is asked, for 'morgen'.
    """
    words = read_words(question)
    readings = _readings(question, words, gazetteer, day)
    gone = {at for reading in readings for at in _taken_out(reading, words)}
    telling = [at for at, word in enumerate(words) if at not in gone and word.vorm not in SILENT][
        :MAX_TELLING
    ]
    return Begrepen(
        woorden=tuple(words[at].vorm for at in telling),
        wensen=_wishes(question, words, readings),
        zin=tuple(word.vorm for word in words),
        plaatsen=tuple(telling),
    )


def _taken_out(reading: Reading, words: Sequence[Word]) -> range:
    """The words that say nothing more: of a wish that stays, only those that lead to it."""
    if not reading.meaning.wishes:
        return range(0) if reading.meaning.stays else range(reading.start, reading.stop)
    first = _first_leading(reading.start, words)
    return range(first, reading.start if reading.meaning.stays else reading.stop)


def _first_leading(start: int, words: Sequence[Word], free_from: int = 0) -> int:
    while start > free_from and words[start - 1].vorm in _LEADING:
        start -= 1
    return start


def _readings(
    question: str, words: Sequence[Word], gazetteer: Gazetteer, day: date
) -> list[Reading]:
    """The phrases from left to right, the longest at each place."""
    found: list[Reading] = []
    at = 0
    while at < len(words):
        reading = longest(
            [
                gazetteer.read(words, at),
                read_date(words, at, day),
                read_people(question, words, at),
                read_price(question, words, at),
            ]
        ) or gazetteer.read_misspelt(words, at)
        if reading is None:
            at += 1
        else:
            found.append(reading)
            at = reading.stop
    return found


def _wishes(question: str, words: Sequence[Word], readings: Sequence[Reading]) -> tuple[Wens, ...]:
    """Each wish once, with the words that say it."""
    wishes: dict[tuple[str, tuple[str, ...]], Wens] = {}
    free_from = 0
    for reading in readings:
        start, stop, meaning = reading
        start = _first_leading(start, words, free_from)
        tekst = _typed(question, words[start].start, words[stop - 1].stop)
        for soort, codes in meaning.wishes:
            wishes.setdefault((soort, codes), Wens(soort, codes, tekst, meaning.stays))
        if meaning.wishes:
            free_from = stop
    return tuple(wishes.values())


def _typed(question: str, start: int, stop: int) -> str:
    """What was typed, with the sign that closes it: '60+', 'dochter (9)'."""
    closing = question[stop : stop + 1]
    if closing == "+" or (closing == ")" and "(" in question[start:stop]):
        stop += 1
    return question[start:stop]
