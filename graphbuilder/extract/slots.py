"""What a trigger has around it: phrases by role, whatever the order and voice of the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Token

from graphbuilder.annotate.phrases import conjuncts, subject_of

Path = Literal["direct", "shared", "control", "relative", "participle", "light", "circumstance"]
Mode = Literal["verb", "noun", "adjective", "name"]

_PREPOSING = frozenset(["ADP", "SCONJ", "ADV", "PART", "VERB"])
_PARTICLES = frozenset(["ADV", "ADP", "PART", "ADJ"])


@dataclass(frozen=True, slots=True)
class Argument:
    """The head token of a phrase that fills a slot, and by which path the syntax leads there."""

    token: Token
    path: Path = "direct"


@dataclass(slots=True)
class Predication:
    """A trigger with its slots, voice undone: ``subject`` acts whether the clause is active or passive.

    ``carrier`` is the light verb of a noun ("hold" of "held talks").
    """

    token: Token
    mode: Mode
    slots: dict[str, list[Argument]] = field(default_factory=dict)
    carrier: Token | None = None

    def add(self, slot: str, tokens: Iterable[Token], *, path: Path = "direct") -> None:
        """Fill a slot with phrases, each once."""
        known = self.slots.setdefault(slot, [])
        for token in tokens:
            if all(token.i != argument.token.i for argument in known):
                known.append(Argument(token, path))

    def has(self, slot: str) -> bool:
        """Something fills the slot."""
        return bool(self.slots.get(slot))

    def tokens(self, slot: str) -> list[Token]:
        """The head tokens in a slot."""
        return [argument.token for argument in self.slots.get(slot, [])]


def prepositions(found: Predication, token: Token, *, path: Path = "direct", nested: bool = False) -> None:
    """Add the phrases behind prepositions, particles and adverbs ("broke away from")."""
    for child in token.children:
        if child.lower_ == "according":
            continue
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in _PREPOSING:
            objects = (obj for obj in child.children if obj.dep_ in {"pobj", "pcomp"})
            found.add(child.lower_, together(objects), path=path)
            if child.lower_ != "according":
                prepositions(found, child, path=path, nested=True)
        elif nested and child.dep_ == "conj" and child.pos_ == "ADP":
            found.add(child.lower_, together(obj for obj in child.children if obj.dep_ == "pobj"), path=path)
        elif not nested and child.dep_ in {"prt", "advmod", "acomp"} and child.pos_ in _PARTICLES:
            # "turned on X" also where the parse has a particle
            found.add(child.lower_, together(obj for obj in child.children if obj.dep_ == "pobj"), path=path)
            prepositions(found, child, path=path, nested=True)


def together(nouns: Iterable[Token]) -> Iterator[Token]:
    """Nouns with what is coordinated behind each."""
    return (token for noun in nouns for token in conjuncts(noun))


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb with what is coordinated behind it; empty where there is none."""
    subject = subject_of(verb) or _participle_of(verb)
    return [] if subject is None else list(conjuncts(subject))


def _participle_of(verb: Token) -> Token | None:
    """ "X, said to be the leader": the noun that a participle above the verb is said of."""
    while verb.dep_ in {"xcomp", "conj"}:
        verb = verb.head
    return verb.head if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} else None


def objects(verb: Token) -> list[Token]:
    """The object of a verb, or the subject of its passive, with what is coordinated behind it."""
    first = next((child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    return [] if first is None else list(conjuncts(first))


def agents(verb: Token) -> Iterator[Token]:
    """The nouns behind the "by" of a passive."""
    by = (child for child in verb.children if child.dep_ == "agent")
    return together(obj for child in by for obj in child.children if obj.dep_ == "pobj")
