"""Persons whom headline and lead call by a role, and whom the article goes on to name: "rebel commander killed"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from spacy.tokens import Token

from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import determiner, lemma, span_of
from graphbuilder.lexicon import Lexicon

_LEAD = 3
_NEAR = 4
_ONE_OF = frozenset(["a", "an", "another"])
_PERSON = frozenset(["he", "she"])
_CORE = frozenset(["nsubj", "nsubjpass", "dobj", "ROOT"])


def announced(role: Token, annotated: Annotated, *, lexicon: Lexicon) -> bool:
    """What headline and lead are about; not a speaker, who may well stay without a name."""
    unit = annotated.unit_of(role.idx)
    if unit is not None and unit.kind == "headline":
        return True
    speaks = role.dep_ == "nsubj" and lemma(role.head) in lexicon.report
    core = role.dep_ in _CORE or (role.dep_ == "pobj" and role.head.lower_ == "of")
    ends = [sentence.end for sentence in islice(role.doc.sents, _LEAD)]
    return core and not speaks and role.i < ends[-1]


def named_after(
    role: Token,
    group: Entity,
    *,
    titles: Sequence[tuple[Token, Entity]],
    owners: Callable[[Token], Iterable[Entity]],
) -> Entity | None:
    """The only person named behind the role whom the article gives the same role in the same group."""
    found = [e for noun, e in titles if noun.i > role.i and lemma(noun) == lemma(role) and group in owners(noun)]
    people = dict.fromkeys(e for e in found if e.kind == "person" and e.named)
    return next(iter(people)) if len(people) == 1 else None


def identified_after(role: Token, annotated: Annotated, *, lexicon: Lexicon) -> Entity | None:
    """ "A commander was killed. He was identified as X": the name that the sentences right behind give somebody."""
    for sentence in islice((s for s in role.doc.sents if s.start > role.i), _NEAR):
        for verb in sentence:
            if verb.lower_ in lexicon.introducing and any(_the_same(c, role) for c in verb.children):
                names = (noun for word in verb.children if word.lower_ == "as" for noun in word.children)
                spans = (span_of(annotated, noun) for noun in names if noun.dep_ == "pobj")
                return next((s.entity for s in spans if s is not None and s.entity.kind == "person"), None)
    return None


def _the_same(subject: Token, role: Token) -> bool:
    """ "he", or "the" with the noun of the role."""
    again = lemma(subject) == lemma(role) and determiner(subject) == "the"
    return subject.dep_ == "nsubjpass" and (again or subject.lower_ in _PERSON)


def met_the_same(role: Token, annotated: Annotated, *, lexicon: Lexicon) -> Entity | None:
    """ "A leader was captured. Police said they had captured X": the only one of whom the lead goes on to say so."""
    fate = _fate(role, lexicon)
    sentences = [s for s in islice(role.doc.sents, _LEAD + _NEAR) if s.end > role.i + 1]
    if fate is None or not sentences or determiner(role) not in _ONE_OF:
        return None
    spans = (annotated.name_at.get(n) for n in range(role.i + 1, sentences[-1].end))
    people = dict.fromkeys(s for s in spans if s is not None and s.entity.kind == "person" and s.form == "name")
    found = {s.entity: None for s in people if _fate(role.doc[s.start : s.end].root, lexicon) == fate}
    return next(iter(found)) if len(found) == 1 else None


def _fate(noun: Token, lexicon: Lexicon) -> str | None:
    """What befalls somebody: the verb of killing or catching that he is object of."""
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else None
    verb = verb or next((c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    return lemma(verb) if verb is not None and lemma(verb) in lexicon.fates else None
