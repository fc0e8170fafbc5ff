"""A word that may state a relation, with the phrases around it by role; knows syntax and no word of any relation."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import conjuncts, determiner, subject_of
from graphbuilder.extract.nouns import noun
from graphbuilder.extract.slots import Argument, Mode, Path, Predication, agents, prepositions, subjects
from graphbuilder.extract.verbs import verb
from graphbuilder.lexicon import Lexicon

__all__ = ["Argument", "Mode", "Path", "Predication", "adjective", "noun", "predication_of", "verb"]


def predication_of(token: Token, mode: Mode, *, lexicon: Lexicon) -> Predication:
    """The predication of a token as the part of speech that a trigger reads it as."""
    if mode == "verb":
        return verb(token, lexicon)
    return noun(token, lexicon) if mode == "noun" else adjective(token)


def adjective(token: Token) -> Predication:
    """The predication of an adjective ("loyal to") or of a participle read as one."""
    found = Predication(token, "adjective")
    prepositions(found, token)
    if not found.has("by"):
        beside = (child for child in token.children if child.dep_ == "conj" and child.tag_ in {"VBN", "VBD"})
        found.add("by", (agent for participle in beside for agent in agents(participle)), path="shared")
    head = token
    while head.dep_ == "conj" and head.head.pos_ in {"ADJ", "VERB"}:
        head = head.head
    if head.dep_ in {"amod", "compound"} and head.head.dep_ == "conj" and head.head.head.pos_ == "PROPN":
        # "X and rival Y"
        found.add("conjunct", [head.head.head], path="shared")
    if head.dep_ == "amod" or found.has("conjunct"):
        # "X-linked militants and an officer": what has an article of its own is apart.
        alike = (n for n in conjuncts(head.head) if n.i == head.head.i or not determiner(n))
        found.add("subject", alike, path="participle")
    elif head.dep_ in {"acomp", "attr", "oprd"} and subject_of(head.head) is not None:
        found.add("subject", subjects(head.head))
    elif head.dep_ in {"appos", "acl", "relcl"}:
        found.add("subject", [head.head], path="participle")
    else:
        found.add("subject", subjects(head))
    return found
