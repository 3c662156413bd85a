"""`start` as a user meets it: a process with output, signals and an exit status.

The command line that it runs is a small stand-in; the servers are given by address, except where
a test is about them.
"""

import os
import pty
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from sociale_kaart.core.embedded.lock import _all_pids, _has_open
from sociale_kaart.core.embedded.ports import free_port

# Whether a hang-up is ignored is inherited, so from whoever runs the tests under nohup too.
START = """
import os, signal, sys
from pathlib import Path
from sociale_kaart.start import start
signal.signal(signal.SIGHUP, signal.SIG_IGN if "NOHUP" in os.environ else signal.SIG_DFL)
sys.exit(start(port=int(sys.argv[1]), data_dir=Path(sys.argv[2]), demo=sys.argv[3] == "demo",
               command=[sys.executable, sys.argv[4]]))
"""

STAND_IN = """
import http.server, os, signal, sys, time
from pathlib import Path
folder = Path(os.environ["DATA_DIR"])
what = sys.argv[1]
with (folder / "calls").open("a") as calls:
    calls.write(" ".join([what, str(os.getpid()), *sys.argv[2:]]) + "\\n")

def leave(*_):
    with (folder / "calls").open("a") as calls:
        calls.write(f"{what}-stopt {os.getpid()}\\n")
    os._exit(0)

signal.signal(signal.SIGTERM, leave)
if os.environ.get("BREEKT") == what:
    print(f"{what} is stuk", flush=True)
    sys.exit(3)
if what == "prepare":
    print("klaarzetten bezig", os.environ["DATABASE_URL"][:10], flush=True)
    time.sleep(float(os.environ.get("DUURT", "0")))
    (folder / "demo-inlog.txt").write_text("beheer@voorbeeld.example  wachtwoord\\n")
elif what == "serve":
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"ok")
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[5])), Answer).serve_forever()
else:
    time.sleep(600)
"""


@pytest.fixture
def stand_in(tmp_path):
    place = tmp_path / "stand_in.py"
    place.write_text(STAND_IN)
    return place


