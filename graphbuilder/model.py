"""The nouns of the domain: what was published, who is named in it, what is claimed and what that adds up to."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal, get_args

from graphbuilder.errors import ClaimError

Kind = Literal["person", "group"]
SourceKind = Literal["person", "group", "other"]
Stance = Literal["asserted", "denied", "uncertain"]
Status = Literal["current", "ended", "planned"]


def content_id(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on nothing but the parts and their order."""
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when a text came out; all of an article but its text.

    ``location`` is the path or URL as the user gave it; ``id`` depends on the canonical URL, or else on the text.
    """

    id: str
    location: str
    title: str = ""
    url: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Article:
    """One text of one publication; character offsets of mentions and claims count in ``text``."""

    publication: Publication
    text: str

    @property
    def id(self) -> str:
        """The id of the publication."""
        return self.publication.id


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or group that can be tied to others; unnamed persons ("AQIS leader") have ``named`` false."""

    id: str
    kind: Kind
    name: str
    named: bool = True
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so; ``other`` for speakers who are no actors ("analysts", "residents")."""

    name: str
    kind: SourceKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a text that an actor stands in a relation to a group.

    ``quote`` is the sentence, ``text[char_start:char_end]`` of its article; ``source`` is None in the article's own
    voice; ``rule`` names relation file, frame and trigger; ``confidence`` lies in 0..1.
    """

    id: str
    subject: Actor
    relation: str
    object: Actor
    stance: Stance
    status: Status
    source: Source | None
    confidence: float
    quote: str
    char_start: int
    char_end: int
    rule: str
    publication: Publication

    def to_json(self) -> dict[str, Any]:
        """Plain values in the order that the claims format promises (one claim a line)."""
        return {
            "id": self.id,
            "article": self.publication.location,
            "subject": _actor_json(self.subject),
            "relation": self.relation,
            "object": _actor_json(self.object),
            "stance": self.stance,
            "status": self.status,
            "source": {"name": self.source.name, "type": self.source.kind} if self.source else None,
            "confidence": self.confidence,
            "quote": self.quote,
            "char_start": self.char_start,
            "char_end": self.char_end,
            "rule": self.rule,
            "publication": {
                **{key: value for key, value in asdict(self.publication).items() if key != "location"},
                "published": self.publication.published.isoformat() if self.publication.published else None,
            },
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Claim:
        """Read what ``to_json`` wrote.

        Raises:
            ClaimError: a key is missing or a value is none of those allowed.
        """
        try:
            return cls(
                id=str(row["id"]),
                subject=_actor(row["subject"]),
                relation=str(row["relation"]),
                object=_actor(row["object"]),
                stance=_one_of(Stance, row["stance"]),
                status=_one_of(Status, row["status"]),
                source=_source(row["source"]),
                confidence=float(row["confidence"]),
                quote=str(row["quote"]),
                char_start=int(row["char_start"]),
                char_end=int(row["char_end"]),
                rule=str(row["rule"]),
                publication=_publication(row),
            )
        except KeyError as error:
            raise ClaimError(f"not a claim: the key {error} is missing; extract writes claims") from error
        except (TypeError, ValueError, AttributeError) as error:
            raise ClaimError(f"not a claim: {error}; extract writes claims") from error


@dataclass(frozen=True, slots=True)
class Tie:
    """What the claims about one (subject, relation, object) add up to; derived, never stored by hand."""

    subject: str
    relation: str
    object: str
    asserted: int
    denied: int
    uncertain: int
    articles: int
    outlets: int
    first: str | None
    last: str | None

    @property
    def contested(self) -> bool:
        """Some claim says so and some claim denies it."""
        return self.denied > 0 and self.asserted + self.uncertain > 0


def _actor_json(actor: Actor) -> dict[str, Any]:
    return {
        "name": actor.name,
        "type": actor.kind,
        "named": actor.named,
        "id": actor.id,
        "aliases": list(actor.aliases),
    }


def _actor(row: Mapping[str, Any]) -> Actor:
    kind = _one_of(Kind, row["type"])
    name = str(row["name"])
    named = bool(row.get("named", True))
    return Actor(
        id=str(row.get("id") or content_id(kind, name)),
        kind=kind,
        name=name,
        named=named,
        aliases=tuple(row.get("aliases", ())),
    )


def _source(row: Mapping[str, Any] | None) -> Source | None:
    return Source(str(row["name"]), _one_of(SourceKind, row["type"])) if row else None


def _publication(row: Mapping[str, Any]) -> Publication:
    """The article's header; where a line of another program has none, the location alone."""
    location = str(row["article"])
    header = dict(row.get("publication") or {"id": content_id(location)})
    published = header.pop("published", None)
    return Publication(location=location, published=date.fromisoformat(published) if published else None, **header)


def _one_of(allowed: Any, value: object) -> Any:
    if value not in get_args(allowed):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(allowed))}")
    return value
