"""Finds a name that was misspelt by one letter, in a time that does not depend on the names."""

from collections.abc import Container, Iterable

# A shorter word has too many neighbours that are words themselves ('leren' and 'geren').
_MIN_TYPED, _MIN_NAME = 5, 6
# People seldom miss the first letter, and other words often differ in it (morgen, zorgen).
_ANY_FIRST_LETTER = 8


def within_one(left: str, right: str) -> bool:
    """Whether one letter added, dropped, changed, or two swapped, makes the one the other."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    start = 0
    while start < len(left) and left[start] == right[start]:
        start += 1
    rest, other = left[start:], right[start:]
    if len(rest) < len(other):
        return rest == other[1:]
    swapped = len(rest) > 1 and rest[0] == other[1] and rest[1] == other[0]
    return rest[1:] == other[1:] or (swapped and rest[2:] == other[2:])


class Names:
    """Names by their spelling and by every spelling with one letter left out."""

    def __init__(self, names: Iterable[str], known: Container[str] = frozenset()) -> None:
        self._known = known
        self._names = frozenset(names)
        self._near: dict[str, list[str]] = {}
        for name in sorted({name for name in self._names if len(name) >= _MIN_NAME}):
            for part in _without_one(name):
                self._near.setdefault(part, []).append(name)

    def has(self, word: str) -> bool:
        return word in self._names

    def meant_by(self, word: str) -> str | None:
        """The name that this word is a misspelling of; None when none or more than one."""
        if len(word) < _MIN_TYPED or word in self._known:
            return None
        candidates = {name for part in _without_one(word) for name in self._near.get(part, ())}
        found = [
            name
            for name in candidates
            if within_one(word, name)
            and (name[0] == word[0] or min(len(name), len(word)) >= _ANY_FIRST_LETTER)
        ]
        return found[0] if len(found) == 1 else None


def _without_one(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
