"""Dependencies mended where the parser missed that a few words are one name, by where the name stands."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from graphbuilder.annotate.entity import NameSpan
from graphbuilder.annotate.phrases import SUBJECTS

_STRAY = frozenset(["advmod", "amod", "nmod", "npadvmod", "compound", "dep", "nummod", "oprd"])
_CLAUSES = frozenset(["ROOT", "ccomp", "relcl", "advcl", "conj"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])


def repair(doc: Doc, spans: Iterable[NameSpan]) -> None:
    """Make a name right before a finite verb that has no subject the subject: "X Tabe led", taken for an adverb."""
    for span in spans:
        if span.form != "name" or span.end >= len(doc):
            continue
        name, verb = doc[span.start : span.end].root, doc[span.end]
        if name.dep_ in _STRAY and name.head == verb and _wants_subject(verb):
            name.dep_, name.pos_ = "nsubj", "PROPN"


def _wants_subject(verb: Token) -> bool:
    finite = verb.pos_ == "VERB" and verb.tag_ in _FINITE and verb.dep_ in _CLAUSES
    return finite and not any(child.dep_ in SUBJECTS for child in verb.children)
