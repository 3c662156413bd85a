"""How a Dutch word sounds, so that who writes by ear is understood."""

import re
from collections.abc import Mapping

_LETTERS: Mapping[str, str] = {
    "ch": "g", "ij": "y", "ei": "y", "ey": "y", "ou": "au", "ie": "i", "ph": "f", "dt": "t",
    "joe": "u",
    "c": "k", "k": "k", "q": "k", "x": "ks", "z": "s", "v": "f",
}  # fmt: skip
# Several letters for one sound go first; a soft c stands before e, i and y.
_SOUND = re.compile(r"joe|ch|ij|ei|ey|ou|ie|ph|dt|c(?=[eiy])|[ckqxzv]|d$")
_DOUBLE = re.compile(r"(.)\1+")


def sound_of(word: str) -> str:
    """A key that is the same for 'verkracht' and 'verkragt', 'geweld' and 'gewelt'."""
    return _DOUBLE.sub(r"\1", _SOUND.sub(_sound, word))


def _sound(found: re.Match[str]) -> str:
    letters = found.group()
    if letters == "c":
        following = found.string[found.end() : found.end() + 1]
        return "s" if following and following in "eiy" else "k"
    return "t" if letters == "d" else _LETTERS[letters]
