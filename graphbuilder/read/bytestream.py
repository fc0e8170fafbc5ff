"""Bytes of unknown size and encoding, read within bounds and decoded without changing a character."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from graphbuilder.errors import ReadError

MAX_TEXT = 4_000_000
"""Bytes of a plain text: no character takes more than four of them."""
MAX_LINE = 6_000_000
"""Bytes of a JSON object: an escaped character takes six of them."""
MAX_PAGE = 20_000_000
"""Bytes of a web page, most of which is no text."""

_CHUNK = 1 << 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = (b"%PDF-", b"PK\x03\x04", b"{\\rtf")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# Two bytes or more that are UTF-8 hardly ever occur in Windows text, so they show UTF-8 that was damaged elsewhere.
_UTF8_PART = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_MOST_FOREIGN = 0.1


class Line(NamedTuple):
    """One line with its end; not ``complete`` where it was too long and its rest has been passed over."""

    content: bytes
    complete: bool


def read_bounded(stream: BinaryIO, limit: int) -> bytes:
    """All bytes of a stream.

    Raises:
        ReadError: there are more than ``limit``.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise ReadError(f"more than {limit:,} bytes; split it into articles")
    return data


def bounded_lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """Lines that end in a line feed, none longer than ``limit`` bytes in memory."""
    while line := stream.readline(limit):
        complete = len(line) < limit or line.endswith(b"\n")
        if not complete:
            while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                pass
        yield Line(line, complete)


def decode(data: bytes) -> str:
    """Text from UTF-8, UTF-16 with a byte order mark, or Windows-1252; line ends stay as they are.

    A byte order mark is no part of the text.

    Raises:
        ReadError: the bytes are not text, or in an encoding that shows no sense.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    if b"\0" in data or data.startswith(_BINARY):
        raise ReadError("a binary file, not text; convert it to .txt, .html or .jsonl")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _windows(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"begins as {error.encoding} but breaks off at byte {error.start:,}; save it as UTF-8"
        ) from error
    if "\0" in text:
        raise ReadError("a binary file, not text; convert it to .txt, .html or .jsonl")
    return text


def _windows(data: bytes) -> str:
    foreign = sum(byte >= 0x80 for byte in data)
    if _CONTROL.search(data) or _UTF8_PART.search(data) or foreign > _MOST_FOREIGN * len(data):
        raise ReadError("its encoding is unknown or its bytes are damaged; save it as UTF-8")
    try:
        return data.decode("windows-1252")
    except UnicodeDecodeError as error:
        raise ReadError("its encoding is unknown or its bytes are damaged; save it as UTF-8") from error
