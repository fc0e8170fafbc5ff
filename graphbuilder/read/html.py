"""Web pages: the main text, with what the page says about itself."""

from __future__ import annotations

import codecs
import logging
import re
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from graphbuilder.errors import ReadError
from graphbuilder.model import Article
from graphbuilder.read.assemble import assemble
from graphbuilder.read.dates import find_date
from graphbuilder.read.header import Header

_LEAST_TEXT = 40
"""Characters below which a main text is a menu or a notice."""


def article(data: bytes, *, location: str, url: str | None = None) -> Article:
    """The article on a page: its headline, then its paragraphs with blank lines between them.

    ``url`` is where the page came from, for pages that do not say so themselves.

    Raises:
        ReadError: no page, a page without an article, or an article that is not English.
    """
    if not data.strip():
        raise ReadError("an empty file; remove it or save the page again")
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError("a binary file, not a web page; convert it to .txt, .html or .jsonl")
    page = _extract(data, url)
    body = (page.text or "").strip() if page else ""
    if len(body) < _LEAST_TEXT:
        raise ReadError("a page without article text; save the article itself, or its text as .txt")
    header = Header(
        title=page.title or "",
        url=page.url or url,
        outlet=page.sitename,
        author=page.author,
        published=find_date(page.date or ""),
    )
    return assemble(_with_headline(header.title, body), location=location, header=header)


def fetch(url: str) -> Article:
    """The article at a URL.

    Raises:
        ReadError: no answer, an answer other than a page, or a page without an article.
    """
    response = _response(url)
    if response is None:
        raise ReadError("no answer from there; check the address and the network, or save the page as .html")
    if response.status != 200:
        raise ReadError(
            f"the server answered with status {response.status}; check the address, or save the page as .html"
        )
    return article(response.data or b"", location=url, url=response.url)


def _response(url: str) -> Any:
    from trafilatura.downloads import fetch_response
    from trafilatura.settings import use_config

    _hush()
    config = use_config()
    # Evidence from a server that cannot prove its name is none.
    config.set("DEFAULT", "INSECURE_SSL_FALLBACK", "off")
    # Who names a local address means it; a public page that leads to one is stopped.
    config.set("DEFAULT", "SSRF_PROTECTION", "off" if _is_local(url) else "on")
    return fetch_response(url, config=config)


def _is_local(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or not ip_address(host).is_global
    except ValueError:
        return False


def _extract(data: bytes, url: str | None) -> Any:
    """The page as trafilatura sees it; only dates that the page states, for a guessed one would be evidence."""
    from trafilatura import bare_extraction

    _hush()
    dates = {"extensive_search": False, "original_date": True}
    return bare_extraction(data, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates)


def _hush() -> None:
    """Keep the library's own messages off the terminal: each failure is told once, by ``reject``."""
    for name in ("trafilatura", "htmldate"):
        log = logging.getLogger(name)
        if not log.handlers:
            log.addHandler(logging.NullHandler())


def _with_headline(title: str, body: str) -> str:
    paragraphs = re.sub(r"\n+", "\n\n", body)
    if not title or paragraphs.casefold().startswith(title.casefold()):
        return paragraphs
    return f"{title}\n\n{paragraphs}"
