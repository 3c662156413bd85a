"""Which compressed form of an answer a reader can take."""


def takes(accept_encoding: str, encoding: str) -> bool:
    """Whether an Accept-Encoding header takes this encoding (RFC 9110, 12.5.3), named itself."""
    for part in accept_encoding.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if name == encoding:
            return not any(_is_zero(parameter) for parameter in parameters)
    return False


def _is_zero(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    return name.strip() == "q" and value.strip().rstrip("0") in {"", "0."}
