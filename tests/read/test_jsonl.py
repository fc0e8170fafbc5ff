"""JSON gives articles under the keys that collections use; a broken line costs no other."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from read_cases import BODY, attempt, write


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {
                "text": BODY,
                "title": "T",
                "url": "https://a.example/1",
                "outlet": "O",
                "author": "A",
                "published": "2020-02-03",
            },
            ("https://a.example/1", "T", "O", "A", date(2020, 2, 3)),
        ),
        (
            {
                "body": BODY,
                "headline": "T",
                "link": "https://a.example/1",
                "source": {"name": "O"},
                "authors": ["A", "B"],
                "publishedAt": "2020-02-03T10:00:00Z",
            },
            ("https://a.example/1", "T", "O", "A, B", date(2020, 2, 3)),
        ),
        (
            {"content": BODY, "id": 17, "publisher": "O", "date": "3 February 2020"},
            ("17", "", "O", None, date(2020, 2, 3)),
        ),
        (
            {"text": BODY, "url": "https://www.a.example/1", "published": 12},
            ("https://www.a.example/1", "", "a.example", None, None),
        ),
        ({"text": BODY, "title": None, "url": {}, "author": True}, ("FILE:1", "", None, None, None)),
        (
            {"text": f"Council denies talks\nBy Ada Moreau\n\n{BODY}"},
            ("FILE:1", "Council denies talks", None, "Ada Moreau", None),
        ),
    ],
)
def test_a_json_line_is_an_article(
    record: dict[str, object], expected: tuple[str, str, str | None, str | None, date | None], tmp_path: Path
) -> None:
    path = write(tmp_path / "a.jsonl", json.dumps(record))
    [article], rejected = attempt(path)
    header = article.publication
    assert rejected == []
    assert article.text.endswith(BODY)
    assert (
        header.location.replace(str(path), "FILE"),
        header.title,
        header.outlet,
        header.author,
        header.published,
    ) == (expected)


def test_a_broken_line_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = json.dumps({"text": BODY})
    lines = [
        good,
        '{"text": "cut of',
        "",
        '["no object"]',
        '{"title": "no text"}',
        '{"text": "\udcff\udc81"}',
        "[" * 100_000,
        good,
    ]
    path = write(tmp_path / "a.jsonl", "\n".join(lines).encode("utf-8", "surrogateescape"))
    articles, rejected = attempt(path)
    assert len(articles) == 2
    assert [place for place, _ in rejected] == [f"{path}:{number}" for number in (2, 4, 5, 6, 7)]
    assert [reason.split(" (")[0].split(";")[0] for _, reason in rejected] == [
        "broken JSON",
        "not a JSON object",
        "no text in it",
        "its encoding is unknown or its bytes are damaged",
        "JSON nested too deeply or with numbers too long",
    ]


def test_line_separators_inside_a_json_text_do_not_split_it(tmp_path: Path) -> None:
    record = json.dumps({"text": f"{BODY}\u2028{BODY}"}, ensure_ascii=False)
    [article], rejected = attempt(write(tmp_path / "a.jsonl", f"{record}\r\n"))
    assert article.text == f"{BODY}\u2028{BODY}"
    assert rejected == []


def test_a_lone_surrogate_is_replaced_and_keeps_offsets(tmp_path: Path) -> None:
    [article], _ = attempt(write(tmp_path / "a.jsonl", r'{"text": "A \ud800 B. ' + BODY.strip() + '"}'))
    assert article.text == f"A \ufffd B. {BODY.strip()}"


def test_a_json_file_holds_one_object(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", json.dumps({"text": BODY, "url": "https://a.example/1"}, indent=2))
    [article], rejected = attempt(path)
    assert (article.publication.location, article.publication.url, rejected) == (str(path), "https://a.example/1", [])
