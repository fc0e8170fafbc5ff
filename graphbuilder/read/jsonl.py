"""JSON: one article a line, or one object in a file, under the keys that such collections use."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graphbuilder.errors import ReadError
from graphbuilder.model import Article
from graphbuilder.read.assemble import assemble
from graphbuilder.read.bytestream import MAX_LINE, Line, decode
from graphbuilder.read.dates import find_date
from graphbuilder.read.header import Header

_KEYS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url", "uri"),
    "outlet": ("outlet", "source", "publisher", "sitename", "site_name", "source_name", "newspaper"),
    "author": ("author", "authors", "byline", "creator"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedAt",
        "publication_date",
        "date_publish",
        "datePublished",
        "pub_date",
        "pubDate",
    ),
    "id": ("id", "_id", "guid"),
}


def articles(lines: Iterable[Line], *, location: str, reject: Callable[[str, str], None]) -> Iterator[Article]:
    """An article for each line; a line that is none is rejected as ``FILE:LINE``, and the rest goes on.

    Rejects the file itself when it has no line with anything in it.
    """
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.content.strip():
            continue
        empty = False
        place = f"{location}:{number}"
        try:
            if not line.complete:
                raise ReadError(f"a line of more than {MAX_LINE:,} bytes; split it into articles, one a line")
            yield _from_record(_parse(line.content), place)
        except ReadError as error:
            reject(place, str(error))
    if empty:
        raise ReadError("an empty file; remove it or put articles there, one JSON object a line")


def article(data: bytes, *, location: str) -> Article:
    """The article in a file that holds one JSON object; named by the file, whatever URL it gives.

    Raises:
        ReadError: no JSON object, or no article in it.
    """
    if not data.strip():
        raise ReadError("an empty file; remove it or put one JSON object there")
    record = _parse(data)
    return assemble(_text(record), location=location, header=_header(record))


def _from_record(record: Mapping[str, Any], place: str) -> Article:
    header = _header(record)
    return assemble(_text(record), location=header.url or _first(record, "id") or place, header=header)


def _parse(data: bytes) -> dict[str, Any]:
    try:
        record = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise ReadError(f"broken JSON ({error.msg}, column {error.colno}); mend or remove this line") from error
    except (ValueError, RecursionError) as error:
        raise ReadError("JSON nested too deeply or with numbers too long; mend or remove it") from error
    if not isinstance(record, dict):
        raise ReadError('not a JSON object; an article looks like {"text": "...", "title": "...", "url": "..."}')
    return record


def _text(record: Mapping[str, Any]) -> str:
    for key in _KEYS["text"]:
        value = record.get(key)
        if isinstance(value, str) and value.strip():
            return value
    raise ReadError('no text in it; an article needs the key "text"')


def _header(record: Mapping[str, Any]) -> Header:
    return Header(
        title=_first(record, "title") or "",
        url=_first(record, "url"),
        outlet=_first(record, "outlet"),
        author=_first(record, "author"),
        published=find_date(_first(record, "published") or ""),
    )


def _first(record: Mapping[str, Any], field: str) -> str | None:
    """The first value under one of a field's keys that is or holds a name."""
    return next(filter(None, (_words(record.get(key)) for key in _KEYS[field])), None)


def _words(value: object) -> str:
    match value:
        case bool() | None:
            return ""
        case str() | int():
            return " ".join(str(value).split())
        case {"name": name} | {"title": name}:
            return _words(name)
        case list():
            return ", ".join(filter(None, map(_words, value)))
        case _:
            return ""
