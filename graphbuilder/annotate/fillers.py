"""What the reading of a noun phrase asks for and gives: actors, each with the reason why the phrase stands for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from spacy.tokens import Token

from graphbuilder.annotate.entity import Entity

Reason = Literal[
    "name", "apposition", "member", "thing", "act", "partitive", "unnamed", "coreference", "adjective", "relative"
]


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor that a phrase stands for, why, and the token where it is mentioned."""

    entity: Entity
    reason: Reason
    token: int


class Anaphora(Protocol):
    """Looks up what a pronoun or definite noun points back at."""

    def antecedents(self, token: Token) -> list[Entity]:
        """The actors that an anaphor stands for; empty when in doubt."""

    def bodies(self, person: Entity) -> list[Entity]:
        """Groups that a person is said to belong to."""

    def realm(self, person: Entity) -> list[Entity]:
        """The country whose government is called after a person; empty where that is nobody's."""

    def named_after(self, role: Token, group: Entity) -> Entity | None:
        """The person of a group whom the article names behind a role in its headline or lead."""
