"""`sociale-kaart start`: everything on one machine, until Ctrl-C.

The servers, the preparation, the API, the worker and what draws pages are child processes. They
die with this one, whatever happens to it; nothing here holds data.
"""

import contextlib
import http.client
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from sociale_kaart.core.config import get_settings
from sociale_kaart.core.embedded import EmbeddedError, Servers, open_servers
from sociale_kaart.core.embedded.kept import Kept
from sociale_kaart.core.embedded.keys import own_key
from sociale_kaart.core.embedded.ports import free_port, require_free
from sociale_kaart.core.embedded.processes import Program, spawn
from sociale_kaart.core.embedded.processes import stop as stop_process
from sociale_kaart.core.embedded.renderer import renderer_program
from sociale_kaart.core.embedded.stopping import (
    StopAskedError,
    follow_parent,
    stop_on_signals,
    terminal_watch,
)
from sociale_kaart.core.terminal import Terminal

_API_READY_WITHIN = 60.0
_MOST_DEATHS = 5
_ANY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - looked up, not listened on


def start(
    *,
    port: int,
    data_dir: Path,
    demo: bool,
    host: str = "127.0.0.1",
    command: Sequence[str] | None = None,
) -> int:
    """Run the product until it is asked to stop; returns the exit status.

    `command` is how to run our own command line, for tests.
    """
    terminal = Terminal()
    data_dir = data_dir.expanduser().absolute()
    command = tuple(command or _own_command())
    try:
        with stop_on_signals():
            follow_parent()
            require_free(host, port)
            plan = _Plan(terminal, command, host, port, data_dir)
            plan.env["DEMO"] = str(int(demo))
            _run(plan, demo=demo)
    except StopAskedError:
        terminal.say("De sociale kaart is gestopt. Je gegevens staan veilig.")
        return 0
    except EmbeddedError as error:
        terminal.fail(str(error))
        if _debugging():
            traceback.print_exc()
    except Exception as error:  # noqa: BLE001 - a user gets a sentence; the log gets the rest
        _report_unforeseen(terminal, data_dir, error)
    return 1


class _Plan:
    """What to run and where."""

    def __init__(
        self, terminal: Terminal, command: Sequence[str], host: str, port: int, data_dir: Path
    ) -> None:
        self.terminal = terminal
        self.command = tuple(command)
        self.host = host
        self.port = port
        self.data_dir = data_dir
        self.env = dict(os.environ)

    def use(self, servers: Servers) -> None:
        """Tell the children where the servers are."""
        given = {
            "DATABASE_URL": servers.database_url,
            "MEILI_URL": servers.meili_url,
            "MEILI_KEY": servers.meili_key,
            "DATA_DIR": str(self.data_dir),
            "PORT": str(self.port),
            "SECRET_KEY": os.environ.get("SECRET_KEY") or own_key(self.data_dir / "geheimen.key"),
            "PUBLIC_URL": os.environ.get("PUBLIC_URL") or self.site,
            "PYTHONUNBUFFERED": "1",
        }
        self.env.update({name: value or "" for name, value in given.items()})

    @property
    def site(self) -> str:
        """Where a person on this machine finds the website."""
        is_here = self.host in {"127.0.0.1", *_ANY_ADDRESS}
        return f"http://{'localhost' if is_here else self.host}:{self.port}"

    @property
    def address(self) -> str:
        """Where our own processes find it."""
        host = _ANY_ADDRESS.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    def program(self, name: str, *arguments: str, patience: float, logged: bool = True) -> Program:
        log = self.data_dir / "logs" / f"{arguments[0]}.log"
        return Program(
            name=name,
            argv=(*self.command, *arguments),
            env=self.env,
            log=log if logged else None,
            stop_with=((signal.SIGTERM, patience),),
        )


def _run(plan: _Plan, *, demo: bool) -> None:
    settings = get_settings()
    key = settings.meili_key
    plan.terminal.say("De sociale kaart wordt gestart.")
    with contextlib.ExitStack() as stack:
        with plan.terminal.step("Database en zoekmachine starten"):
            servers = stack.enter_context(
                open_servers(
                    plan.data_dir,
                    database_url=settings.database_url,
                    meili_url=settings.meili_url,
                    meili_key=key.get_secret_value() if key else None,
                    say=plan.terminal.say,
                )
            )
        plan.use(servers)
        _prepare(plan, demo=demo)
        with plan.terminal.step("Website starten"):
            # Stopping goes the other way round: first the website, then what works for it.
            worker = _keep(stack, plan.program("De verwerker", "worker", patience=2))
            drawing = _start_renderer(stack, plan)
            api = _keep(stack, plan.program("De website", *_serve(plan), patience=3))
            _wait_for_api(plan, api)
        _tell_addresses(plan)
        _watch(plan, api, worker, spared=drawing)


