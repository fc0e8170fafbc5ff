"""Dependencies mended where the parser missed that a few words are one name, by where the name stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from spacy.tokens import Doc, Span, Token

from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.phrases import SUBJECTS, lemma
from graphbuilder.lexicon import Lexicon

_ALIAS_GAP = 12
_STRAY = frozenset(["advmod", "amod", "nmod", "npadvmod", "compound", "dep", "nummod", "oprd"])
_CLAUSES = frozenset(["ROOT", "ccomp", "relcl", "advcl", "conj"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_RELATIVE = frozenset(["WDT", "WP"])


def repair(doc: Doc, spans: Sequence[NameSpan], *, lexicon: Lexicon) -> None:
    """Give names the places that they must have: subject of the verb behind them, owner of the name behind them."""
    for span, following in zip_longest(spans, spans[1:]):
        if span.entity.kind == "person":
            _whole(doc[span.start : span.end])
            if following is not None and following.entity is span.entity:
                _other_name(doc[span.start : span.end], doc[following.start : following.end], lexicon=lexicon)
        if following is not None and following.entity.kind == "person":
            _role_between(doc, span, person=following, lexicon=lexicon)
        if span.entity.kind == "person":
            _ranked(doc[span.start : span.end].root, span.start, lexicon=lexicon)
        _object(doc[span.start : span.end].root, span.start)
        if span.form == "name" and span.end < len(doc):
            _subject(doc[span.start : span.end].root, doc[span.end])
            genitive = doc[span.end].tag_ == "POS"
            if genitive and following is not None and following.form == "name" and following.start == span.end + 1:
                _owner(doc[span.start : span.end].root, doc[following.start : following.end].root)


def _whole(name: Span) -> None:
    """A person's name of which the parser made several phrases: the last of its words heads them all."""
    *others, last = [token for token in name if token.head.i not in range(name.start, name.end) or token.head == token]
    for token in others:
        if token.is_ancestor(last) or last.is_ancestor(token) or token.head == token:
            return
    for token in others:
        if token.dep_ in SUBJECTS and last.dep_ not in SUBJECTS:
            last.head, last.dep_ = token.head, token.dep_
        token.head, token.dep_ = last, "compound"


def _other_name(name: Span, alias: Span, *, lexicon: Lexicon) -> None:
    """ "X, alias Y, led": where the parser hung the first name on the other, it gets the place of both."""
    between = name.doc[name.end : alias.start]
    if len(between) > _ALIAS_GAP or all(token.lower_ not in lexicon.alias_words for token in between):
        return
    own, others = name.root, [*between, alias.root]
    top = next((t for t in others if t.is_ancestor(own) and t.head.i not in range(name.start, alias.end)), None)
    if top is None or top.head == top:
        return
    own.head, own.dep_ = top.head, top.dep_
    for token in others:
        token.head, token.dep_ = own, "appos" if token == others[-1] else token.dep_ if token.is_punct else "dep"


def _subject(name: Token, verb: Token) -> None:
    """ "X Tabe led", taken for an adverb; "which the United States lists"."""
    if name.dep_ not in _STRAY or name.head != verb or verb.dep_ not in _CLAUSES:
        return
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    relative = all(child.tag_ in _RELATIVE and child.i < name.i for child in subjects)
    if verb.pos_ == "VERB" and verb.tag_ in _FINITE and relative:
        for pronoun in subjects:
            pronoun.dep_ = "dobj"
        name.dep_, name.pos_ = "nsubj", "PROPN"


def _role_between(doc: Doc, span: NameSpan, *, person: NameSpan, lexicon: Lexicon) -> None:
    """ "Armed Forces of the Coast spokesman Brig. X": a role behind a name, which the parser took into the name."""
    role = doc[span.end] if span.end < person.start else None
    if role is None or role.lemma_.lower() not in lexicon.persons or not span.start < role.head.i < span.end:
        return
    if any(token.lower_ not in lexicon.ranks for token in doc[span.end + 1 : person.start]):
        return
    last, top, name = role.head, doc[span.start : span.end].root, doc[person.start : person.end].root
    if top.is_ancestor(name) or role.is_ancestor(top):
        return
    role.head, role.dep_ = name, "compound"
    for child in [child for child in role.lefts if child.i in range(span.start, span.end)]:
        child.head, child.dep_ = last, "pobj"
    top.head, top.dep_ = role, "compound"


def _ranked(name: Token, start: int, *, lexicon: Lexicon) -> None:
    """ "spokesman Brigadier General X": role and rank qualify the name, whichever the parser made the head."""
    doc, first = name.doc, start
    while first > 0 and doc[first - 1].lower_ in lexicon.ranks:
        first -= 1
    ranks = range(first, start)
    role = first > 0 and lemma(doc[first - 1]) in lexicon.persons  # which says more than the rank behind it
    top = next((doc[n] for n in ranks if doc[n].is_ancestor(name) and doc[n].head.i not in ranks), None)
    if top is not None and top.head != top:
        name.head, name.dep_ = top.head, top.dep_
    elif top is not None:
        return
    for rank in (doc[n] for n in ranks):
        for child in [*rank.lefts, *rank.rights]:
            if child.i not in ranks and child != name:
                child.head = name
        rank.head, rank.dep_ = name, "dep" if role else "compound"


def _object(name: Token, start: int) -> None:
    """ "police suspect X, the chairman, of": a second subject, right behind its verb."""
    verb = name.head
    behind = start - 1 - (start > 0 and name.doc[start - 1].pos_ == "DET")
    if name.dep_ not in SUBJECTS or verb.i != behind or verb.pos_ != "VERB":
        return
    beside = [child for child in verb.children if child != name]
    before = any(child.dep_ in SUBJECTS and child.i < verb.i for child in beside)
    if before and not any(child.dep_ == "dobj" for child in beside):
        name.dep_ = "dobj"


def _owner(owner: Token, name: Token) -> None:
    """ "the Department of X's Office": the last name of a genitive is what the clause is about."""
    if owner.head == owner or not owner.is_ancestor(name):
        return
    name.head, name.dep_ = owner.head, owner.dep_
    owner.head, owner.dep_ = name, "poss"
