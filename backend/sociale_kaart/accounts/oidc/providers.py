from sociale_kaart.accounts.oidc.dienst import read_diensten
from sociale_kaart.accounts.oidc.provider import Provider
from sociale_kaart.core.config import Settings


def open_providers(settings: Settings) -> dict[str, Provider]:
    """The providers of these settings by their code; nothing is asked yet, the caller closes them.

    Raises SettingsError.
    """
    secret = settings.oidc_issuers
    diensten = read_diensten(secret.get_secret_value() if secret else None)
    return {
        dienst.code: Provider(
            dienst,
            f"{settings.public_url.rstrip('/')}/inloggen/{dienst.code}/antwoord",
            settings.oidc_timeout_seconds,
        )
        for dienst in diensten
    }
