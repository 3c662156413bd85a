"""An app that makes codes, for accounts of tests."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from sociale_kaart.accounts.routes import HALF_COOKIE, SESSION_COOKIE
from sociale_kaart.accounts.tokens import hash_token
from sociale_kaart.accounts.tweedestap import rules
from sociale_kaart.accounts.tweedestap.kluis import Kluis
from sociale_kaart.accounts.tweedestap.models import HalveSessie, Herstelcode, TweedeStap
from sociale_kaart.accounts.tweedestap.service import HALF_LIFETIME
from sociale_kaart.core.clock import utc_now
from sociale_kaart.core.db import Database
from tests.settings import SECRET_KEY


@dataclass(frozen=True)
class App:
    """What somebody has on their telephone, and on paper."""

    geheim: bytes
    herstelcodes: tuple[str, ...]

    def code(self, later: int = 0) -> str:
        """What it shows now, or so many half minutes later."""
        return rules.code_at(self.geheim, rules.step_of(utc_now()) + later)

    def wrong_code(self) -> str:
        """Six figures that it has not shown lately and will not show soon."""
        near = {self.code(step) for step in range(-20, 20)}
        return next(code for number in range(50) if (code := f"{number:06}") not in near)


async def turn_on(database: Database, account_id: UUID) -> App:
    """Has this account ask for a code, as if somebody had turned that on."""
    app = App(rules.new_secret(), tuple(rules.new_recovery_codes()))
    async with database.transaction() as session:
        sealed = Kluis(SECRET_KEY).seal(app.geheim, account_id)
        session.add(TweedeStap(account_id=account_id, geheim=sealed, aan_sinds=utc_now()))
        await session.flush()
        for code in app.herstelcodes:
            code_hash = hash_token(rules.bare_recovery_code(code))
            session.add(Herstelcode(account_id=account_id, code_hash=code_hash))
    return app


async def half_way(database: Database, account_id: UUID) -> dict[str, str]:
    """The headers of who gave no code yet, and tries the same token as that of a whole session."""
    token = secrets.token_urlsafe(8)
    async with database.transaction() as session:
        session.add(
            HalveSessie(
                token_hash=hash_token(token),
                account_id=account_id,
                verloopt_op=utc_now() + HALF_LIFETIME,
            )
        )
    return {"Cookie": f"{SESSION_COOKIE}={token}; {HALF_COOKIE}={token}"}