@pytest.fixture
def launch(stand_in, tmp_path):
    """Start the product; what still runs at the end of a test is killed."""
    launched = []

    def run(port, *, demo=True, own_servers=False, output=subprocess.PIPE, **env):
        given = {"DATABASE_URL": "postgresql://x/y", "MEILI_URL": "http://x", "MEILI_KEY": "k"}
        kept = {name: text for name, text in os.environ.items() if name not in given}
        arguments = (str(tmp_path / "data"), "demo" if demo else "leeg", str(stand_in))
        process = subprocess.Popen(
            [sys.executable, "-c", START, str(port), *arguments],
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            env={**kept, **({} if own_servers else given), **env},
            start_new_session=True,
        )
        launched.append(process)
        return process

    yield run
    for process in launched:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def get(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/gezond", timeout=5) as answer:
        return answer.status


def answers(port):
    try:
        return get(port) == 200
    except OSError:
        return False


def eventually(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def calls(tmp_path, name=None):
    """The calls of the stand-in so far, as (name, process number, the rest)."""
    place = tmp_path / "data" / "calls"
    lines = [line.split() for line in place.read_text().splitlines()] if place.exists() else []
    return [(line[0], int(line[1]), line[2:]) for line in lines if name in (None, line[0])]


def lives(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def read_until(process, text):
    seen = ""
    while text not in seen:
        line = process.stdout.readline()
        assert line, f"gestopt zonder {text!r}: {seen}"
        seen += line
    return seen


@pytest.mark.parametrize("asked_by", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_runs_all_parts_tells_the_addresses_and_stops_in_order(launch, tmp_path, asked_by):
    port = free_port()
    process = launch(port)
    seen = read_until(process, "Ctrl-C")
    assert get(port) == 200
    for line in (
        f"http://localhost:{port}\n",
        f"http://localhost:{port}/mijn/demo-berichten",
        f"http://localhost:{port}/api/v1/openapi.json",
        f"http://localhost:{port}/gereed",
        "beheer@voorbeeld.example  wachtwoord",
    ):
        assert line in seen
    assert calls(tmp_path, "prepare")[0][2] == ["--demo"]
    assert calls(tmp_path, "serve")[0][2] == ["--host", "127.0.0.1", "--port", str(port)]
    # Nothing waits for the worker to have begun, but only then can it say that it stopped.
    assert eventually(lambda: calls(tmp_path, "worker"))
    process.send_signal(asked_by)
    rest, _ = process.communicate(timeout=15)
    assert process.returncode == 0
    assert rest.endswith("De sociale kaart is gestopt. Je gegevens staan veilig.\n")
    assert [name for name, *_ in calls(tmp_path)][-2:] == ["serve-stopt", "worker-stopt"]
    assert not answers(port)


def test_under_nohup_a_hang_up_is_no_reason_to_stop(launch):
    port = free_port()
    process = launch(port, NOHUP="1")
    read_until(process, "Ctrl-C")
    process.send_signal(signal.SIGHUP)
    time.sleep(1)
    assert process.poll() is None
    assert get(port) == 200


def test_without_demo_the_map_starts_empty(launch, tmp_path):
    process = launch(free_port(), demo=False)
    read_until(process, "Ctrl-C")
    assert calls(tmp_path, "prepare")[0][2] == []


def test_ctrl_c_while_preparing_stops_that_too(launch, tmp_path):
    process = launch(free_port(), DUURT="60")
    read_until(process, "klaarzetten bezig")
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=15)
    assert process.returncode == 0
    assert [name for name, *_ in calls(tmp_path)] == ["prepare", "prepare-stopt"]


def test_kill_9_leaves_nothing_running(launch, tmp_path):
    port = free_port()
    process = launch(port, own_servers=True)
    read_until(process, "Ctrl-C")
    assert eventually(lambda: calls(tmp_path, "worker"))
    lock = tmp_path / "data" / "start.lock"
    running = {pid for pid in _all_pids() if _has_open(pid, lock, unknown=False)}
    running |= {pid for name, pid, _ in calls(tmp_path) if name in ("serve", "worker")}
    assert len(running) > 7
    process.kill()
    assert eventually(lambda: not any(lives(pid) for pid in running))
    again = launch(port, own_servers=True)
    read_until(again, "Ctrl-C")
    again.send_signal(signal.SIGTERM)
    again.communicate(timeout=20)
    assert again.returncode == 0


@pytest.mark.parametrize("part", ["serve", "worker"])
def test_a_part_that_dies_comes_back(launch, tmp_path, part):
    port = free_port()
    process = launch(port)
    read_until(process, "Ctrl-C")
    assert eventually(lambda: calls(tmp_path, part))
    os.kill(calls(tmp_path, part)[0][1], signal.SIGKILL)
    assert "opnieuw starten over 0,5 seconde" in read_until(process, "opnieuw gestart")
    assert eventually(lambda: len(calls(tmp_path, part)) == 2 and answers(port))


def test_a_part_that_keeps_dying_ends_it_with_the_last_words(launch, tmp_path):
    process = launch(free_port(), BREEKT="worker")
    seen, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert len(calls(tmp_path, "worker")) == 5
    assert "De verwerker stopt steeds weer" in seen
    assert seen.rstrip().endswith("worker is stuk")


def test_a_website_that_does_not_start_shows_why(launch):
    process = launch(free_port(), BREEKT="serve")
    seen, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "De website start niet." in seen
    assert "serve is stuk" in seen


def test_a_preparation_that_fails_ends_the_start(launch, tmp_path):
    process = launch(free_port(), BREEKT="prepare")
    seen, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Het klaarzetten van de gegevens is niet gelukt" in seen
    assert [name for name, *_ in calls(tmp_path)] == ["prepare"]


def test_a_port_in_use_is_told_before_anything_starts(launch, tmp_path):
    port = free_port()
    read_until(launch(port), "Ctrl-C")
    second = launch(port)
    seen, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"Poort {port} is al in gebruik door python" in seen
    assert len(seen.splitlines()) == 1
    assert len(calls(tmp_path, "prepare")) == 1


def test_a_data_folder_in_use_is_told(launch):
    first = launch(free_port())
    read_until(first, "Ctrl-C")
    second = launch(free_port())
    seen, _ = second.communicate(timeout=30)
    assert second.returncode == 1
    assert f"is al in gebruik door proces {first.pid}." in seen
    assert "Traceback" not in seen


def test_an_unforeseen_fault_gives_a_sentence_and_the_rest_in_the_log(launch, tmp_path):
    # Settings that cannot be read are a fault nobody made a sentence for.
    process = launch(free_port(), SEARCH_TIMEOUT_SECONDS="veel")
    seen, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert "Traceback" not in seen
    assert "Traceback" in (tmp_path / "data" / "logs" / "start.log").read_text()
    process = launch(free_port(), SEARCH_TIMEOUT_SECONDS="veel", LOG_LEVEL="debug")
    assert "Traceback" in process.communicate(timeout=30)[0]


def test_it_goes_on_when_nobody_reads_its_output_any_more(launch, tmp_path):
    port = free_port()
    process = launch(port)
    read_until(process, "Ctrl-C")
    process.stdout.close()
    for known in (1, 2):
        assert eventually(lambda known=known: len(calls(tmp_path, "worker")) == known)
        os.kill(calls(tmp_path, "worker")[-1][1], signal.SIGKILL)
    assert eventually(lambda: len(calls(tmp_path, "worker")) == 3)
    assert process.poll() is None
    assert get(port) == 200


def test_it_stops_with_the_parent_that_it_was_told_to_follow(launch, tmp_path, stand_in):
    port = free_port()
    # As make does: the shell becomes the product, its parent is what may be killed.
    line = 'STOP_WITH_PARENT=$PPID exec "$0" "$@"'
    between = "import subprocess, sys; subprocess.run(['sh', '-c', sys.argv[1], *sys.argv[2:]])"
    arguments = [sys.executable, "-c", START, str(port), str(tmp_path / "data"), "leeg"]
    parent = subprocess.Popen(
        [sys.executable, "-c", between, line, *arguments, str(stand_in)],
        env={**os.environ, "DATABASE_URL": "postgresql://x/y", "MEILI_URL": "http://x"},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert eventually(lambda: answers(port))
    parent.kill()
    parent.wait()
    assert eventually(lambda: not answers(port))
    pids = [pid for _, pid, _ in calls(tmp_path)]
    assert eventually(lambda: not any(lives(pid) for pid in pids))


def test_a_person_at_a_terminal_sees_the_same_lines(launch):
    ours, theirs = pty.openpty()
    process = launch(free_port(), output=theirs, TERM="xterm")
    os.close(theirs)
    seen = b""
    while b"Ctrl-C" not in seen:
        seen += os.read(ours, 4096)
    process.send_signal(signal.SIGINT)
    assert process.wait(15) == 0
    os.close(ours)
    assert "✓ Website starten".encode() in seen


def test_it_stops_when_the_terminal_is_closed_and_nobody_passes_that_on(tmp_path, stand_in):
    port = free_port()
    # As make does: it is told that the terminal is gone, and goes on waiting for its child.
    between = (
        "import signal, subprocess, sys; signal.signal(signal.SIGHUP, lambda *_: None);"
        "subprocess.run(sys.argv[1:])"
    )
    arguments = [sys.executable, "-c", START, str(port), str(tmp_path / "data"), "leeg"]
    ours, theirs = pty.openpty()
    parent = subprocess.Popen(
        ["setsid", "--ctty", sys.executable, "-c", between, *arguments, str(stand_in)],
        env={**os.environ, "DATABASE_URL": "postgresql://x/y", "MEILI_URL": "http://x"},
        stdin=theirs,
        stdout=subprocess.DEVNULL,
    )
    os.close(theirs)
    assert eventually(lambda: answers(port))
    time.sleep(1)
    os.close(ours)
    parent.wait(20)
    assert not answers(port)
    assert [name for name, *_ in calls(tmp_path)][-2:] == ["serve-stopt", "worker-stopt"]
