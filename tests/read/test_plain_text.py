"""Plain text stays as it is; only an end that is no article goes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read_cases import BODY, attempt, write


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (BODY.encode(), BODY),
        (b"\xef\xbb\xbf" + BODY.encode(), BODY),
        (BODY.encode("utf-16"), BODY),
        (("é" + BODY).encode("windows-1252"), "é" + BODY),
        (("“Never,” he said. " + BODY).encode("windows-1252"), "“Never,” he said. " + BODY),
        (BODY.replace("\n", "\r\n").encode() * 2, BODY.replace("\n", "\r\n") * 2),
        (f"  {BODY}\u2028{BODY}\u2029\x0b{BODY}  ".encode(), f"  {BODY}\u2028{BODY}\u2029\x0b{BODY}  "),
        (b"Front commander embedded with Guard", "Front commander embedded with Guard"),
        (
            b"Jama'at Nusrat al-Islam wal-Muslimin raids Ansaroul Islam camp",
            "Jama'at Nusrat al-Islam wal-Muslimin raids Ansaroul Islam camp",
        ),
    ],
)
def test_plain_text_stays_as_it_is(content: bytes, text: str, tmp_path: Path) -> None:
    articles, rejected = attempt(write(tmp_path / "a.txt", content))
    assert [article.text for article in articles] == [text]
    assert rejected == []


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_an_article_is_a_prefix_of_its_file(text: str, tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", text)
    articles, rejected = attempt(path)
    assert len(articles) + len(rejected) == 1
    assert all(text.removeprefix("\ufeff").startswith(article.text) for article in articles)


def test_title_byline_and_dateline_stay_in_the_text(tmp_path: Path) -> None:
    content = f"Council denies talks\nBy Ada Moreau\n\nKABUL, May 15, 2019 (Reuters) - {BODY}\nShare this\n"
    [article], _ = attempt(write(tmp_path / "a.txt", content))
    assert article.text == content.removesuffix("Share this\n")
    header = article.publication
    assert (header.title, header.author, header.outlet) == ("Council denies talks", "Ada Moreau", "Reuters")
    assert (header.published, header.location, header.url) == (date(2019, 5, 15), str(tmp_path / "a.txt"), None)


def test_the_id_depends_on_the_text_and_not_on_the_place(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, BODY) for name in ("a.txt", "b.txt")]
    articles, _ = attempt(*paths, write(tmp_path / "c.txt", BODY + BODY))
    assert len({article.id for article in articles}) == 2
