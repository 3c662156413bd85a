"""Brings a mail to the mail server, and says in three kinds why it did not take it (RFC 5321)."""

import contextlib
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from aiosmtplib import (
    SMTP,
    SMTPException,
    SMTPNotSupported,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from sociale_kaart.berichten.models import MAX_ANTWOORD
from sociale_kaart.berichten.rules import is_sendable
from sociale_kaart.core.config import Settings, SettingsError

_PERMANENT = 500
_GOODBYE_SECONDS = 2.0
_PORTS = {"smtp": 25, "smtps": 465}
_SUBMISSION_PORT = 587


class MailServerAwayError(Exception):
    """Nothing can be sent now, whatever it is: no fault of this mail."""


class NotYetError(Exception):
    """This mail was not taken now, and may be later."""


class RefusedError(Exception):
    """This mail will never be taken."""


@dataclass(frozen=True)
class Courier:
    """A mail server, how to reach it, in whose name, and the site that mail leads to.

    Each mail gets a connection of its own: there are few, and nothing is left over from another.
    """

    afzender: Address
    public_url: str
    options: dict[str, Any]

    async def deliver(self, message: EmailMessage, aan: str) -> str:
        """The server's own words when it has taken the mail, of which it is then in charge.

        Raises MailServerAwayError, NotYetError or RefusedError, with what it said instead.
        """
        client = SMTP(**self.options)
        try:
            await self._connect(client)
            answer = await self._hand_over(client, message, aan)
            # It has the mail; whether it also says goodbye does not matter.
            with contextlib.suppress(SMTPException, OSError):
                await client.quit(timeout=_GOODBYE_SECONDS)
        finally:
            client.close()
        return answer

    async def _connect(self, client: SMTP) -> None:
        try:
            await client.connect()
        except (SMTPException, OSError) as error:
            raise MailServerAwayError(_words(error)) from error

    async def _hand_over(self, client: SMTP, message: EmailMessage, aan: str) -> str:
        try:
            _, answer = await client.send_message(
                message, sender=self.afzender.addr_spec, recipients=[aan]
            )
        except SMTPSenderRefused as error:
            # Our own address: every other mail would hear the same, and none may be lost by it.
            raise MailServerAwayError(_words(error)) from error
        except SMTPNotSupported as error:
            raise RefusedError(_words(error)) from error
        except SMTPRecipientsRefused as error:
            raise _kind(error.recipients[0]) from error
        except SMTPResponseException as error:
            raise _kind(error) from error
        except (SMTPException, OSError) as error:
            raise NotYetError(_words(error)) from error
        return answer[:MAX_ANTWOORD]


def open_courier(settings: Settings) -> Courier | None:
    """The mail server of these settings, or None when there is none.

    Raises SettingsError when they cannot be right.
    """
    if settings.smtp_url is None:
        return None
    # What stands in it may be a password, so it is not repeated.
    wrong = SettingsError("SMTP_URL moet eruitzien als smtp://naam:wachtwoord@server:587.")
    try:
        url = urlsplit(settings.smtp_url.get_secret_value())
        port = url.port
    except ValueError as error:
        raise wrong from error
    if url.scheme not in _PORTS or not url.hostname:
        raise wrong
    return Courier(_sender(settings), settings.public_url, _options(settings, url, port))


def _sender(settings: Settings) -> Address:
    name, address = parseaddr(settings.mail_from or "")
    if not is_sendable(address):
        raise SettingsError("Zet ook MAIL_FROM, zoals 'Sociale kaart <kaart@example.org>'.")
    return Address(name, addr_spec=address)


def _options(settings: Settings, url: SplitResult, port: int | None) -> dict[str, Any]:
    direct = url.scheme == "smtps"
    usual = _SUBMISSION_PORT if url.username and not direct else _PORTS[url.scheme]
    # A password goes over the line in the open only when the settings ask for that.
    start_tls = settings.smtp_starttls if not url.username else settings.smtp_starttls is not False
    return {
        "hostname": url.hostname,
        "port": port or usual,
        "username": unquote(url.username) if url.username else None,
        "password": unquote(url.password) if url.password else None,
        "timeout": settings.smtp_timeout_seconds,
        "use_tls": direct,
        "start_tls": False if direct else start_tls,
    }


def _kind(error: SMTPResponseException) -> NotYetError | RefusedError:
    kind = RefusedError if error.code >= _PERMANENT else NotYetError
    return kind(_words(error))


def _words(error: Exception) -> str:
    if isinstance(error, SMTPResponseException):
        return f"{error.code} {error.message}"[:MAX_ANTWOORD]
    return type(error).__name__
