"""For whom somebody asks: 'voor mijn moeder van 82', 'kind van 8', '60+', '12 tot 18 jaar'."""

from collections.abc import Sequence

from sociale_kaart.zoeken.understanding.begrepen import Meaning, Reading, Wish
from sociale_kaart.zoeken.understanding.numbers import number_in
from sociale_kaart.zoeken.understanding.words import Word, word_set

_OLD = word_set(
    "moeder vader ouders mama papa ma pa oma opa schoonmoeder schoonvader schoonouders grootouders "
    "grootmoeder grootvader mother father grandmother grandfather mom dad"
)
_YOUNG = word_set(
    "zoon dochter kind zoontje dochtertje kindje kleinkind kleinkinderen kleinzoon "
    "kleindochter neefje nichtje peuter kleuter puber tiener baby jongen meisje "
    "meiden broertje zusje tweeling son daughter child leerling"
)
_OTHERS = word_set(
    "man vrouw partner vriend vriendin broer zus buurman buurvrouw tante oom neef nicht iemand "
    "mezelf mijzelf dame heer mensen husband wife brother sister friend ik hij ze zij mevrouw "
    "meneer "
    "leeftijd age aged"
)
_AGE_WORDS = word_set("leeftijd age aged")
_AGE_LINKS = word_set("van is ben wordt vanaf of")
_KIN = _OLD | _YOUNG | _OTHERS
# These say what is sought as well, so only the age behind them is taken out.
_DESCRIBED = word_set(
    "kinderen jongens meisjes meiden kids leerlingen peuters kleuters pubers tieners children "
    "client clienten jongere jongeren mantelzorger mantelzorgers volwassene volwassenen ouderen "
    "senioren thuiszitter thuiszitters schoolverlater schoolverlaters patient bewoner deelnemer "
    "deelnemers groep statushouder vluchteling student studenten moeders vaders zwangere"
)
_POSSESSIVES = word_set("mijn mn m n me ons onze zijn haar je jouw hun de het een my our")
_CARING = word_set("zorg zorgen zorgt zorgde gezorgd mantelzorg oppas oppassen bang")
# 'Ik rook al 20 jaar', 'na 40 jaar getrouwd': years, but nobody's age.
_DURATION_BEFORE = word_set(
    "al sinds na over binnen heb had heeft hebben ben was waren duurt elke per afgelopen laatste "
    "de "
    "ruim dan getrouwd samen werk werkte werkt rook rookt gerookt drink gewerkt gewoond woon woont "
    "ongeveer zo n komende paar vorig voor ieder om"
)
_DURATION_AFTER = word_set(
    "geleden lang later getrouwd samen huwelijk werkloos gerookt verslaafd ervaring gewerkt "
    "gewoond "
    "thuis ziek clean nuchter gehuwd weduwe bij na terug relatie schuld schulden"
)
_OLDEST, _FINGERS = 110, 10
_GROUPS = (
    (0, 11, "kinderen"),
    (12, 26, "jongeren"),
    (27, 64, "volwassenen"),
    (65, _OLDEST, "ouderen"),
)
# From this age on a plus means 'for who is getting older', and not only the age itself.
_PLUS_FROM = 40
_ABOVE = frozenset({("boven", "de"), ("ouder", "dan"), ("over", "de")})
_COUNTED = word_set(
    "euro keer uur graden procent kilo kilometer m2 personen kinderen kids zonen dochters katten "
    "honden "
    "minuten dagen"
)
# Behind these a number alone is an age, as professionals write: 'vrouw 82'.
_ONE_PERSON = word_set(
    "man vrouw dame heer mevrouw meneer jongen meisje zoon dochter kind client oma opa"
)
# Nobody who is looked for as a parent is younger; 'moeder van 3' has three children.
_YOUNGEST_PARENT = 30
_BECOMING = word_set("worden word wordt geworden")


