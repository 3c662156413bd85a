"""The table of who may do what, as a page of the documentation.

`python -m tests.authorisation_page ../docs/autorisatie.md` in backend/ writes it.
"""

import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path

from tests.authorisation_table import MATRIX, ROLES

Answers = Mapping[str, int]

_INTRODUCTION = """# Who may do what

What every route answers to every role, as the tests ask it of the running application. Made from
the table in `backend/tests/authorisation_table.py`; change it there.

- What is asked about is a listing in Holtenbroek of one organisation, or what belongs to it.
  *Eigenaar* and *medebewerker* work for that organisation; *lid elders* owns another one.
  *Wijkredacteur* looks after Holtenbroek, *wijkredacteur elders* after another wijk.
  *Halverwege* is a co-worker who logs in by a link and has yet to give the code that follows.
- ✓: allowed. 401: log in first. 403: not for this role, or not about this one. 404: as if it is not
  there.
- Between brackets: the state that the listing is in, or the step that is taken.
"""


def page(roles: Sequence[str], matrix: Mapping[str, Answers]) -> str:
    """The table in Markdown: what everybody may as a list, the rest by subject."""
    lines = sorted(matrix, key=_subject)
    open_to_all = [line for line in lines if _is_open(matrix[line])]
    header = f"| | {' | '.join(roles)} |\n|---|{':-:|' * len(roles)}"
    parts = [_INTRODUCTION, "## Everybody\n", *(f"- {line}" for line in open_to_all), ""]
    for subject, group in groupby((x for x in lines if x not in open_to_all), _subject):
        rows = (f"| {line} | {' | '.join(map(_cell, matrix[line].values()))} |" for line in group)
        parts += [f"## {subject}\n", header, *rows, ""]
    return "\n".join(parts)


def _subject(line: str) -> str:
    parts = line.split(" ")[1].split("/")
    return parts[3] if parts[1] == "api" else "site"


def _is_open(answers: Answers) -> bool:
    return all(_cell(answer) == "✓" for answer in answers.values())


def _cell(answer: int) -> str:
    return "✓" if answer < 400 else str(answer)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(ROLES, MATRIX), encoding="utf-8")
