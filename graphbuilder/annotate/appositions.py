"""The names that a noun is put beside: "the group's emir, Noor Wali Mehsud", "commander X", "the two men, A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.introduced import names_given
from graphbuilder.annotate.phrases import (
    conjuncts,
    determiner,
    determiner_or_owner,
    is_definite,
    is_plural,
    lemma,
    span_of,
)
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind

_PHRASE = 20
_CLOSING = frozenset(['"', "”", "»", "''"])
_WITHIN_PHRASE = frozenset(["ADP", "DET", "PROPN", "ADJ", "NOUN"])


def listed(token: Token, *, annotated: Annotated, lexicon: Lexicon) -> list[Entity]:
    """A plural noun beside a list of names: "the two men, A and B", "A, B and C, three commanders"."""
    if not is_plural(token):
        return []
    kind = "person" if lemma(token) in lexicon.persons else "group"
    for nouns in _lists(token, annotated):
        spans = [span_of(annotated, noun) for noun in nouns if noun.i != token.i]
        if len(spans) > 1 and all(s is not None and s.entity.kind == kind and not s.entity.place for s in spans):
            return [s.entity for s in spans if s is not None]
    return []


def _lists(token: Token, annotated: Annotated) -> Iterator[list[Token]]:
    """What is coordinated in apposition to a noun, and what the noun is in apposition to."""
    yield from (list(conjuncts(child)) for child in token.children if child.dep_ == "appos")
    if token.dep_ == "appos":
        top = token.head
        while top.dep_ == "conj" or (top.dep_ == "appos" and span_of(annotated, top) is not None):
            top = top.head
        yield list(conjuncts(top))


def one_named(token: Token, *, annotated: Annotated) -> list[Entity]:
    """ "one of them, X": the name tells which."""
    spans = (span_of(annotated, child) for child in token.children if child.dep_ == "appos")
    return [span.entity for span in spans if span is not None and not span.entity.place]


def same_as(token: Token, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """The named actor that a noun is put beside."""
    kind = _kind(token, annotated=annotated, lexicon=lexicon)
    if token.dep_ == "appos" and _tells(token, lexicon=lexicon):
        return None
    if kind is None:
        return _put_before(token, annotated=annotated, lexicon=lexicon)
    if is_plural(token):
        return _band(token, annotated=annotated, lexicon=lexicon)
    if token.dep_ == "conj" and token.head.pos_ == "NOUN":
        first = same_as(token.head, annotated=annotated, lexicon=lexicon)
        if first is not None:
            return first
    if (
        token.dep_ == "appos"
        and (before := _named_before(token, kind, annotated=annotated, lexicon=lexicon)) is not None
        and not before.place
    ):
        return before
    for other in _near(token, lexicon):
        span = span_of(annotated, other)
        if span is not None and span.entity.kind == kind and span.form == "name" and not span.entity.place:
            return span.entity
    return _following(token, kind, annotated=annotated, lexicon=lexicon) or _beside(
        token, kind, annotated=annotated, lexicon=lexicon
    )


def _band(token: Token, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """ "the X Brigades, insurgents who": fighters put beside one group are that group."""
    span = span_of(annotated, token.head) if token.dep_ == "appos" else None
    fighters = lemma(token) in lexicon.irregulars | lexicon.group_anaphors
    fits = span is not None and span.entity.kind == "group" and span.form == "name" and not span.entity.place
    return span.entity if span is not None and fits and fighters else None


def _kind(token: Token, *, annotated: Annotated, lexicon: Lexicon) -> Kind | None:
    """What the noun says that its name is; with an article in apposition, whatever the name before is."""
    if lemma(token) in lexicon.persons or token.lower_ in lexicon.titles:
        return "person"
    if lemma(token) in lexicon.groups:
        return "group"
    span = span_of(annotated, token.head) if token.dep_ == "appos" else None
    named = span is not None and span.form == "name" and not span.entity.place and determiner(token)
    return span.entity.kind if span is not None and named else None


def _near(token: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The heads of phrases that syntax puts beside a noun."""
    beside = (child for child in token.children if child.dep_ == "appos")
    yield from (child for child in beside if not _tells(child, lexicon=lexicon, behind_comma=True))
    yield from names_given(token, lexicon)
    if token.dep_ == "nsubj" and token.head.lemma_ == "be" and is_definite(token):
        for said in (child for child in token.head.children if child.dep_ == "attr"):
            yield from (said, *(child for child in said.children if child.dep_ == "appos"))
    if token.dep_ in {"appos", "compound", "nmod"} and not _past_quotation(token.head, token):
        yield token.head


