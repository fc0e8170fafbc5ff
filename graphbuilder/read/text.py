"""Plain text: the file as it is, so that offsets count in the user's own file."""

from __future__ import annotations

from graphbuilder.model import Article
from graphbuilder.read.assemble import assemble
from graphbuilder.read.bytestream import decode


def article(data: bytes, *, location: str) -> Article:
    """The article in a plain text; title, byline and dateline stay in it.

    Raises:
        ReadError: not text, empty, too long, or not English.
    """
    return assemble(decode(data), location=location)
