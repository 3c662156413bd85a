"""What the log-in page can say about a log-in that came to nothing."""

from typing import Literal

# Codes, because the page has the words.
Melding = Literal[
    "afgebroken",
    "verlopen",
    "dienst-weg",
    "mislukt",
    "geen-rol",
    "te-vaak",
    "onbekende-dienst",
    "alleen-hier-uit",
]


class NotLoggedInHereError(Exception):
    """A log-in that ends without a session.

    `melding` is for the person, `reason` for the log; neither has anything of who it was.
    """

    def __init__(self, melding: Melding, reason: str) -> None:
        super().__init__(f"{melding}: {reason}")
        self.melding = melding
        self.reason = reason
