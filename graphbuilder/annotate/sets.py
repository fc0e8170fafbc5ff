"""Anaphors for several actors at once: "they", "both groups", "the two"."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.antecedents import Antecedents
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.phrases import conjuncts, lemma
from graphbuilder.annotate.salience import sentences_back


def pair(token: Token, *, search: Antecedents) -> list[Entity]:
    """ "both groups": the groups of the nearest sentence before, or this one, that has exactly two."""
    countries = "country" in lemma(token)
    for sentence in sentences_back(token):
        groups = (e for e in search.named(sentence, token) if e.kind == "group" and (countries or not e.is_country))
        seen = list(dict.fromkeys(groups))
        if len(seen) == 2:
            return seen
    return []


def several(token: Token, *, search: Antecedents) -> list[Entity]:
    """ "they": a coordinated subject, a group, or several persons; one country only where nothing else is there."""
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
