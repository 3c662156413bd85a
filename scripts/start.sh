#!/bin/sh
# What 'make start' runs: looks at what the user asked for, brings the clone up to date and then
# becomes the product, so that a Ctrl-C or a signal to make reaches the product itself.
set -u
cd "$(dirname "$0")/.." || exit 1

if ! { [ "${PORT:=8000}" -ge 1 ] && [ "$PORT" -le 65535 ]; } 2>/dev/null; then
    echo "PORT is een getal van 1 tot en met 65535, bijvoorbeeld 8123; er stond: $PORT" >&2
    exit 1
fi
case ${DEMO:=1} in
1 | ja | true) DEMO=1 ;;
0 | nee | false) DEMO=0 ;;
*)
    echo "DEMO is 1 (met voorbeelden) of 0 (een lege kaart); er stond: $DEMO" >&2
    exit 1
    ;;
esac

sh scripts/setup.sh || exit

# A make that is killed cannot pass anything on; the product then stops by itself.
STOP_WITH_PARENT=$PPID
export PORT DEMO STOP_WITH_PARENT
exec .venv/bin/sociale-kaart start
