"""Why a claim arose, or why none did: mentions, predications, triggers and reasons of each sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuilder.model import Article, Claim
from graphbuilder.ontology import relations as read_relations

if TYPE_CHECKING:
    from spacy.tokens import Span

    from graphbuilder.extract import Reader


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A stretch that stands for an actor; offsets count characters of the article."""

    start: int
    end: int
    text: str
    actor: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """A word that could state a relation, who was found in its slots, and what became of it."""

    start: int
    end: int
    word: str
    relations: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]
    outcome: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence with all that was seen in it."""

    start: int
    end: int
    text: str
    mentions: tuple[Mentioned, ...]
    attempts: tuple[Attempt, ...]
    claims: tuple[Claim, ...]
    speaker: str | None
    why_not: str | None


def explain(
    articles: Iterable[Article], *, model: str | None = None, relations: Path | None = None, groups: Path | None = None
) -> Iterator[tuple[Article, list[Explained]]]:
    """Each article with its sentences explained.

    Raises:
        DataError: the model, the relations or the groups cannot be used.
    """
    from graphbuilder.annotate import DEFAULT_MODEL, annotate
    from graphbuilder.extract import Reader

    chosen = read_relations(relations)
    for annotated in annotate(articles, model=model or DEFAULT_MODEL, groups=groups):
        reader = Reader(annotated, chosen)
        claims = list(reader.claims())
        sentences = (sentence for sentence in annotated.doc.sents if sentence.text.strip())
        yield annotated.article, [_sentence(sentence, reader, claims=claims) for sentence in sentences]


def _sentence(sentence: Span, reader: Reader, *, claims: list[Claim]) -> Explained:
    from graphbuilder.explain.attempts import attempts, why_not
    from graphbuilder.explain.mentions import mentioned, speaker_of

    own = tuple(c for c in claims if sentence.start_char <= c.char_start < sentence.end_char)
    seen = tuple(mentioned(sentence, reader.coreference))
    tried = tuple(attempts(reader, sentence))
    reason = None if own else why_not(seen, tried)
    span = (sentence.start_char, sentence.end_char)
    return Explained(*span, sentence.text.strip(), seen, tried, own, speaker_of(reader.annotated, sentence), reason)
