"""Claims as lines of JSON, made by hand."""

from __future__ import annotations

import json

from graphbuilder.model import Actor, Claim, Publication, Source, Stance, content_id


def claim(
    subject: str,
    relation: str,
    object_: str,
    *,
    article: str = "a.txt",
    stance: Stance = "asserted",
    source: str | None = None,
) -> Claim:
    """A claim between two groups that a person, if anybody, makes."""
    quote = f"{subject} {relation} {object_}."
    return Claim(
        id=content_id(article, subject, relation, object_, stance, source),
        subject=Actor(content_id("group", subject), "group", subject),
        relation=relation,
        object=Actor(content_id("group", object_), "group", object_),
        stance=stance,
        status="current",
        source=Source(source, "person") if source else None,
        confidence=0.9,
        quote=quote,
        char_start=0,
        char_end=len(quote),
        rule="by hand",
        publication=Publication(content_id(article), article, title=f"Title of {article}"),
    )


FEW = (
    claim("Iran", "FINANCES", "Hezbollah"),
    claim("Taliban", "HAS_TIES_TO", "al-Qaeda", stance="denied", source="Zabihullah Mujahid"),
    claim("Taliban", "HAS_TIES_TO", "al-Qaeda", article="b.txt"),
)


def lines(*claims: Claim) -> str:
    """The claims, one a line."""
    return "".join(f"{json.dumps(claim.to_json())}\n" for claim in claims)
