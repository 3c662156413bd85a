"""Every phrase that is recognised: places from the map, wishes, frames."""

import csv
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from sociale_kaart.taxonomie.geo import PostcodeLink
from sociale_kaart.taxonomie.vocabulary import Vocabulary
from sociale_kaart.zoeken.understanding.begrepen import Meaning, Reading, Wish
from sociale_kaart.zoeken.understanding.days import day_names, day_phrases
from sociale_kaart.zoeken.understanding.frames import SILENT, frame_phrases
from sociale_kaart.zoeken.understanding.phrases import wish_phrases
from sociale_kaart.zoeken.understanding.spelling import Names
from sociale_kaart.zoeken.understanding.words import Word, folded_phrase

Phrase = tuple[str, ...]


class Volksnaam(NamedTuple):
    """What people call a place.

    `wijken` are the codes of the wijken it may mean; none when it does not narrow down, as with
    the name of the whole municipality. `blijft` when the name is also a word to look for, as it
    is of something smaller than a wijk.
    """

    naam: str
    wijken: tuple[str, ...]
    blijft: bool


# What kind of area it is, put before its own name in the list of buurten.
_KINDS = frozenset({"bedrijventerrein", "kantorenterrein", "industrieterrein", "buitengebied"})
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6"}
# Two words that are one name when written together: 'aa landen', 'holten broek'.
_SHORTEST_PART, _SHORTEST_JOINED = 2, 7
_POSTCODE = re.compile("([1-9][0-9]{3})([a-z]{2})?")
_LETTERS = 2
# People ask for a wijk far more often than for a buurt; one with a short name is sooner another
# word ('voort', 'werkuren') than misspelt. The usual misspellings of those are in volksnamen.csv.
_LONG_NAME = 9


class Gazetteer:
    """Finds the longest phrase that begins at a word; made once, and never changed."""

    def __init__(
        self,
        meanings: dict[Phrase, Meaning],
        names: Iterable[Phrase],
        known: Container[str] = frozenset(),
    ) -> None:
        """`names` are the phrases that are recognised when they are misspelt, too."""
        self._meanings = meanings
        self._longest: dict[str, int] = {}
        for phrase in meanings:
            first = phrase[0]
            self._longest[first] = max(self._longest.get(first, 0), len(phrase))
        joined = {"".join(phrase): len(phrase) for phrase in names}
        self._names = Names(joined, known)
        self._of_two_words = Names((name for name, count in joined.items() if count > 1), known)

    @classmethod
    def of(
        cls,
        vocabulary: Vocabulary,
        wijken: Iterable[tuple[str, str]],
        buurten: Iterable[tuple[str, str]],
        volksnamen: Iterable[Volksnaam] = (),
        *,
        postcodes: Mapping[str, PostcodeLink] = MappingProxyType({}),
        known: Container[str] = frozenset(),
    ) -> "Gazetteer":
        """Made from the reference data, so that another municipality brings its own.

        Args:
            vocabulary: a phrase for a code that it does not have is not recognised.
            wijken: (code, name).
            buurten: (name, code of its wijk).
            volksnamen: names that no map has; folk_names() reads those of the project.
            postcodes: the wijken of each area by its four figures; all of them are meant.
            known: words that are spelt well, and so are never a misspelt place or day.
        """
        wijken = list(wijken)
        places = _places(wijken, buurten, volksnamen)
        meanings = {phrase: meaning for phrase, meaning in day_phrases() if phrase}
        meanings |= {
            phrase: meaning for phrase, meaning in wish_phrases(vocabulary.labels) if phrase
        }
        meanings |= places
        meanings |= {(pc4,): _everywhere_in(link) for pc4, link in postcodes.items()}
        meanings |= {phrase: meaning for phrase, meaning in frame_phrases() if phrase}
        # A name of several words is often written as one.
        for phrase, meaning in sorted(places.items()):
            joined = "".join(phrase)
            if len(joined) >= _SHORTEST_JOINED:
                meanings.setdefault((joined,), meaning)
        names = [
            *(folded_phrase(name) for _, name in wijken),
            *(phrase for phrase in places if len("".join(phrase)) >= _LONG_NAME),
            *((name,) for name in day_names()),
        ]
        return cls(meanings, [name for name in names if ("".join(name),) in meanings], known)

    def read(self, words: Sequence[Word], at: int) -> Reading | None:
        """The longest phrase that begins at this word."""
        postcode = _POSTCODE.fullmatch(words[at].vorm)
        if postcode is not None and (meaning := self._meanings.get((postcode[1],))) is not None:
            letters = words[at + 1].vorm if at + 1 < len(words) else ""
            apart = len(letters) == _LETTERS and letters.isalpha() and letters not in SILENT
            return Reading(at, at + 1 + (apart and not postcode[2]), meaning)
        first = words[at].vorm
        for length in range(min(self._longest.get(first, 0), len(words) - at), 0, -1):
            meaning = self._meanings.get(tuple(word.vorm for word in words[at : at + length]))
            if meaning is not None:
                return Reading(at, at + length, meaning)
        return None

    def read_misspelt(self, words: Sequence[Word], at: int) -> Reading | None:
        """The place or day that this word, or it and the next, nearly spell."""
        form = words[at].vorm
        if form in SILENT:
            return None
        name = self._names.meant_by(form)
        if name is not None:
            return Reading(at, at + 1, self._meanings[(name,)])
        following = words[at + 1].vorm if at + 1 < len(words) else ""
        joined = form + following
        if min(len(form), len(following)) < _SHORTEST_PART or len(joined) < _SHORTEST_JOINED:
            return None
        # Two words that are fine by themselves ('werken en') are no misspelling of one.
        name = joined if self._names.has(joined) else self._of_two_words.meant_by(joined)
        return None if name is None else Reading(at, at + 2, self._meanings[(name,)])


