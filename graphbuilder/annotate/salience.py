"""What makes an actor likely to be pointed back at: its place in the clause, its kind and its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from graphbuilder.annotate.entity import Entity, Speech
from graphbuilder.gazetteer import Group

BOTH = frozenset(["both", "two", "either", "neither"])
_ORDER = {"nsubj": 0, "nsubjpass": 0, "dobj": 1, "attr": 1, "pobj": 2, "conj": 2, "compound": 4, "amod": 4}
_LINKS = frozenset(["of", "for", "in", "against", "to"])
_STATE_KINDS = frozenset(["ministry", "government", "force", "service", "alliance", "media"])


def rank(token: Token) -> int:
    """Subjects first, then objects, then the rest; a name inside another phrase comes last."""
    return _ORDER.get(token.dep_, 3)


def armed(entity: Entity) -> bool:
    """A group that "the group" may point at: no state, ministry or force of one."""
    state = isinstance(entity.entry, Group) and entity.entry.kind in _STATE_KINDS
    return (
        entity.kind == "group" and not entity.is_country and not state and not (entity.country and entity.entry is None)
    )


def headed_by(entity: Entity, word: str) -> bool:
    return entity.kind == "group" and (word in name_words(entity) or word in entity.roles)


def ends_in(entity: Entity, word: str) -> bool:
    """A group whose name ends in the word, what follows "of" or "for" left out: "Seamen's Fellowship of the Coast"."""
    return entity.kind == "group" and not entity.is_country and _head_word(entity.name) == word


def _head_word(name: str) -> str:
    words = name.casefold().split()
    end = next((n for n, word in enumerate(words) if word in _LINKS), len(words))
    return words[end - 1] if end > 1 else ""


def of_state(entity: Entity) -> bool:
    """A force or government of a country, by its entry or its own name."""
    by_entry = isinstance(entity.entry, Group) and entity.entry.kind in _STATE_KINDS
    return not entity.is_country and (by_entry or (entity.entry is None and entity.country is not None))


def bare(token: Token) -> bool:
    """No name stands before the noun or behind it in an "of"."""
    return not any(
        child.dep_ in {"compound", "poss"} or (child.dep_ == "prep" and child.lower_ == "of")
        for child in token.children
    )


def numbered(token: Token) -> bool:
    start = max(token.left_edge.i - 1, 0)
    return any(t.lower_ in BOTH for t in token.doc[start : token.i] if t.i >= token.i - 3)


def name_words(entity: Entity) -> set[str]:
    return {word.casefold() for form in [entity.name, *entity.forms] for word in form.split()}


def sentences_back(token: Token) -> Iterator[Span]:
    """The token's sentence, then those before it."""
    sentence = token.sent
    yield sentence
    while sentence.start > 0:
        sentence = token.doc[sentence.start - 1].sent
        yield sentence


def relative_head(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun continues."""
    clause = next((ancestor for ancestor in pronoun.ancestors if ancestor.dep_ in {"relcl", "ROOT"}), None)
    return clause.head if clause is not None and clause.dep_ == "relcl" else None


def quoted_apart(speeches: Iterable[Speech], head: Token, *, token: Token) -> bool:
    """What a quotation names is no antecedent for the words that attribute it: "a spokesman for the group"."""
    apart = any(s.start <= head.i < s.end and not s.start <= token.i < s.end for s in speeches)
    return apart and head.sent.start == token.sent.start
