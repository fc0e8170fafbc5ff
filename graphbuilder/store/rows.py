"""What the nodes and relationships of the graph carry, as plain values; null properties are left out."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping
from typing import Any

from graphbuilder.model import Actor, Claim, Publication
from graphbuilder.ontology import Relation
from graphbuilder.resolve import source_id
from graphbuilder.resolve.names import key
from graphbuilder.store.protocol import Row
from graphbuilder.store.ties import tie_of

_URL = re.compile(r"^[a-z][a-z0-9+.-]+:", re.IGNORECASE)


def place(publication: Publication) -> str:
    """Where the text is, whatever the working folder; a text that came by standard input is its own place."""
    location = publication.location
    if location == "-" or location.startswith("-:"):
        return f"stdin:{publication.id}"
    return location if _URL.match(location) else os.path.abspath(location)


def article_row(publication: Publication, *, places: Collection[str]) -> Row:
    """Properties of an Article; ``places`` are all that hold this text, the first in order is its ``location``."""
    first, *copies = sorted(places)
    return _without_null(
        id=publication.id,
        location=first,
        copies=copies or None,
        title=publication.title or None,
        url=publication.url or None,
        outlet=publication.outlet or None,
        author=publication.author or None,
        published=publication.published.isoformat() if publication.published else None,
        language=publication.language or None,
    )


def claim_row(claim: Claim, *, relations: Mapping[str, Relation]) -> Row:
    """A claim with its article and its two actors, each as this article names it.

    Raises:
        ClaimError: no relation has that name.
    """
    source = claim.source
    return {
        "article": claim.publication.id,
        "subject": _actor_as(claim.subject),
        "object": _actor_as(claim.object),
        "properties": _without_null(
            id=claim.id,
            relation=claim.relation,
            stance=claim.stance,
            status=claim.status,
            confidence=claim.confidence,
            quote=claim.quote,
            char_start=claim.char_start,
            char_end=claim.char_end,
            rule=claim.rule,
            source=source.name if source else "",
            source_kind=source.kind if source else "",
            source_id=_speaker(claim),
            tie=tie_of(claim, relations=relations).id,
        ),
    }


def _actor_as(actor: Actor) -> Row:
    return {"id": actor.id, "name": actor.name, "aliases": sorted(set(actor.aliases))}


def _speaker(claim: Claim) -> str | None:
    """The id of the actor who says so: one of the claim's own, where the names are the same, or one by that name."""
    if claim.source is None or claim.source.kind == "other":
        return None
    said = key(claim.source.name)
    for actor in (claim.subject, claim.object):
        if actor.kind == claim.source.kind and said in map(key, (actor.name, *actor.aliases)):
            return actor.id
    return source_id(claim.source)


def _without_null(**properties: Any) -> Row:
    return {name: value for name, value in properties.items() if value is not None}