def _places(
    wijken: Iterable[tuple[str, str]],
    buurten: Iterable[tuple[str, str]],
    volksnamen: Iterable[Volksnaam],
) -> dict[Phrase, Meaning]:
    """The names of places with the wijken they mean.

    A buurt is smaller than its wijk, so its name stays a word: a listing that names it is nearer.
    A name that several have means each of them; a wijk goes before a buurt of that name.
    """
    small: dict[Phrase, set[str]] = {}
    for name, code in buurten:
        for phrase in _ways_to_write(name):
            small.setdefault(phrase, set()).add(code)
    meanings = {
        phrase: Meaning((Wish("wijk", tuple(sorted(codes))),), stays=True)
        for phrase, codes in small.items()
    }
    for name, folk_codes, stays in sorted(volksnamen):
        wishes = (Wish("wijk", tuple(sorted(set(folk_codes)))),) if folk_codes else ()
        meanings[folded_phrase(name)] = Meaning(wishes, stays)
    for code, name in sorted(wijken):
        meanings[folded_phrase(name)] = Meaning((Wish("wijk", (code,)),))
    meanings.pop((), None)
    return meanings


def _everywhere_in(link: PostcodeLink) -> Meaning:
    wishes = (Wish("wijk", tuple(sorted(set(link.wijken)))),) if link.wijken else ()
    return Meaning(wishes)


def _ways_to_write(name: str) -> Iterator[Phrase]:
    """'Bedrijventerrein Hessenpoort' is called Hessenpoort; 'X en Y' are two places."""
    words = folded_phrase(name)
    yield words
    if words and words[0] in _KINDS and len(words) > 1:
        yield words[1:]
    if words and words[-1] in _ROMAN and len(words) > 1:
        yield (*words[:-1], _ROMAN[words[-1]])
    if "en" in words[1:-1]:
        middle = words.index("en")
        yield words[:middle]
        yield words[middle + 1 :]


def folk_names() -> list[Volksnaam]:
    """The names in data/volksnamen.csv."""
    source = files("sociale_kaart") / "data" / "volksnamen.csv"
    with source.open(encoding="utf-8") as file:
        return [
            Volksnaam(
                row["naam"],
                tuple(code for code in row["wijkcode"].split("|") if code),
                row["blijft"] == "ja",
            )
            for row in csv.DictReader(file, delimiter=";")
        ]
