"""Stretches of an article that may be names: known, defined in brackets, recognised, or written in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuilder.annotate.candidate import Candidate
from graphbuilder.annotate.capitals import acronyms, capitalised
from graphbuilder.annotate.definitions import defined
from graphbuilder.annotate.introduced import introduced
from graphbuilder.annotate.people import titled, unlabelled
from graphbuilder.annotate.recognised import recognised
from graphbuilder.gazetteer import Gazetteer, Group

__all__ = [
    "Candidate",
    "acronyms",
    "capitalised",
    "defined",
    "introduced",
    "known",
    "recognised",
    "titled",
    "unlabelled",
]


def known(doc: Doc, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Names of the gazetteer; a name with a weak form only counts where a full form of the entry occurs too."""
    words = [token.text for token in doc]
    matches = list(gazetteer.matches(words))
    full = {id(m.entry) for m in matches if isinstance(m.entry, Group) and m.entry.weak}
    for match in gazetteer.matches(words, weak=full) if full else matches:
        yield Candidate(match.start, match.end, "gazetteer", entry=match.entry, form=match.form)
