"""What the articles of all sources share: limits, language, the end that is no article, the address and the id."""

from __future__ import annotations

import os
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from graphbuilder.errors import ReadError
from graphbuilder.model import Article, Publication, content_id
from graphbuilder.read.boilerplate import article_end
from graphbuilder.read.header import Header, find_header
from graphbuilder.read.language import refuse_other_languages

MAX_CHARACTERS = 1_000_000
"""Characters of one article; the parser takes no more, and no news article has a hundredth of it."""

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid")


def assemble(text: str, *, location: str, header: Header | None = None) -> Article:
    """An article from its whole text; what ``header`` leaves open is looked for in the text.

    The article's text is a prefix of ``text`` (lone surrogates replaced), so offsets count in both.

    Raises:
        ReadError: nothing in it, too long, or not English.
    """
    if not text.strip("\ufeff\u200b \t\r\n\f\v\u00a0\u2028\u2029"):
        raise ReadError("nothing in it; remove it or put the article's text there")
    if len(text) > MAX_CHARACTERS:
        raise ReadError(f"more than {MAX_CHARACTERS:,} characters; split it into articles")
    text = _storable(text)
    text = text[: article_end(text)]
    refuse_other_languages(text)
    known = (header or Header()).completed_by(find_header(text))
    return Article(_publication(known, text, location=location), text)


def canonical_url(url: str) -> str | None:
    """One address for one page: host in small letters, no fragment, no tracking parameters; None for no web address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port not in (None, 80, 443) else "")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([pair for pair in pairs if not pair[0].casefold().startswith(_TRACKING)])
    return urlunsplit((parts.scheme, host, parts.path.rstrip("/") or "/", query, ""))


def _publication(header: Header, text: str, *, location: str) -> Publication:
    url = canonical_url(header.url or "")
    return Publication(
        id=content_id("article", url or text),
        location=os.fsencode(location).decode("utf-8", "replace"),
        title=_storable(header.title),
        url=url,
        outlet=_storable(header.outlet or "") or _host(url),
        author=_storable(header.author or "") or None,
        published=header.published,
    )


def _host(url: str | None) -> str | None:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else None


def _storable(text: str) -> str:
    """No lone surrogates: JSON may escape them, but no file or store takes them."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
