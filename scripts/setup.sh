#!/bin/sh
# Finds a Python that is new enough and hands over to setup.py. In sh, so that a machine without
# such a Python gets a sentence and not a syntax error.
set -u
cd "$(dirname "$0")/.." || exit 1

for python in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
    [ -n "$python" ] || continue
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$python" -E -s -B scripts/setup.py "$@"
    fi
done

found=$(python3 --version 2>/dev/null || echo 'geen Python')
echo "Er is Python 3.11 of nieuwer nodig; op deze computer staat $found." >&2
echo "Installeer het (bijvoorbeeld: sudo apt install python3 python3-venv) en probeer het opnieuw." >&2
exit 1
