"""Tables for people: everything is there, nothing is wider than the terminal, and what is long can be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuilder.cli.table import table

QUOTE = "Zabihullah Mujahid, the group's spokesman, said that the Taliban had no ties to al-Qaeda, and villagers died."
TIE = {"subject": "Taliban", "relation": "HAS_TIES_TO", "object": "al-Qaeda"}
WORDS = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=24)
CELLS = st.lists(WORDS, max_size=25).map(" ".join)


def _lines(*rows: Mapping[str, str], room: int, headings: Sequence[str] = ()) -> list[str]:
    columns = {key: [row[key] for row in rows] for key in rows[0]}
    return list(table(columns, room=room, style=str, headings=headings))


@pytest.mark.parametrize(
    ("row", "room", "lines"),
    [
        pytest.param(
            {**TIE, "claims": "2"},
            80,
            [
                "subject  relation     object    claims",
                "──────────────────────────────────────",
                "Taliban  HAS_TIES_TO  al-Qaeda       2",
            ],
            id="as wide as its cells, numbers to the right",
        ),
        pytest.param(
            {**TIE, "said_by": "Khorasan Wire\nNational Directorate of Security"},
            52,
            [
                "subject  relation     object    said_by",
                "────────────────────────────────────────────────────",
                "Taliban  HAS_TIES_TO  al-Qaeda  Khorasan Wire",
                "                                National Directorate",
                "                                  of Security",
            ],
            id="the widest column gives way, and what goes on is set in",
        ),
        pytest.param(
            {**TIE, "quote": QUOTE},
            60,
            [
                "subject  relation     object",
                "──────────────────────────────",
                "Taliban  HAS_TIES_TO  al-Qaeda",
                "    Zabihullah Mujahid, the group's spokesman, said that the",
                "    Taliban had no ties to al-Qaeda, and villagers died.",
                "",
            ],
            id="a sentence without room stands beneath",
        ),
        pytest.param(
            {**TIE, "claims": "2", "first": "2020-02-14", "quote": QUOTE},
            40,
            [
                "subject  relation     object    claims",
                "──────────────────────────────────────",
                "Taliban  HAS_TIES_TO  al-Qaeda       2",
                "    first: 2020-02-14",
                "    quote: Zabihullah Mujahid, the",
                "    group's spokesman, said that the",
                "    Taliban had no ties to al-Qaeda, and",
                "    villagers died.",
                "",
            ],
            id="so do the last columns of a narrow terminal",
        ),
        pytest.param(
            {**TIE, "source": ""},
            20,
            ["subject   Taliban", "relation  HAS_TIES_TO", "object    al-Qaeda", ""],
            id="blocks where nothing else fits, without what is empty",
        ),
    ],
)
def test_layout(row: Mapping[str, str], room: int, lines: list[str]) -> None:
    assert _lines(row, room=room) == lines


def test_rows_stand_under_their_headings() -> None:
    row = {"actor": "Taliban"}
    assert _lines(row, row, row, room=80, headings=["a.txt", "a.txt", "b.txt"])[2:] == [
        *("", "a.txt", "Taliban", "Taliban"),
        *("", "b.txt", "Taliban"),
    ]


@given(
    rows=st.lists(st.fixed_dictionaries(dict.fromkeys(("who", "what", "whom", "quote"), CELLS)), min_size=1),
    room=st.integers(36, 160),
)
def test_nothing_is_lost_or_too_wide(rows: list[dict[str, str]], room: int) -> None:
    lines = _lines(*rows, room=room)
    assert all(len(line) <= room for line in lines)
    words = " ".join(lines).split()
    for row in rows:
        assert all(words.count(word) >= cell.split().count(word) for cell in row.values() for word in cell.split())