def _following(token: Token, kind: Kind, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """The name right behind a noun, or behind a title of its own: "commander X", "the official Sheikh X"."""
    behind = token.doc[token.i + 1 : token.i + 4]
    start = next((t.i for t in behind if not (t.lower_ in lexicon.titles and t.text[0].isupper())), token.i + 1)
    span = annotated.name_at.get(start)
    if span is None or span.start != start or span.entity.kind != kind:
        return None
    return span.entity if kind == "person" or token.dep_ not in {"compound", "poss"} else None


def _put_before(token: Token, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """ "rival X", "backers, X", "its ideologist, X": a noun with its name behind it; set off, if it is somebody's."""
    tied = lemma(token) in lexicon.relational or determiner_or_owner(token)
    for child in token.children:
        span = span_of(annotated, child) if child.dep_ == "appos" else None
        if span is not None and span.form == "name" and (span.start == token.i + 1 or tied):
            in_list = any(c.dep_ == "conj" for c in child.children)
            return None if in_list or span.entity.place else span.entity
    return None


def _beside(token: Token, kind: Kind, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    """Apposition by word order, where the parse has none: "the commander of the SDF, Mazloum Abdi, signed"."""
    behind = _named_behind(token, kind, annotated=annotated) if determiner_or_owner(token) else None
    return behind or _named_before(token, kind, annotated=annotated, lexicon=lexicon)


def _named_behind(token: Token, kind: Kind, *, annotated: Annotated) -> Entity | None:
    doc, end = token.doc, token.i + 1
    while end < len(doc) and end < token.i + _PHRASE and (end in annotated.name_at or _inside_phrase(doc[end])):
        end = annotated.name_at[end].end if end in annotated.name_at else end + 1
    if end >= len(doc) - 2 or doc[end].text != ",":
        return None
    after = next((n for n in range(end + 1, min(end + 6, len(doc))) if n in annotated.name_at), len(doc))
    span = annotated.name_at.get(after)
    plain = all(doc[n].pos_ in {"DET", "NOUN", "ADJ", "PROPN"} for n in range(end + 1, after))
    fits = span is not None and plain and span.entity.kind == kind and _closes(doc, span.end)
    if span is None or not fits or (end - 1 in annotated.name_at and _goes_on(span.end, annotated=annotated)):
        return None
    return span.entity


def _goes_on(end: int, *, annotated: Annotated) -> bool:
    """ "by the X, Y, Z and W": a list of names rather than an apposition."""
    rest = annotated.doc[end : end + 4]
    return any(t.i in annotated.name_at for t in rest) and all(
        t.i in annotated.name_at or t.dep_ in {"punct", "cc", "det"} for t in rest[:2]
    )


def _named_before(token: Token, kind: Kind, *, annotated: Annotated, lexicon: Lexicon) -> Entity | None:
    doc, left = token.doc, token.left_edge.i
    left += doc[left].text == ","
    start = next((n for n in range(left, max(left - 5, 0), -1) if doc[n - 1].text == ","), 0)
    marked = determiner_or_owner(token) or doc[start].lower_ in lexicon.former_adverbs
    if start < 2 or not marked or _speaks(token) or any(t.pos_ == "VERB" for t in doc[start : token.i]):
        return None
    if _past_quotation(doc[start - 2], token):
        return None
    last = start - 3 if doc[start - 2].text == ")" and start - 2 not in annotated.name_at else start - 2
    span = annotated.name_at.get(last)
    fits = span is not None and span.end == last + 1 and span.entity.kind == kind and span.form == "name"
    return span.entity if span is not None and fits else None


def _past_quotation(name: Token, noun: Token) -> bool:
    """ "... with X," a spokesman said: the noun behind the closing mark begins what is no longer quoted."""
    return name.i < noun.i and any(t.text in _CLOSING for t in noun.doc[name.i + 1 : noun.i])


def _inside_phrase(token: Token) -> bool:
    """A word that may stand between a role noun and the name in apposition to it."""
    return token.pos_ in _WITHIN_PHRASE or token.tag_ == "PRP$" or token.text in {"-", "'s", "’s", "(", ")"}


def _speaks(token: Token) -> bool:
    """Subject of a verb right behind it, so that the comma before it ends another clause."""
    return token.dep_ == "nsubj" and token.head.i in {token.i + 1, token.i + 2}


def _tells(noun: Token, *, lexicon: Lexicon, behind_comma: bool = False) -> bool:
    """ "..., the minister said", "..., X, a spokesman, said": subject of a verb of saying that the parser gave none."""
    doc, end = noun.doc, noun.right_edge.i + 1
    end -= doc[end - 1].text == ","
    if end + behind_comma >= len(doc) or (doc[end].text == ",") != behind_comma:
        return False
    said = doc[end + behind_comma]
    alone = all(child.dep_ not in {"nsubj", "nsubjpass", "expl"} for child in said.children)
    return alone and said.tag_ in {"VBD", "VBZ"} and lemma(said) in lexicon.report


def _closes(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].text in {",", ".", ";", ")", '"', "”"} or doc[end].pos_ in {"VERB", "AUX"}
