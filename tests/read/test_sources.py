"""Folders and standard input are read; bad input of every kind is told by name while the rest goes on."""

from __future__ import annotations

import io
import json
import logging
import tracemalloc
from pathlib import Path
from types import SimpleNamespace

import pytest
from read_cases import BODY, MENU, PAGE, SPANISH, attempt, write


def test_a_folder_is_walked_sorted_without_what_is_hidden(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    names = [
        "b.txt",
        "a.TXT",
        "sub/c.htm",
        "sub/d.jsonl",
        "sub/empty.txt",
        ".hidden.txt",
        ".git/x.txt",
        "e.pdf",
        "LICENSE",
    ]
    content = {"c.htm": PAGE, "d.jsonl": json.dumps({"text": BODY}), "empty.txt": ""}
    for name in names:
        write(tmp_path / name, content.get(Path(name).name, BODY))
    with caplog.at_level(logging.WARNING):
        articles, rejected = attempt(tmp_path)
    places = [article.publication.location.removeprefix(f"{tmp_path}/") for article in articles]
    assert places == ["a.TXT", "b.txt", "sub/c.htm", "sub/d.jsonl:1"]
    assert [place for place, _ in rejected] == [str(tmp_path / "sub/empty.txt")]
    assert [record.getMessage() for record in caplog.records] == [
        f"{tmp_path}: 2 files of other kinds left out (.pdf 1, no suffix 1); give .txt, .html, .jsonl or .json"
    ]


@pytest.mark.parametrize(
    ("content", "places", "rejected"),
    [
        (BODY, ["-"], []),
        (f"\n \n{BODY}", ["-"], []),
        (
            f'\n {json.dumps({"text": BODY})}\n{{"broken"\n{json.dumps({"text": BODY, "id": "x"})}',
            ["-:2", "x"],
            ["-:3"],
        ),
        ("", [], ["-"]),
        ("x" * 5_000_000, [], ["-"]),
    ],
)
def test_standard_input(content: str, places: list[str], rejected: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content.encode())))
    articles, told = attempt("-")
    assert [article.publication.location for article in articles] == places
    assert [place for place, _ in told] == rejected


def test_a_named_file_without_suffix_is_read_like_standard_input(tmp_path: Path) -> None:
    articles, rejected = attempt(
        write(tmp_path / "article", BODY), write(tmp_path / "lines", json.dumps({"text": BODY}))
    )
    assert [article.text for article in articles] == [BODY, BODY]
    assert rejected == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.txt", None, "no such file or folder; check the path"),
        ("empty.txt", b"", "nothing in it"),
        ("blank.txt", b" \r\n\xc2\xa0\n", "nothing in it"),
        ("empty.html", b"", "an empty file"),
        ("empty.jsonl", b"\n", "an empty file"),
        ("empty.json", b"", "an empty file"),
        ("binary.txt", b"\x7fELF\0\0\x01" + BODY.encode(), "a binary file"),
        ("binary.html", b"\x7fELF\0\0\x01" + PAGE.encode(), "a binary file"),
        ("binary.jsonl", b"\x7fELF\0\0\x01" + BODY.encode(), "a binary file"),
        ("scan.txt", b"%PDF-1.7\n" + BODY.encode(), "a binary file"),
        ("undecodable.txt", BODY.encode() + b"\xff\xfe\x81\x8d", "save it as UTF-8"),
        ("damaged.txt", ("é" + BODY).encode() + b"\xc3", "save it as UTF-8"),
        ("cyrillic.txt", "Совет долин отрицает встречу".encode("koi8-r"), "save it as UTF-8"),
        ("half.txt", BODY.encode("utf-16") + b"\0", "save it as UTF-8"),
        ("long.txt", b"word " * 250_000, "more than 1,000,000 characters; split it"),
        ("menu.html", MENU.encode(), "a page without article text"),
        ("spanish.txt", SPANISH.encode(), "looks like Spanish (es), only English is read"),
        (
            "russian.txt",
            ("Совет восточных долин заявил, что никогда не встречался с посланниками. " * 3).encode(),
            "looks like Russian (ru), only English is read",
        ),
        ("page.pdf", b"%PDF-1.7", "files of kind .pdf are not read; give .txt, .html, .jsonl or .json"),
    ],
)
def test_bad_input_is_told_by_name_and_the_rest_goes_on(
    name: str, content: bytes | None, reason: str, tmp_path: Path
) -> None:
    bad = tmp_path / name
    if content is not None:
        write(bad, content)
    articles, rejected = attempt(bad, write(tmp_path / "good.txt", BODY))
    [(place, said)] = rejected
    assert place.removesuffix(":1") == str(bad)
    assert reason in said
    assert [article.text for article in articles] == [BODY]


@pytest.mark.parametrize("location", ["", "http://[broken", "https://", "http://127.0.0.1:9/article"])
def test_an_address_without_an_article_is_told(location: str) -> None:
    articles, [(place, reason)] = attempt(location)
    assert (articles, place) == ([], location)
    assert "check the" in reason


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    write(tmp_path / "scan.pdf", b"%PDF-1.7")
    _, [(place, reason)] = attempt(tmp_path)
    assert place == str(tmp_path)
    assert reason == "no articles in this folder (only .pdf 1); give .txt, .html, .jsonl or .json"


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.html", "a"])
def test_a_line_of_fifty_megabytes_is_told_and_never_held_in_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b"\n" + json.dumps({"text": BODY}).encode())
    tracemalloc.start()
    articles, [(place, reason)] = attempt(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert place == (f"{path}:1" if name == "a.jsonl" else str(path))
    assert "split it into articles" in reason
    assert [article.text for article in articles] == ([BODY] if name == "a.jsonl" else [])
    assert peak < 45_000_000
