from sociale_kaart.cli.servers import Tools, run
from sociale_kaart.controle import service
from sociale_kaart.core.clock import utc_now


def ask_owners() -> int:
    """Asks now, without waiting for the morning; returns how many mails there are to send."""

    async def work(tools: Tools) -> int:
        async with tools.database.transaction() as session:
            return await service.ask_owners(session, tools.settings.public_url, utc_now())

    return run(work, with_engine=False)
