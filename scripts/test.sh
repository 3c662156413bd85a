#!/bin/sh
# Everything that has to hold before a change goes in; 'make test' calls it after the set-up.
#
# A part that cannot run on this machine says so in capitals and is counted at the end; with
# CI=true that is a failure, so that a green run in CI means that everything ran.
set -eu
cd "$(dirname "$0")/.."

STANDARDS=../shared/standards
BIN=$PWD/.venv/bin
SKIPPED=""
STARTED=""
WORK=$(mktemp -d)

cleanup() {
    if [ -n "$STARTED" ]; then
        kill -TERM "$STARTED" 2>/dev/null || true
        wait "$STARTED" 2>/dev/null || true
    fi
    rm -rf "$WORK"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

part() { printf '\n== %s\n' "$1"; }

skip() {
    printf '\nOVERGESLAGEN: %s\n' "$1"
    SKIPPED="$SKIPPED
  - $1"
}

npm_packages() { # folder
    stamp=$1/node_modules/.lock-installed
    if ! cmp -s "$1/package-lock.json" "$stamp"; then
        (cd "$1" && npm ci --no-audit --no-fund --loglevel=error)
        cp "$1/package-lock.json" "$stamp"
    fi
}

chromium_path() {
    for candidate in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser; do
        if [ -n "$candidate" ] && [ -x "$candidate" ]; then
            printf '%s' "$candidate"
            return
        fi
    done
}

part "Opmaak en stijl van de backend"
"$BIN/ruff" format --check .
"$BIN/ruff" check .

part "Typen en de richting van imports"
"$BIN/mypy"
"$BIN/lint-imports"

part "Lockbestanden zonder adressen"
if grep -nE '"resolved"|^--(extra-)?index-url|^[^#]*@ https?:' \
    backend/requirements*.txt ./*/package-lock.json infra/*/package-lock.json; then
    echo "Een lockbestand noemt een adres; zie de .npmrc en CONTRIBUTING.md." >&2
    exit 1
fi

part "Opmaak, stijl en typen van de frontend"
(cd frontend && npm run --silent format:check && npm run --silent lint && npm run --silent typecheck)

part "Het contract van de API en de typen die eruit volgen"
"$BIN/sociale-kaart" openapi "$WORK/openapi.json"
cmp "$WORK/openapi.json" docs/api/openapi.json || {
    echo "Draai: .venv/bin/sociale-kaart openapi docs/api/openapi.json" >&2
    exit 1
}
cp frontend/src/lib/api/schema.gen.ts "$WORK/schema.gen.ts"
(cd frontend && npm run --silent api:types >/dev/null)
cmp "$WORK/schema.gen.ts" frontend/src/lib/api/schema.gen.ts || {
    echo "De typen liepen achter en zijn opnieuw gemaakt; leg ze vast." >&2
    exit 1
}
if [ -d "$STANDARDS" ]; then
    npm_packages infra/contract
    infra/contract/node_modules/.bin/spectral lint --fail-severity=error \
        --ruleset "$STANDARDS/adr-2.2-linter.yaml" docs/api/openapi.json
    "$BIN/python" scripts/check_publiccode.py "$STANDARDS/publiccode_schema.json"
else
    skip "de NL API Design Rules en publiccode.yml: $STANDARDS staat niet naast deze map"
fi

part "Tests van de backend"
"$BIN/pytest" -n "${TEST_WORKERS:-2}" --quiet

part "Tests van de frontend"
(cd frontend && npm run --silent test)

part "De website in een echte browser"
CHROMIUM=$(chromium_path)
if [ -z "$CHROMIUM" ]; then
    skip "de browsertests: er is geen Chromium (als root: apt-get install chromium)"
else
    export CHROMIUM
    PORT=$("$BIN/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    # A slow machine is no fault: drawing a page and reading what a question means may take longer
    # here than visitors would wait, after which they get the answer without.
    STOP_WITH_PARENT=$$ DATA_DIR=$WORK/data DEMO=1 \
        RENDER_TIMEOUT_SECONDS=10 EMBEDDING_TIMEOUT_SECONDS=10 "$BIN/sociale-kaart" start --port "$PORT" >"$WORK/start.log" 2>&1 &
    STARTED=$!
    tries=0
    until "$BIN/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$PORT/gereed', timeout=2)" 2>/dev/null; do
        tries=$((tries + 1))
        if [ "$tries" -gt 120 ] || ! kill -0 "$STARTED" 2>/dev/null; then
            cat "$WORK/start.log" >&2
            exit 1
        fi
        sleep 1
    done
    (cd frontend && BASE_URL="http://127.0.0.1:$PORT" npm run --silent e2e)
fi

if [ -n "$SKIPPED" ]; then
    printf '\nNIET ALLES IS GECONTROLEERD:%s\n' "$SKIPPED"
    if [ "${CI:-}" = "true" ]; then
        exit 1
    fi
else
    printf '\nAlles is gecontroleerd en in orde.\n'
fi
