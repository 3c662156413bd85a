"""Whether a visitor asks, as far as can be seen without knowing who."""

import re

from fastapi import Request

# What programs call themselves that look at pages for others than the one who asks.
_ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview|headless|lighthouse|monitor", re.IGNORECASE)
_PREFETCH = "prefetch"


def is_visitor(request: Request) -> bool:
    """Whether somebody looks at this in a browser, who is not logged in.

    Browsers say how they ask (Sec-Fetch-Mode) and call themselves Mozilla; programs seldom do both,
    and ours that draws pages does not. The site sets one cookie, for who logs in, so that any
    cookie tells a colleague. What a browser fetches in case it is wanted was seen by nobody.
    """
    headers = request.headers
    agent = headers.get("user-agent", "")
    return (
        "sec-fetch-mode" in headers
        and agent.startswith("Mozilla/")
        and "cookie" not in headers
        and _PREFETCH not in headers.get("sec-purpose", headers.get("purpose", ""))
        and not _ROBOT.search(agent)
    )
