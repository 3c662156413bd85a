"""Danger that shows from how words stand together, where each alone may be about something else.

Each function gets the folded words of one clause. 'Appels snijden' and 'snijdt zichzelf', 'slaat
de trommel' and 'slaat mij', 'mijn opa is dood' and 'ik wil dood' differ in their company only.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sociale_kaart.zoeken.understanding.frames import SILENT
from sociale_kaart.zoeken.understanding.sounds import sound_of
from sociale_kaart.zoeken.understanding.words import word_set


class Clause(NamedTuple):
    """The folded words of a clause, and how each sounds."""

    words: Sequence[str]
    sounds: Sequence[str]


_SELF = word_set("mezelf mijzelf mezelve zichzelf zich hemzelf haarzelf jezelf myself")
_LOVED = word_set(
    "kind kinderen kindje zoon zoontje dochter dochtertje moeder mama vader papa ouders broer "
    "broertje zus zusje baby vrouw vriendin man vriend partner ex echtgenoot stiefvader "
    "stiefmoeder "
    "oma opa oom buurmeisje kleinkind verkering"
)
_OWNERS = word_set("mijn mn m n me mij onze ons haar zijn hun je jouw der")


def is_in_danger(said: Clause) -> bool:
    """Whether a clause speaks of wanting to die, of self-harm or of violence."""
    return any(rule(said) for rule in _RULES)


_WILLING = word_set("wil wilde willen wilt wilden wou wenste wens zou liever verlang verlangt wll")
_DEAD = frozenset(map(sound_of, ("dood", "doodgaan", "doodmaken")))
# With one of these between, what is willed and who is dead are two things.
_TURNS = word_set(
    "en maar want omdat over de een die wie toen na van voor is was mijn met bij aan om rond tegen"
)
# Things that are called dead.
_DEAD_THINGS = word_set("hout spoor punt gewicht materiaal blad bladeren dier vogel water letter")
_OTHERS_DEATH = word_set("is was de een over ging gegaan zijn na hond kat bijna half")
_WISHED_DEAD = (
    "was ik dood", "was ik maar dood", "ik dood was", "ik maar dood was", "ik dood ben",
    "beter dood", "beter af dood", "net zo goed dood", "liever dood", "mezelf dood",
    "zichzelf dood",
    "mijzelf dood", "wil sterven", "sterven wil", "zou sterven",
)  # fmt: skip


def _wants_to_die(said: Clause) -> bool:
    words = said.words
    if _has_any(words, _WISHED_DEAD):
        return True
    for at in (at for at, sound in enumerate(said.sounds) if sound in _DEAD):
        before, after = words[max(0, at - 4) : at], words[at + 1 : at + 3]
        if not _DEAD_THINGS.isdisjoint(after[:1]):
            continue
        for place, word in enumerate(before):
            if word in _WILLING and _TURNS.isdisjoint(before[place + 1 :]):
                return True
        if not (_WILLING.isdisjoint(after) or before[-1:] == [] or before[-1] in _OTHERS_DEATH):
            return "en" not in after[:1]
        if not before and after[:1] and after[0] in _WILLING:
            return True
    return False


_NO_LIFE = (
    "leven beu", "leven zat", "leven moe", "levens moe", "leven zinloos", "leven niet meer zitten",
    "uit het leven stappen", "uit het leven stapt", "van het leven beroven", "leven beroven",
    "leven heeft geen zin", "leven geen zin", "geen zin meer in het leven", "geen zin in het leven",
    "geen zin meer in leven", "geen zin in leven", "zie het niet meer zitten",
    "niet meer wakker worden", "niet meer wakker wil worden", "van kant maken",
    "wil er niet meer zijn",
    "er niet meer wil zijn", "er niet meer zou zijn", "er niet meer willen zijn",
    "voor de trein springen", "voor de trein", "overdosis",
)  # fmt: skip
_ENDURED = word_set("meer langer verder")


def _is_done_with_life(said: Clause) -> bool:
    words = said.words
    if _has_any(words, _NO_LIFE):
        return True
    for at, word in enumerate(words):
        ahead = words[at + 2 : at + 5]
        if word == "niet" and words[at + 1 : at + 2] and words[at + 1] in _ENDURED:
            lives = next((i for i, other in enumerate(ahead) if other in {"leven", "leve"}), None)
            # 'Niet meer leven van mijn uitkering' is about money.
            if lives is not None and words[at + 3 + lives : at + 4 + lives] != ["van"]:
                return True
    return False


_MADE = word_set("maken maak maakt gemaakt maakte")
_ENDED = word_set("leven alles lijden pijn ellende maken maak wil gaan mij me")


def _makes_an_end(said: Clause) -> bool:
    """'Er een einde aan maken', but not to the noise of the neighbours."""
    words = said.words
    end = next((at for at, word in enumerate(words) if word in {"einde", "eind"}), None)
    if end is None or words[end + 1 : end + 2] == ["van"]:
        return False
    if _MADE.isdisjoint(words[max(0, end - 4) : end + 5]):
        return False
    if "er" in words or "aan" not in words:
        return True
    ended = [word for word in words[words.index("aan") + 1 :] if word not in SILENT]
    return not ended or ended[0] in _ENDED


_CUTS = ("snij", "snei", "sneed", "gesneden", "sny", "kras", "kerf")
# Of these words alone; 'snijbonen' are for eating.
_CUTTING = frozenset(
    map(sound_of, word_set("snijden snijd snijdt snij snijen snij sneed gesneden"))
)
_LIMBS = word_set("arm armen pols polsen been benen bovenbenen huid lichaam")
_HURTS = (
    "aandoe", "aangedaan", "verwond", "beschadig", "ophang", "verhang", "vermoord", "doden",
    "doodmaken", "opknopen",
)  # fmt: skip
_DOES = word_set("doe doet doen deed gedaan")
_NEUTRAL = (
    _LOVED
    | _LIMBS
    | word_set(
        "stop stoppen gestopt hulp help drang neiging gedachten gedachte gedrag praten puber "
        "tiener "
        "meisje jongen jongere jongeren verslaafd automatisch steeds jezelf"
    )
)


def _hurts_oneself(said: Clause) -> bool:
    words = said.words
    cuts = [word for word in words if word.startswith(_CUTS)]
    hurts = (
        any(word.startswith(_HURTS) for word in words)
        or ("pijn" in words and not _DOES.isdisjoint(words))
        or _has_any(words, ("aan doen", "aan te doen"))
    )
    on_self = any(word in _SELF for word in words) or _has_any(words, ("me zelf", "mij zelf"))
    if on_self and (cuts or hurts):
        return True
    if _CUTTING.isdisjoint(said.sounds):
        return False
    # Said of nothing that one can cut, the word means this.
    company = set(words) - set(cuts) - SILENT
    on_me = {"me", "mij"} & set(words) and "laten" not in words
    return bool(company <= _NEUTRAL or on_me)


_HIT_WORDS = word_set(
    "slaat sla slaan sloeg sloegen slaag geslaan mept schopt trapt schopte schoppen stompt wurgt "
    "wurgde"
)
_HITS = frozenset(map(sound_of, _HIT_WORDS))
_HIT_AT = _LOVED | word_set("mij me ons hem haar mn mezelf iemand")
_BETWEEN = _OWNERS | word_set("de alle ook altijd steeds soms vaak weer en")
_NO_BLOW = word_set(
    "de het een op over nergens door uit aan alarm piano drums er rechtsaf linksaf af tilt"
)


def _is_hit(said: Clause) -> bool:
    words = said.words
    for at, sound in enumerate(said.sounds):
        if sound not in _HITS:
            continue
        after = [other for other in words[at + 1 : at + 5] if other not in _BETWEEN - _HIT_AT]
        if after and after[0] in _HIT_AT and after[1:2] not in (["er"], ["door"], ["erdoor"]):
            return True
        if at > 0 and words[at - 1] in {"mij", "me", "ons"}:
            return after[:1] != ["er"]
        owned = at > 1 and words[at - 1] in _LOVED and words[at - 2] in _OWNERS
        if owned and (not after or words[at + 1] not in _NO_BLOW):
            return True
    return _BEATEN in said.sounds and _is_beaten(said)


_BEATEN = sound_of("geslagen")
_SUFFERS = word_set("word wordt werd worden ben was geworden")


def _is_beaten(said: Clause) -> bool:
    """'Geslagen' by somebody; eggs are beaten as well."""
    others = {word for word, sound in zip(said.words, said.sounds, strict=True) if sound != _BEATEN}
    if (others <= SILENT and "ik" not in others) or others & {"mij", "me", "ons", "hem", "thuis"}:
        return True
    if others & _LOVED:
        return True
    return bool(others & _SUFFERS and others & word_set("ik hij ze zij we wij"))


_CHILDREN = word_set("kind kinderen kindje dochtertje zoontje baby kleinkind oma opa")
_FEARED = (_LOVED | word_set("hem huisgenoot pleegvader")) - _CHILDREN
# Fears at home that are not of somebody.
_HARMLESS = word_set(
    "donker onweer inbraak inbrekers inbreker vallen vuurwerk spoken muizen spinnen honden brand"
)
_VIOLENCE = sound_of("geweld")
_HOME = word_set("thuis huis gezin partner man vader vriend ex relatie familie seksueel")


def _is_afraid(said: Clause) -> bool:
    words = said.words
    for at, word in enumerate(words):
        if not _HARMLESS.isdisjoint(words):
            break
        near = words[max(0, at - 4) : at + 5]
        if word in {"bang", "onveilig"} and "thuis" in near and words[at + 1 : at + 2] != ["om"]:
            return True
        if word == "veilig" and "niet" in words[max(0, at - 2) : at] and "thuis" in near:
            return True
        if word == "bang" and words[at + 1 : at + 2] == ["voor"]:
            feared = [other for other in words[at + 2 : at + 5] if other not in _OWNERS - _FEARED]
            if feared and feared[0] in _FEARED:
                return True
    return _VIOLENCE in said.sounds and not _HOME.isdisjoint(words)


# As people say it who think in another language.
_SPOKEN = (
    "kill myself", "killing myself", "end my life", "ending my life", "want to die", "wanna die",
    "hurt myself", "hurting myself", "cut myself", "cutting myself", "self harm", "hits me",
    "beats me", "hit me", "beat me", "domestic violence", "scared at home", "afraid at home",
    "abused", "selbstmord", "хочу померти", "хочу умереть", "اريد ان اموت", "يضربني",
    "chce umrzec", "bije mnie", "olmek istiyorum", "dovuyor",
)  # fmt: skip


def _says_so_in_another_language(said: Clause) -> bool:
    return _has_any(said.words, _SPOKEN)


def _has_any(words: Sequence[str], phrases: Sequence[str]) -> bool:
    sentence = f" {' '.join(words)} "
    return any(f" {phrase} " in sentence for phrase in phrases)


_RULES: tuple[Callable[[Clause], bool], ...] = (
    _wants_to_die, _is_done_with_life, _makes_an_end, _hurts_oneself, _is_hit, _is_afraid,
    _says_so_in_another_language,
)  # fmt: skip