def read_people(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """The person or the age that begins at this word."""
    form = words[at].vorm
    if form == "voor" or form in _POSSESSIVES or form in _KIN:
        return _person(question, words, at)
    described = at > 0 and words[at - 1].vorm in _DESCRIBED
    return (_age_after(question, words, at) if described else None) or _age(question, words, at)


def _person(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """'[voor] [mijn] moeder van 82 [jaar]'; without an age only after 'voor mijn'."""
    here, is_for = at, words[at].vorm == "voor"
    here += is_for
    owned = here < len(words) and words[here].vorm in _POSSESSIVES
    here += owned
    if here >= len(words) or words[here].vorm not in _KIN:
        return None
    who = words[here].vorm
    age = _age_after(question, words, here + 1)
    if age is not None:
        return Reading(at, age.stop, age.meaning)
    cares = at > 0 and words[at - 1].vorm in _CARING
    if not (is_for and owned) or cares or words[here - 1].vorm in {"de", "het", "een"}:
        return None
    if who in _OLD:
        return Reading(at, here + 1, Meaning((Wish("doelgroep", ("ouderen",)),)))
    if who in _YOUNG:
        codes = ("kinderen",) if who.startswith("klein") else ("kinderen", "jongeren")
        return Reading(at, here + 1, Meaning((Wish("doelgroep", codes),)))
    return Reading(at, here + 1, Meaning())


def _age_after(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """The age that follows a person: 'van 82', 'is 9 jaar', '8-18', 'van 8 tot 12'."""
    who, sign = words[at - 1].vorm, question[words[at - 1].stop : words[at - 1].stop + 2]
    linked = who in _AGE_WORDS
    if at < len(words) and words[at].vorm in _AGE_LINKS:
        linked, at = True, at + 1
    span = _span(question, words, at)
    if span is None:
        return None
    youngest, oldest, stop = span
    unit, stop = _unit(words, stop)
    bracketed = sign.strip() == "("
    alone = who in _ONE_PERSON and (bracketed or youngest > _FINGERS or who in _YOUNG)
    if unit == "years" or (unit == "none" and (linked or alone or bracketed or oldest is not None)):
        if who in _OLD and unit == "none" and youngest < _YOUNGEST_PARENT:
            return None
        if stop < len(words) and words[stop].vorm in (_DURATION_AFTER | _COUNTED):
            return None
        return _reading(words, at, stop, youngest, oldest)
    if unit == "months":
        return _reading(words, at, stop, 0, None)
    return None


def _age(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """'60+', '8-jarige', '12 tot 18 jaar', '17 jaar'."""
    plus = _plus(question, words, at)
    if plus is not None:
        return plus
    span = _span(question, words, at)
    if span is None:
        return None
    youngest, oldest, stop = span
    if stop < len(words) and words[stop].vorm in {"jarige", "jarig", "jarigen"}:
        stop += 1
        stop += stop < len(words) and words[stop].vorm in (_KIN | _DESCRIBED)
        return _reading(words, at, stop, youngest, oldest)
    unit, stop = _unit(words, stop)
    before = words[at - 1].vorm if at else ""
    after = words[stop].vorm if stop < len(words) else ""
    if unit != "years" or before in _DURATION_BEFORE or after in _DURATION_AFTER:
        return None
    return _reading(words, at, stop, youngest, oldest)


def _plus(question: str, words: Sequence[Word], at: int) -> Reading | None:
    """'60+', '60plus', '60 plussers', 'boven de 60', 'ouder dan 60'."""
    above = tuple(word.vorm for word in words[at : at + 2]) in _ABOVE
    here = at + 2 * above
    form = words[here].vorm if here < len(words) else ""
    figures, _, suffix = form.partition("plus")
    number = number_in(figures)
    if number is None or not _PLUS_FROM <= number <= _OLDEST or suffix not in {"", "ser", "sers"}:
        return None
    stop = here + 1
    following = words[stop].vorm if stop < len(words) else ""
    signed = question[words[here].stop : words[here].stop + 1] == "+"
    if above:
        if following in _COUNTED:
            return None
        _, stop = _unit(words, stop)
    elif figures == form:
        if following not in {"plus", "plusser", "plussers"} and not signed:
            return None
        stop += following in {"plus", "plusser", "plussers"} or following in {"er", "ers"}
    wishes = (Wish("leeftijd", (str(number),)), Wish("doelgroep", ("ouderen",)))
    return Reading(at, stop, Meaning(wishes))


def _span(question: str, words: Sequence[Word], at: int) -> tuple[int, int | None, int] | None:
    """(youngest, oldest or None, where it ends) of '8', '8-18', '8 tot 12', '12 tot en met 18'."""
    if at >= len(words):
        return None
    youngest = number_in(words[at].vorm)
    if youngest is None or youngest > _OLDEST:
        return None
    here = at + 1
    if here < len(words) and words[here].vorm in {"jaar", "tot", "tm", "t", "en"}:
        here += words[here].vorm == "jaar"
        while here < len(words) and words[here].vorm in {"tot", "tm", "t", "m", "en", "met"}:
            here += 1
    elif here < len(words) and question[words[at].stop : words[here].start].strip() not in {
        "-",
        "–",
    }:
        return youngest, None, at + 1
    oldest = number_in(words[here].vorm) if here < len(words) else None
    if oldest is None or not youngest < oldest <= _OLDEST:
        return youngest, None, at + 1
    return youngest, oldest, here + 1


def _unit(words: Sequence[Word], at: int) -> tuple[str, int]:
    """What the number counts, and where that word ends."""
    unit = words[at].vorm if at < len(words) else ""
    if unit in {"jaar", "jr", "jarige", "jarig", "years", "jaren"}:
        at += 1
        at += at < len(words) and words[at].vorm in {"oud", "oude", "old"}
        return "years", at
    if unit in {"maanden", "maand", "weken", "months"}:
        return "months", at + 1
    return "none", at


def _reading(
    words: Sequence[Word], start: int, stop: int, youngest: int, oldest: int | None
) -> Reading:
    ages = (youngest,) if oldest is None else (youngest, oldest)
    groups = tuple(code for low, high, code in _GROUPS if low <= ages[-1] and youngest <= high)
    wishes = (Wish("leeftijd", tuple(map(str, ages))), Wish("doelgroep", groups))
    # 'Ik word 18 jaar' is what the question is about.
    stays = stop < len(words) and words[stop].vorm in _BECOMING
    return Reading(start, stop, Meaning(wishes, stays))
