"""The arithmetic of the ranking stays in its own thread."""

import subprocess
import sys

_COUNT = """
import sociale_kaart
import numpy as np
large = np.ones((2_000, 2_000), np.float32)
large @ large
import threading
from pathlib import Path
print(len(list(Path("/proc/self/task").iterdir())) - threading.active_count())
"""


def test_a_product_of_tables_wakes_no_other_thread() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", _COUNT], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "0"
