"""The mentions of a sentence, named and not, each with the actor that it stands for and why."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Annotated
from graphbuilder.explain import Mentioned


def mentioned(sentence: Span, coreference: Coreference) -> Iterator[Mentioned]:
    """Mentions in text order; names first seen as names, then pronouns and nouns that stand for actors."""
    for token in sentence:
        span = coreference.annotated.name_at.get(token.i)
        if span is not None:
            if span.start == token.i:
                words = token.doc[span.start : span.end]
                entity = span.entity
                yield Mentioned(words.start_char, words.end_char, words.text, entity.name, entity.kind, span.form)
            continue
        if token.pos_ in {"PRON", "NOUN", "DET"}:
            for filler in coreference.mentions.actors(token):
                start, end = token.idx, token.idx + len(token)
                yield Mentioned(start, end, token.text, filler.entity.name, filler.entity.kind, filler.reason)


def speaker_of(annotated: Annotated, sentence: Span) -> str | None:
    """Who speaks the direct quotation that covers most of a sentence, as written."""
    for speech in annotated.speeches:
        overlap = min(speech.end, sentence.end) - max(speech.start, sentence.start)
        if overlap * 2 > len(sentence) and speech.speaker is not None:
            return annotated.doc[speech.speaker].text
    return None
