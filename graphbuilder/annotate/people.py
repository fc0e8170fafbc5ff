"""Names of persons by their shape: what the recogniser left out of them, and what follows a title."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from graphbuilder.annotate.candidate import Candidate, is_capital
from graphbuilder.lexicon import Lexicon


def titled(doc: Doc, lexicon: Lexicon) -> Iterator[Candidate]:
    """Capitalised words behind a title or role: "Gen. Abdul Rahim", "spokesman Hamid Zaland"."""
    for token in doc[:-1]:
        if token.lower_ not in lexicon.titles and token.lemma_.lower() not in lexicon.persons:
            continue
        start = end = token.i + 1
        while end < len(doc) and end - start < 6 and person_word(doc, end, lexicon):
            end += 1
        while end > start and not is_capital(doc[end - 1]):
            end -= 1
        if end > start and not doc[start].is_sent_start:
            yield Candidate(start, end, "title", label="PERSON")


def person_word(doc: Doc, n: int, lexicon: Lexicon) -> bool:
    token = doc[n]
    if token.lower_ in lexicon.titles or token.text in lexicon.name_heads or token.lower_ in lexicon.persons:
        return False
    glued = token.lower_ in lexicon.person_particles and any(t.text[:1].isupper() for t in doc[n + 1 : n + 3])
    return (is_capital(token) and not token.text.isupper()) or glued