def _serve(plan: _Plan) -> tuple[str, ...]:
    return ("serve", "--host", plan.host, "--port", str(plan.port))


def _prepare(plan: _Plan, *, demo: bool) -> None:
    """Bring the database and the index up to date; this child shows its own progress."""
    arguments = ("prepare", "--demo") if demo else ("prepare",)
    program = plan.program("prepare", *arguments, patience=5, logged=False)
    process = spawn(program)
    try:
        status = process.wait()
    finally:
        stop_process(process, program)
    if status != 0:
        raise EmbeddedError(
            "Het klaarzetten van de gegevens is niet gelukt; hierboven staat waarom. "
            "Je kunt gewoon opnieuw starten."
        )


def _keep(stack: contextlib.ExitStack, program: Program) -> Kept:
    kept = Kept(program)
    stack.callback(kept.stop)
    return kept


def _start_renderer(stack: contextlib.ExitStack, plan: _Plan) -> Kept | None:
    """Have pages drawn, and tell the website where; unless the user named a server for it."""
    settings = get_settings()
    if settings.render_url:
        return None
    port = free_port()
    program = renderer_program(
        port=port,
        api_url=plan.address,
        public_url=plan.env["PUBLIC_URL"],
        timeout_seconds=settings.render_timeout_seconds,
        log=plan.data_dir / "logs" / "render.log",
    )
    if program is None:
        plan.terminal.say("Node.js of de gebouwde website ontbreekt; browsers tekenen de pagina's.")
        return None
    plan.env["RENDER_URL"] = f"http://127.0.0.1:{port}"
    return _keep(stack, program)


def _wait_for_api(plan: _Plan, api: Kept) -> None:
    deadline = time.monotonic() + _API_READY_WITHIN
    while not _is_healthy(plan):
        if api.process.poll() is not None:
            raise EmbeddedError(f"De website start niet.{_last_words(api)}")
        if time.monotonic() > deadline:
            raise EmbeddedError(f"De website antwoordt niet.{_last_words(api)}")
        time.sleep(0.1)


def _is_healthy(plan: _Plan) -> bool:
    host = _ANY_ADDRESS.get(plan.host, plan.host)
    connection = http.client.HTTPConnection(host, plan.port, timeout=5)
    try:
        connection.request("GET", "/gezond")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _tell_addresses(plan: _Plan) -> None:
    site, say = plan.site, plan.terminal.say
    say("")
    say("De sociale kaart draait.", style="bold")
    say(f"  Website            {site}")
    say(f"  De API             {site}/api/v1/openapi.json")
    say(f"  Toestand           {site}/gereed")
    if plan.env["DEMO"] == "1" and not get_settings().smtp_url:
        say(f"  Mail in de demo    {site}/mijn/demo-berichten")
    say(f"  Gegevens en logs   {plan.data_dir}")
    with contextlib.suppress(OSError):
        accounts = (plan.data_dir / "demo-inlog.txt").read_text().strip()
        say("")
        say("Inloggen in de demo:", style="bold")
        say("\n".join(f"  {line}" for line in accounts.splitlines()))
    say("")
    say("Stoppen: Ctrl-C")


def _watch(plan: _Plan, *keep: Kept, spared: Kept | None) -> None:
    """Start again what dies, until a signal ends this or it happens too often.

    The website does without what is `spared`: that is then left alone.
    """
    check_terminal = terminal_watch()
    while True:
        time.sleep(0.5)
        check_terminal()
        if spared is not None:
            spared.check(plan.terminal.say)
            if spared.recent_deaths >= _MOST_DEATHS:
                plan.terminal.say(f"{spared.program.name} stopt steeds weer; browsers doen het nu.")
                spared = None
        for kept in keep:
            kept.check(plan.terminal.say)
            if kept.recent_deaths >= _MOST_DEATHS:
                raise EmbeddedError(
                    f"{kept.program.name} stopt steeds weer en wordt niet nog eens gestart."
                    f"{_last_words(kept)}"
                )


def _last_words(kept: Kept) -> str:
    words = kept.last_words()
    return f" Dit staat er als laatste in {kept.program.log}:\n{words}" if words else ""


def _own_command() -> tuple[str, ...]:
    # Through this interpreter, so that it also works where the script's first line does not.
    return (sys.executable, str(Path(sys.executable).with_name("sociale-kaart")))


def _debugging() -> bool:
    return os.environ.get("LOG_LEVEL", "").lower() == "debug"


def _report_unforeseen(terminal: Terminal, data_dir: Path, error: Exception) -> None:
    if _debugging():
        traceback.print_exc()
    log = data_dir / "logs" / "start.log"
    with contextlib.suppress(OSError):
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with log.open("a") as file:
            traceback.print_exception(error, file=file)
    terminal.fail(
        f"Het starten ging mis op een manier die we niet kennen: {error!r}. "
        f"Meer staat in {log}. Meld het ons, dan lossen we het op."
    )
