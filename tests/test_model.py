"""The nouns of the domain: ids, lines of JSON and what they refuse, contested ties."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from graphbuilder.errors import ClaimError
from graphbuilder.model import Actor, Article, Claim, Publication, Source, Tie, content_id

PUBLICATION = Publication("p1", "news/1.txt", title="A title", outlet="Daily", published=date(2020, 2, 29))
CLAIM = Claim(
    id="c1",
    subject=Actor("a1", "person", "AQIS leader", named=False),
    relation="MEMBER_OF",
    object=Actor("a2", "group", "al-Qaeda in the Indian Subcontinent", aliases=("AQIS",)),
    stance="uncertain",
    status="ended",
    source=Source("Afghan officials", "group"),
    confidence=0.7,
    quote="Quoted.",
    char_start=3,
    char_end=10,
    rule="leads/role/leader",
    publication=PUBLICATION,
)
LINE = {
    "id": "c1",
    "article": "news/1.txt",
    "subject": {"name": "AQIS leader", "type": "person", "named": False, "id": "a1", "aliases": []},
    "relation": "MEMBER_OF",
    "object": {
        "name": "al-Qaeda in the Indian Subcontinent",
        "type": "group",
        "named": True,
        "id": "a2",
        "aliases": ["AQIS"],
    },
    "stance": "uncertain",
    "status": "ended",
    "source": {"name": "Afghan officials", "type": "group"},
    "confidence": 0.7,
    "quote": "Quoted.",
    "char_start": 3,
    "char_end": 10,
    "rule": "leads/role/leader",
    "publication": {
        "id": "p1",
        "title": "A title",
        "url": None,
        "outlet": "Daily",
        "author": None,
        "published": "2020-02-29",
        "language": "en",
    },
}


def _without(*path: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(json.dumps(LINE))
    inner = row
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return row


def _with(value: object, *path: str) -> dict[str, Any]:
    row: dict[str, Any] = json.loads(json.dumps(LINE))
    inner = row
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return row


def test_a_line_has_the_keys_of_the_format_in_their_order() -> None:
    assert json.dumps(CLAIM.to_json()) == json.dumps(LINE)


def test_a_claim_comes_back_from_its_line() -> None:
    assert Claim.from_json(LINE) == CLAIM


@pytest.mark.parametrize(
    "row",
    [
        *(_without(key) for key in LINE if key not in {"publication"}),
        _without("subject", "name"),
        _without("object", "type"),
        _without("source", "type"),
        _with("maybe", "stance"),
        _with("over", "status"),
        _with("state", "subject", "type"),
        _with("analyst", "source", "type"),
        _with("much", "confidence"),
        _with(None, "char_start"),
        _with("Hamas", "object"),
        _with("yesterday", "publication", "published"),
        _with("unknown key", "publication", "paper"),
    ],
)
def test_a_line_that_breaks_the_format_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(ClaimError, match="not a claim"):
        Claim.from_json(row)


def test_lines_of_other_programs_may_leave_out_what_can_be_reckoned() -> None:
    row = _without("publication")
    del row["object"]["id"], row["object"]["aliases"], row["object"]["named"]
    claim = Claim.from_json(row)
    assert claim.publication == Publication(content_id("news/1.txt"), "news/1.txt")
    assert claim.object == Actor(content_id("group", claim.object.name), "group", claim.object.name)


def test_no_source_is_the_voice_of_the_article() -> None:
    assert Claim.from_json(_with(None, "source")).source is None


@pytest.mark.parametrize(
    ("some", "others", "same"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("b", "a"), False),
        (("ab", "c"), ("a", "bc"), False),
        ((1, 2), ("1", "2"), True),
        (("a", None), ("a", ""), True),
        (("a",), ("a", None), False),
        (("é",), ("e",), False),
    ],
)
def test_an_id_depends_on_its_parts_alone(some: tuple[object, ...], others: tuple[object, ...], same: bool) -> None:
    assert (content_id(*some) == content_id(*others)) is same


def test_an_id_is_the_same_in_each_release() -> None:
    assert content_id("group", "taliban") == "b472db700f3ef624"


@pytest.mark.parametrize(
    ("asserted", "denied", "uncertain", "contested"),
    [(1, 0, 0, False), (0, 1, 0, False), (1, 1, 0, True), (0, 1, 1, True), (1, 0, 1, False), (0, 0, 0, False)],
)
def test_a_tie_is_contested_where_claims_speak_for_and_against(
    asserted: int, denied: int, uncertain: int, contested: bool
) -> None:
    tie = Tie("a", "FIGHTS", "b", asserted, denied, uncertain, articles=1, outlets=1, first=None, last=None)
    assert tie.contested is contested


def test_an_article_has_the_id_of_its_publication() -> None:
    assert Article(PUBLICATION, "Text.").id == "p1"
