"""Names that a common noun introduces: "a man identified as "Zarak"", "a militia called Sons of the Valley"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from graphbuilder.annotate.candidate import MAX_NAME, Candidate, is_capital
from graphbuilder.annotate.phrases import lemma
from graphbuilder.lexicon import Lexicon

_QUOTES = frozenset("\"'“”‘’`") | {"``", "''"}
_REFLEXIVE = frozenset(["itself", "themselves", "himself", "herself"])
_FILLERS = frozenset(["as", "the", "itself", "himself", "herself", "themselves"])


def introduced(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words behind a noun of a person or group and a participle of naming."""
    for token in doc[:-1]:
        if token.lower_ not in lexicon.introducing:
            continue
        label = _label(token, lexicon)
        start = token.i + 1
        while start < len(doc) and (doc[start].lower_ in _FILLERS or doc[start].text in _QUOTES):
            start += 1
        end = _end(doc, start, lexicon=lexicon)
        if label and end > start:
            yield Candidate(start, end, "introduced", label=label)


def _label(participle: Token, lexicon: Lexicon) -> str | None:
    """What the noun says that is named: several persons are a group."""
    noun = participle.head
    while noun.dep_ in {"advcl", "conj"} or noun.pos_ in {"VERB", "AUX"}:
        if noun.head == noun:
            return None
        noun = noun.head
    if noun.i > participle.i or noun.pos_ != "NOUN":
        return None
    if lemma(noun) in lexicon.groups:
        return "ORG"
    if lemma(noun) in lexicon.persons | lexicon.soldiers:
        return "ORG" if noun.tag_ == "NNS" else "PERSON"
    return None


def names_given(noun: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The heads of the names that participles of naming behind a noun give it."""
    for participle in noun.children:
        if participle.dep_ == "acl" and participle.lower_ in lexicon.introducing:
            behind_as = (child for child in participle.children if child.lower_ == "as")
            for phrase in (participle, *behind_as):
                yield from (child for child in phrase.children if child.dep_ in {"oprd", "dobj", "attr", "pobj"})
    if noun.dep_ == "nsubjpass" and noun.head.lower_ in lexicon.introducing:
        # "the commander was identified as X"
        behind_as = (child for child in noun.head.children if child.lower_ == "as")
        yield from (
            child for phrase in (noun.head, *behind_as) for child in phrase.children if child.dep_ in {"oprd", "pobj"}
        )
    if noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and noun.head.lower_ in lexicon.introducing:
        # "police identified the commander as X"
        for word in noun.head.children:
            yield from (child for child in word.children if word.lower_ == "as" and child.dep_ == "pobj")
    clauses = [child for child in noun.children if child.dep_ == "relcl"]
    for verb in [*clauses, *([noun.head] if noun.dep_ == "nsubj" else [])]:
        # "a cell that calls itself X"
        if lemma(verb) in lexicon.naming and any(child.lower_ in _REFLEXIVE for child in verb.children):
            yield from (child for child in verb.children if child.dep_ == "oprd")


def _end(doc: Doc, start: int, *, lexicon: Lexicon) -> int:
    """Where the name that begins at ``start`` ends."""
    end = n = start
    while n < len(doc) and n - start < MAX_NAME:
        if is_capital(doc[n]) or (n > start and any(c.isupper() for c in doc[n].text)):
            end = n + 1
        elif n == start or doc[n].lower_ not in lexicon.name_particles or doc[n].lower_ == "and":
            break
        n += 1
    return end
