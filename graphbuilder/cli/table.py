"""Rows as a table for people: what is short in columns, what is long beneath its row, and nothing cut off.

A table is as wide as its cells, or as the terminal, where the widest columns give way first. A column of sentences that
would become too narrow to read is written beneath each row instead; so is one whose words (paths, addresses) are too
long, and so are the last columns of a narrow terminal. Where hardly any would be left, each row becomes a block of
lines, one for each of its values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap

Columns = Mapping[str, Sequence[str]]
"""The cells of each column by its title; a line break parts the items of a list."""

Style = Callable[[str], str]
"""A cell's text in its colours, which take no room."""

_SENTENCE = 80  # characters; a cell that is longer is read as a text
_READABLE = 40  # columns; a text in fewer is tiring
_LONGEST_WORD = 24  # characters; longer ones are paths and addresses
_FEWEST = 3  # columns: who is tied how to whom
_GAP = "  "
_INDENT = "    "


def table(columns: Columns, *, room: int, style: Style, headings: Sequence[str] = ()) -> Iterator[str]:
    """The lines of a table of at most ``room`` characters; only a single word that is longer may go beyond.

    ``headings`` has one for each row; it is written where it changes.
    """
    widths = _widths(columns, room=room)
    if not widths:
        yield from _blocks(columns, room=room, style=style)
        return
    numbers = {key for key in widths if all(cell.replace(".", "", 1).isdigit() for cell in columns[key])}
    yield from _line({key: key for key in widths}, widths=widths, numbers=numbers, style=str)
    yield "─" * (sum(widths.values()) + len(_GAP) * (len(widths) - 1))
    above = ""
    for number, row in enumerate(_rows(columns)):
        if headings and headings[number] != above:
            above = headings[number]
            yield from ("", above)
        yield from _line(row, widths=widths, numbers=numbers, style=style)
        yield from _beneath({key: cell for key, cell in row.items() if key not in widths}, room=room)


def _widths(columns: Columns, *, room: int) -> dict[str, int]:
    """How wide each column is that stands beside the others, in their order; none where a row must be a block."""
    beside = list(columns)
    while beside:
        wanted = {key: max(map(_width, (key, *columns[key]))) for key in beside}
        least = {key: max(map(_longest_word, (key, *columns[key]))) for key in beside}
        left = room - len(_GAP) * (len(beside) - 1)
        widths = _shrunk(wanted, least=least, room=left)
        tiring = [key for key in beside if widths[key] < min(_READABLE, wanted[key]) and wanted[key] > _SENTENCE]
        if not tiring and sum(widths.values()) <= left:
            return widths
        wordy = max(beside, key=lambda key: least[key])
        moved = tiring or [wordy if least[wordy] > _LONGEST_WORD else beside[-1]]
        beside = [key for key in beside if key not in moved]
        if len(beside) < min(_FEWEST, len(columns)):
            break
    return {}


def _shrunk(wanted: Mapping[str, int], *, least: Mapping[str, int], room: int) -> dict[str, int]:
    """Widths that add up to the room: the widest column gives way first, and none below its longest word."""
    widths = dict(wanted)
    while sum(widths.values()) > room:
        loose = [key for key in widths if widths[key] > least[key]]
        if not loose:
            break
        widths[max(loose, key=lambda key: widths[key])] -= 1
    return widths


def _line(row: Mapping[str, str], *, widths: Mapping[str, int], numbers: Iterable[str], style: Style) -> Iterator[str]:
    """A row's cells side by side, on as many lines as the tallest takes."""
    cells = [_wrapped(row[key], width=width) for key, width in widths.items()]
    for parts in zip_longest(*cells, fillvalue=""):
        padded = (
            part.rjust(width) if key in numbers else part.ljust(width)
            for part, (key, width) in zip(parts, widths.items(), strict=True)
        )
        styled = (pad.replace(part, style(part), 1) if part else pad for pad, part in zip(padded, parts, strict=True))
        yield _GAP.join(styled).rstrip()


def _wrapped(cell: str, *, width: int) -> list[str]:
    """The lines of a cell; what goes on from an item of a list is set in, so that one sees where the next begins."""
    items = cell.split("\n")
    hang = _GAP if len(items) > 1 else ""
    return [
        line for item in items for line in wrap(item, width, break_on_hyphens=False, subsequent_indent=hang) or [""]
    ]


def _beneath(cells: Mapping[str, str], *, room: int) -> Iterator[str]:
    """What stands under its row: short values on one line, then texts, named where there are several values."""
    named = {key: f"{key}: {cell}" if len(cells) > 1 else cell for key, cell in cells.items() if cell}
    short = [text for key, text in named.items() if len(cells[key]) < _READABLE]
    for text in (_GAP.join(short), *(text for text in named.values() if text not in short)):
        yield from wrap(
            text.replace("\n", "; "),
            room,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
            break_long_words=False,
        )
    if cells:
        yield ""


def _blocks(columns: Columns, *, room: int, style: Style) -> Iterator[str]:
    """Each row as lines of title and value, without the empty ones, and an empty line after it."""
    title = max(map(len, columns))
    for row in _rows(columns):
        for key, cell in row.items():
            lines = _wrapped(cell, width=max(_LONGEST_WORD, room - title - len(_GAP)))
            for first, line in zip_longest([key], lines if cell else [], fillvalue=""):
                if cell:
                    yield f"{first:{title}}{_GAP}{style(line)}"
        yield ""


def _rows(columns: Columns) -> Iterator[dict[str, str]]:
    for cells in zip(*columns.values(), strict=True):
        yield dict(zip(columns, cells, strict=True))


def _width(cell: str) -> int:
    return max(map(len, cell.split("\n")))


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)
