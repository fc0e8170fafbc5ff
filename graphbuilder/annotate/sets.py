"""Anaphors for several actors at once: "they", "both groups", "the two"."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from graphbuilder.annotate.antecedents import Antecedents
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.phrases import (
    conjuncts,
    governing_clauses,
    is_definite,
    is_plural,
    lemma,
    subject_of,
)
from graphbuilder.annotate.salience import armed, sentences_back


def pair(token: Token, *, search: Antecedents) -> list[Entity]:
    """ "both groups": the only two of the nearest sentences, states and their bodies where no others are there."""
    of_states = lemma(token) in search.lexicon.states
    excluded = _apart(token, search)
    if of_states:
        return _only_two(token, lambda e: e.is_country and e not in excluded, search=search)
    if parted := _between(token, excluded, search=search):
        return parted
    groups = _only_two(token, lambda e: armed(e) and e not in excluded, search=search)
    return groups or _only_two(
        token, lambda e: e.kind == "group" and not e.is_country and e not in excluded, search=search
    )


def _apart(token: Token, search: Antecedents) -> list[Entity]:
    """Who speaks of the two or deals with them is neither of them: "X said it would arm neither side"."""
    inside = {t.i for t in token.subtree}
    found = search.excluded(token)
    for verb in governing_clauses(token):
        subject = subject_of(verb)
        alone = search.entities(subject) if subject is not None and subject.i not in inside else []
        found = [*found, *(alone if len(alone) == 1 else [])]
        if verb.dep_ == "conj":
            break
    return found


def _between(token: Token, excluded: list[Entity], *, search: Antecedents) -> list[Entity]:
    """The two between whom something is, in the sentence itself: "a truce between X and Y ... the two sides"."""
    for word in token.sent:
        if word.i < token.i and word.lower_ == "between":
            nouns = [noun for obj in word.children if obj.dep_ == "pobj" for noun in conjuncts(obj)]
            two = list(dict.fromkeys(e for noun in nouns for e in search.entities(noun) if e.kind == "group"))
            if len(two) == 2 and not any(e in excluded for e in two):
                return two
    return []


def _only_two(token: Token, fits: Callable[[Entity], bool], *, search: Antecedents) -> list[Entity]:
    """Two in the sentences back to where there are two; if there are more, those of the nearest sentence with two."""
    seen: dict[Entity, None] = {}
    # "two groups", without an article, are no two of earlier sentences.
    new = any(child.lower_ == "two" for child in token.lefts) and not is_definite(token)
    for sentence in [token.sent] if new else sentences_back(token):
        here = dict.fromkeys(e for e in search.named(sentence, token) if fits(e))
        seen |= here
        if 2 in {len(seen), len(here)}:
            return list(seen if len(seen) == 2 else here)
    return []


def _of_nameless(token: Token, search: Antecedents) -> bool:
    """ "Several groups declared their alliance": an owner in a clause about some that nobody names."""
    subjects = (subject_of(verb) for verb in governing_clauses(token))
    subject = next((s for s in subjects if s is not None and s.i < token.i), None)
    if token.tag_ != "PRP$" or subject is None or subject.pos_ != "NOUN" or not is_plural(subject):
        return False
    words = search.lexicon
    known = lemma(subject) in words.groups | words.group_anaphors or lemma(subject) in words.members
    return known and not is_definite(subject) and not search.entities(subject)


def several(token: Token, *, search: Antecedents) -> list[Entity]:
    """ "they": a coordinated subject, a group, or several persons; one country only where nothing else is there."""
    if _of_nameless(token, search):
        return []
    excluded = search.excluded(token)
    countries: list[Entity] = []
    for head in search.heads(token):
        together = list(dict.fromkeys(e for noun in conjuncts(head) for e in search.entities(noun)))
        if not together or any(e in excluded for e in together):
            continue
        if len(together) > 1 or (together[0].kind == "group" and not (together[0].place and head.dep_ == "pobj")):
            if len(together) > 1 or not together[0].is_country:
                return together
            countries = countries or together
    return countries
