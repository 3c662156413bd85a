"""De sociale kaart: what there is to do and who can help, close to home."""

import os
from importlib.metadata import version

__version__ = version("sociale-kaart")

# Set before numpy is imported, which reads it then. The ranking multiplies small tables: a second
# thread that BLAS wakes for that waits, spinning, for a core that another process uses, and what
# takes one millisecond took twenty.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
