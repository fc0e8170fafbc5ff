"""What an annotated article holds: its actors and where they are mentioned."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc

from graphbuilder.annotate.units import Unit
from graphbuilder.gazetteer import Country, Entry
from graphbuilder.model import Article, Kind

Form = Literal["name", "adjective", "capital"]


@dataclass(eq=False, slots=True)
class Entity:
    """One actor of one article, with every way in which the article writes it.

    ``place`` marks a country, which is an actor only where it acts; ``country`` is the country that a force or
    government belongs to; ``roles`` are lemmas that the article calls a person by ("emir").
    """

    kind: Kind
    name: str
    named: bool = True
    entry: Entry | None = None
    place: bool = False
    country: str | None = None
    forms: Counter[str] = field(default_factory=Counter)
    roles: set[str] = field(default_factory=set)
    owner: Entity | None = None
    definite: bool = False
    owned: bool = False
    indefinite: bool = False
    announced: bool = False

    @property
    def is_country(self) -> bool:
        """A state itself, not one of its forces or ministries."""
        return isinstance(self.entry, Country)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens ``start`` to ``end`` (exclusive) that name an entity; an adjective ("Afghan") only qualifies."""

    start: int
    end: int
    entity: Entity
    form: Form = "name"


@dataclass(frozen=True, slots=True)
class Speech:
    """Tokens ``start`` to ``end`` (exclusive) said by somebody; ``speaker`` is the head token of who says it."""

    start: int
    end: int
    speaker: int | None


@dataclass(slots=True)
class Annotated:
    """An article with its parse, its actors, their mentions, and who speaks where; or why it has none."""

    article: Article
    doc: Doc
    units: list[Unit]
    entities: list[Entity] = field(default_factory=list)
    names: list[NameSpan] = field(default_factory=list)
    name_at: dict[int, NameSpan] = field(default_factory=dict)
    speeches: list[Speech] = field(default_factory=list)
    home: Country | None = None
    failure: Exception | None = None

    def unit_of(self, offset: int) -> Unit | None:
        """The unit that a character stands in."""
        return next((unit for unit in self.units if unit.start <= offset < unit.end), None)
