"""A gold folder of one short article, and claims on it."""

from __future__ import annotations

import json
from pathlib import Path

from graphbuilder.evaluate import Annotation, Statement, read_gold
from graphbuilder.ontology import Relation

TEXT = (
    "Iran finances Hezbollah, which it has armed for years.\n\n"
    "Hassan Nasrallah leads Hezbollah. It denies links with Hamas.\n\n"
    "A Hamas commander met officials in Beirut.\n"
)
ACTORS = (
    ("Iran", "group", True, ["Tehran"]),
    ("Hezbollah", "group", True, ["Party of God"]),
    ("Hamas", "group", True, []),
    ("Hassan Nasrallah", "person", True, ["Nasrallah"]),
    ("Hamas commander", "person", False, []),
    ("Fatah", "group", True, []),
)
CLAIMS = (
    ("Iran", "FINANCES", "Hezbollah", "asserted", None, "Iran finances"),
    ("Iran", "ARMS", "Hezbollah", "asserted", None, "Iran finances"),
    ("Hassan Nasrallah", "LEADS", "Hezbollah", "asserted", None, "Hassan"),
    ("Hezbollah", "HAS_TIES_TO", "Hamas", "denied", "Hezbollah", "It denies"),
    ("Hamas commander", "MEMBER_OF", "Hamas", "asserted", None, "A Hamas"),
)
RELATIONS = {
    name: Relation(
        name=name,
        label="",
        inverse="",
        description="",
        family="ties",
        subject=("group",),
        object=("group",),
        symmetric=name == "HAS_TIES_TO",
    )
    for name in ("FINANCES", "ARMS", "LEADS", "HAS_TIES_TO", "MEMBER_OF", "SUPPORTS")
}


def write_gold(folder: Path) -> Path:
    """The folder, with the article ``a`` in it."""
    for name in ("gold", "text"):
        (folder / name).mkdir(parents=True)
    (folder / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    row = {
        "id": "a",
        "actors": [{"name": n, "type": t, "named": named, "aliases": a} for n, t, named, a in ACTORS],
        "claims": [_claim(*claim) for claim in CLAIMS],
    }
    (folder / "gold" / "a.json").write_text(json.dumps(row), encoding="utf-8")
    return folder


def small_gold(folder: Path) -> list[Annotation]:
    """The annotation as it is read."""
    return read_gold(write_gold(folder))


def said(subject: str, relation: str, object_: str, *, stance: str = "asserted", confidence: float = 1.0) -> Statement:
    """What a program claims of the article."""
    return Statement("a", subject, relation, object_, stance, confidence=confidence)


def sentence_of(words: str) -> tuple[int, int]:
    """Where the sentence that begins so stands in the text."""
    start = TEXT.index(words)
    return start, TEXT.index(".", start) + 1


def _claim(subject: str, relation: str, object_: str, stance: str, source: str | None, words: str) -> dict[str, object]:
    start, end = sentence_of(words)
    row = {"subject": subject, "relation": relation, "object": object_, "stance": stance, "source": source}
    return row | {"status": "current", "start": start, "end": end}
