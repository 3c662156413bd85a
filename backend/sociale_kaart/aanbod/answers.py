import orjson
from fastapi import Request, Response

from sociale_kaart.aanbod.documents import document_of
from sociale_kaart.aanbod.models import Aanbod
from sociale_kaart.core.answers import json_answer
from sociale_kaart.core.clock import today
from sociale_kaart.core.versions import version_etag


def aanbod_answer(request: Request, aanbod: Aanbod, status_code: int = 200) -> Response:
    """A listing as it stands after a change, with the version that the next one names."""
    body = orjson.dumps(document_of(aanbod, today()))
    return json_answer(
        request, body, etag=version_etag(aanbod.versie, body), status_code=status_code
    )
