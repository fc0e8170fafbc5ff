"""What reading sees in annotated articles before it claims anything: actors, and what stands in each sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graphbuilder.annotate.phrases import lemma
from graphbuilder.evaluate.gold import ActorKind, actor_kind, fold
from graphbuilder.ontology import Relation

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from graphbuilder.annotate import Annotated
    from graphbuilder.annotate.coreference import Coreference
    from graphbuilder.annotate.entity import Entity
    from graphbuilder.extract.matching import Triggers

_TAKES_PART = frozenset(["nsubj", "nsubjpass", "dobj", "dative"])


@dataclass(frozen=True, slots=True)
class SeenActor:
    """An actor that reading found; ``names`` are folded, and ``acts`` is false for a country that is only a place."""

    kind: ActorKind
    names: frozenset[str]
    acts: bool = True


@dataclass(frozen=True, slots=True)
class SeenSentence:
    """Characters ``start`` to ``end`` of the text, with the actors that stand there, by their position in the article.

    ``named``: by a name, or for unnamed persons by a noun with their group; ``pointed``: by a pronoun or noun that was
    traced back to them; ``words``: the relations that some word of the sentence may state, whoever its actors are.
    """

    start: int
    end: int
    named: frozenset[int]
    pointed: frozenset[int]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """One article as reading sees it; ``article`` is the id of its annotation."""

    article: str
    text: str
    actors: tuple[SeenActor, ...]
    sentences: tuple[SeenSentence, ...]


def look(
    texts: Iterable[Path],
    *,
    model: str,
    relations: Mapping[str, Relation],
    groups: Path | None,
    reject: Callable[[str, str], None],
) -> Iterator[Seen]:
    """Each text as reading sees it.

    Raises:
        DataError: the model or the groups cannot be used.
    """
    from graphbuilder.annotate import annotate
    from graphbuilder.annotate.coreference import Coreference
    from graphbuilder.extract.matching import Triggers
    from graphbuilder.lexicon import lexicon
    from graphbuilder.read import read

    triggers = Triggers.of(relations.values())
    articles = read([str(path) for path in texts], reject=reject)
    for annotated in annotate(articles, model=model, groups=groups):
        yield _seen(Coreference(annotated, lexicon()), triggers)


def _seen(coreference: Coreference, triggers: Triggers) -> Seen:
    annotated = coreference.annotated
    # Tracing back adds actors to the article, so that all sentences are read before the actors are counted.
    stands = [(sentence, *_standing_in(sentence, coreference)) for sentence in annotated.doc.sents]
    number = {id(entity): n for n, entity in enumerate(annotated.entities)}
    acting = {id(span.entity) for span in annotated.names if _takes_part(annotated.doc[span.start : span.end].root)}
    return Seen(
        article=Path(annotated.article.publication.location).stem,
        text=annotated.article.text,
        actors=tuple(_actor(entity, acts=not entity.place or id(entity) in acting) for entity in annotated.entities),
        sentences=tuple(
            SeenSentence(
                sentence.start_char,
                sentence.end_char,
                named=frozenset(number[one] for one in named if one in number),
                pointed=frozenset(number[one] for one in pointed if one in number),
                words=frozenset(_words_in(sentence, annotated, triggers=triggers)),
            )
            for sentence, named, pointed in stands
        ),
    )


def _standing_in(sentence: Span, coreference: Coreference) -> tuple[set[int], set[int]]:
    """The actors (their ``id()``) that a sentence names, and those that its other words stand for."""
    named: set[int] = set()
    pointed: set[int] = set()
    for token in sentence:
        span = coreference.annotated.name_at.get(token.i)
        if span is not None:
            named.add(id(span.entity))
        elif token.pos_ in {"PRON", "NOUN", "DET"}:
            for filler in coreference.mentions.actors(token):
                (named if filler.reason == "unnamed" else pointed).add(id(filler.entity))
    return named, pointed


def _words_in(sentence: Span, annotated: Annotated, *, triggers: Triggers) -> Iterator[str]:
    for token in sentence:
        if token.i in annotated.name_at:
            continue
        for _, uses in triggers.at(token):
            for use in uses:
                yield use.relation.name
                if use.relation.otherwise is not None:
                    yield use.relation.otherwise
        for relation in triggers.themes.get(lemma(token), ()):
            yield relation.name


def _takes_part(token: Token) -> bool:
    """Subject, object or agent of a verb, rather than where something happens or whose something is."""
    return token.dep_ in _TAKES_PART or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _actor(entity: Entity, *, acts: bool) -> SeenActor:
    forms = entity.forms if entity.named else ()
    names = frozenset(fold(name) for name in (entity.name, *forms))
    return SeenActor(actor_kind(entity.kind, named=entity.named), names, acts)
