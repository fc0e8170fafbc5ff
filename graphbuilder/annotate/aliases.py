"""Further names that a text gives an actor: "X, alias Y", "X, better known as Y", "X (aka "Y")", "X "Y" Z"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from graphbuilder.annotate.candidate import MAX_NAME, Candidate, is_capital
from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.people import person_word
from graphbuilder.lexicon import Lexicon

QUOTES = frozenset("\"'“”‘’`«»") | {"``", "''"}
_MARKS = QUOTES | {",", "(", "-", "–", "—"}
_GAP = 12
_NICKNAME = 4
_OF_OTHERS = frozenset(["pobj", "poss", "compound", "nmod", "amod"])


def nicknamed(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Persons with a name in quotation marks among their own: "Ramón "El Lobo" Ibarra"."""
    for opening in (token.i for token in doc[1:-2] if token.text in QUOTES):
        closing = _closing(doc, opening)
        if closing is None or closing + 1 == len(doc):
            continue
        start, end = opening, closing + 1
        while start > 0 and opening - start < 3 and _own(doc[start - 1], lexicon):
            start -= 1
        while end < len(doc) and end - closing < 4 and _own(doc[end], lexicon):
            end += 1
        if start < opening and end > closing + 1:
            yield Candidate(start, end, "introduced", label="PERSON")


def _closing(doc: Doc, opening: int) -> int | None:
    """Where the quotation marks close, with nothing but capitalised words between."""
    for n in range(opening + 1, min(opening + 2 + _NICKNAME, len(doc))):
        if doc[n].text in QUOTES:
            return n if n > opening + 1 else None
        if not is_capital(doc[n]) and not (n > opening + 1 and doc[n].text.islower() and doc[n].pos_ == "ADP"):
            return None
    return None


def _own(token: Token, lexicon: Lexicon) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON", "ORG"} and person_word(token, lexicon)


def one_actor(doc: Doc, chosen: Sequence[Candidate], *, spans: Iterable[NameSpan], lexicon: Lexicon) -> list[NameSpan]:
    """The spans, with those of an alias given to the actor whose it is."""
    spans = list(spans)
    at = {span.start: span for span in spans}
    same: dict[Entity, Entity] = {}
    for first, alias in pairwise(chosen):
        if first.start not in at or not _introduced(doc, first, alias=alias, lexicon=lexicon):
            continue
        entity, other = at[first.start].entity, at[alias.start].entity if alias.start in at else None
        entity = same.get(entity, entity)
        if other is None and alias.entry is None and _may_stand_for(doc, first, entity=entity):
            spans.append(NameSpan(alias.start, alias.end, entity))
            entity.forms[alias.text(doc)] += 1
        elif other is not None and other is not entity and _one(doc, first, entity=entity, other=other):
            same[other] = entity
    for span in spans:
        named = _called_so(doc, span, at=at, lexicon=lexicon)
        if named is not None and named is not span.entity and named.kind == span.entity.kind == "person":
            same[span.entity] = named
    return [_merged(span, same) for span in spans] if same else spans


def _called_so(doc: Doc, span: NameSpan, *, at: Mapping[int, NameSpan], lexicon: Lexicon) -> Entity | None:
    """ "X, a former officer known as Y": the person whose apposition says that he is called Y."""
    word = doc[span.start : span.end].root.head
    word = word.head if word.dep_ == "prep" else word
    noun = word.head
    if word.lower_ not in lexicon.alias_words or word.dep_ != "acl" or noun.dep_ != "appos":
        return None
    whose = next((other for other in at.values() if other.start <= noun.head.i < other.end), None)
    return None if whose is None or whose.start > span.start else whose.entity


def _merged(span: NameSpan, same: Mapping[Entity, Entity]) -> NameSpan:
    entity = same.get(span.entity)
    if entity is None:
        return span
    entity.forms.update(span.entity.forms)
    span.entity.forms.clear()
    return replace(span, entity=entity)


def _one(doc: Doc, first: Candidate, *, entity: Entity, other: Entity) -> bool:
    """No two actors that are known apart, and no country."""
    apart = entity.entry is not None and other.entry is not None
    return entity.kind == other.kind and not apart and not other.place and _may_stand_for(doc, first, entity=entity)


def _may_stand_for(doc: Doc, first: Candidate, *, entity: Entity) -> bool:
    """A person; a group where the phrase is about it, not "a wing of X, known as Y"."""
    if entity.kind == "person":
        return True
    return not entity.place and doc[first.start : first.end].root.dep_ not in _OF_OTHERS


def _introduced(doc: Doc, first: Candidate, *, alias: Candidate, lexicon: Lexicon) -> bool:
    """Between the two stand but words that say that the second is another name."""
    if not 0 < alias.start - first.end <= _GAP or alias.end - alias.start > MAX_NAME:
        return False
    gap = doc[first.end : alias.start]
    words = [token.lower_ for token in gap if token.text not in _MARKS and not token.like_num]
    while words and words[-1] in lexicon.honours | {"the"}:
        words.pop()
    if not words:
        quoted = gap[-1].text in QUOTES and alias.end < len(doc) and doc[alias.end].text in QUOTES
        return quoted and all(token.text in QUOTES | {","} for token in gap) and alias.label != "ORG"
    said = not lexicon.alias_words.isdisjoint(words) and words[-1] in lexicon.alias_openers
    return said and all(word in lexicon.alias_words | lexicon.alias_openers | lexicon.alias_fillers for word in words)


def called(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words behind those that say that another name follows: "alias Tres Dedos", "known as "Rocket"."""
    between = lexicon.alias_openers | lexicon.alias_fillers | lexicon.honours | QUOTES
    for token in doc[:-1]:
        if token.lower_ not in lexicon.alias_words:
            continue
        start = token.i + 1
        while start < len(doc) and doc[start].lower_ in between:
            start += 1
        end = start
        while end < len(doc) and end - start < _NICKNAME and is_capital(doc[end]):
            end += 1
        if end > start:
            yield Candidate(start, end, "alias")
