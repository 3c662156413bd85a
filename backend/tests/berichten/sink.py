"""A real mail server that keeps what it gets, and can be told to behave badly."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from pydantic import SecretStr

from sociale_kaart.berichten.courier import Courier, open_courier
from sociale_kaart.core.config import Settings
from sociale_kaart.core.embedded.ports import free_port

FINE = "250 OK"


class Sink:
    """What a mail server got; `rcpt` and `data` say what it answers, and it may want a password."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.mails: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.raw: list[bytes] = []
        self.rcpt: Callable[[str], str] = lambda _address: FINE
        self.data = FINE
        self.drops = False
        self.password: str | None = None
        self.passwords_seen: list[str] = []
        # Kept waiting after the mail was taken, before the answer.
        self.answering = asyncio.Event()
        self.answering.set()
        self._server: asyncio.Server | None = None
        self._connections: set[SMTP] = set()

    async def appear(self) -> None:
        loop = asyncio.get_running_loop()

        def meet() -> SMTP:
            connection = SMTP(
                self,
                hostname="mail.example.org",
                enable_SMTPUTF8=True,
                loop=loop,
                auth_require_tls=False,
                authenticator=self._let_in,
            )
            self._connections.add(connection)
            return connection

        self._server = await loop.create_server(meet, "127.0.0.1", self.port)

    async def vanish(self) -> None:
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()
            self._server = None
        for connection in self._connections:
            if connection.transport is not None:
                connection.transport.abort()
        self._connections.clear()

    def _let_in(self, *given: Any) -> AuthResult:
        self.passwords_seen.append(given[-1].password.decode())
        return AuthResult(success=self.passwords_seen[-1] == self.password)

    def courier(self, login: str = "", **options: Any) -> Courier:
        made = open_courier(
            Settings(
                smtp_url=SecretStr(f"smtp://{login}127.0.0.1:{self.port}"),
                mail_from="Sociale kaart <kaart@example.org>",
                smtp_timeout_seconds=5,
                **options,
            )
        )
        assert made is not None
        return made

    async def handle_MAIL(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.password is not None and not session.authenticated:
            return "530 Eerst inloggen"
        envelope.mail_from = address
        return FINE

    async def handle_RCPT(  # noqa: N802 (aiosmtpd looks for this name)
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        answer = self.rcpt(address)
        if answer == FINE:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        if self.drops:
            server.transport.abort()
            return FINE
        if self.data == FINE:
            content = envelope.content
            assert isinstance(content, bytes)
            mail = message_from_bytes(content, policy=policy.default)
            assert isinstance(mail, EmailMessage)
            self.mails.append(mail)
            self.raw.append(content)
            self.recipients += [address for address in envelope.rcpt_tos if address]
        await self.answering.wait()
        return self.data


@asynccontextmanager
async def mail_server() -> AsyncIterator[Sink]:
    sink = Sink(free_port())
    await sink.appear()
    try:
        yield sink
    finally:
        await sink.vanish()
