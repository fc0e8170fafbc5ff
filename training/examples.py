"""Examples to learn from: the sentences of the corpus, the mentions that annotation finds, and what is claimed."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span
from tokenizers import Tokenizer

from corpus.read import Mention, Passage
from graphbuilder.annotate import annotate
from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Triggers
from graphbuilder.model import Article, Publication
from graphbuilder.ontology import relations
from training.learned.agreement import Said, said_by_sentence
from training.learned.spots import GROUP, PERSON, PLACE, Spot, spots_of
from training.learned.windows import Window, Windows

STANCES = ("asserted", "denied", "uncertain")
STATUSES = ("current", "ended", "planned")


@dataclass(frozen=True, slots=True)
class Label:
    """What is claimed of an ordered pair of actors: indices of relation, stance and status."""

    relation: int
    stance: int
    status: int


@dataclass(slots=True)
class Example:
    """A sentence of a passage with its mentions (by actor) and the labels of ordered pairs of actors."""

    passage: str
    split: str
    sentence: Span
    spots: list[Spot]
    labels: dict[tuple[int, int], list[Label]]
    triggers: Triggers
    names: Sequence[str]
    said: Said
    actors: Mapping[str, Entity]

    def window(
        self, tokenizer: Tokenizer, *, hide: float = 0.0, alone: float = 0.0, rng: random.Random | None = None
    ) -> Window:
        """The window, with each name hidden with a chance of ``hide``, all of one actor alike."""
        chosen = rng or random.Random(0)
        hidden = {id(e) for e in {id(s.entity): s.entity for s in self.spots}.values() if chosen.random() < hide}
        starts = frozenset(s.start for s in self.spots if s.named and id(s.entity) in hidden)
        said = {} if chosen.random() < alone else self.said
        windows = Windows(self.sentence.doc, tokenizer, self.triggers, self.names, said, starts)
        return windows.of(self.sentence, self.spots)


def examples(passages: Sequence[Passage], *, own_mentions: bool = False) -> Iterator[Example]:
    """The sentences with two actors or more.

    ``own_mentions`` adds sentences once more with the mentions of the corpus, where only these carry a claim.
    """
    triggers, names = Triggers.of(relations().values()), tuple(sorted(relations()))
    articles = [Article(Publication(p.id, p.id), p.text) for p in passages]
    for passage, annotated in zip(passages, annotate(articles), strict=True):
        reader = Reader(annotated, relations(), triggers=triggers)
        by_rules = said_by_sentence(reader.claims(), relations())
        known = actors(passage)
        for sentence in annotated.doc.sents:
            views = [aligned(spots_of(sentence, reader.coreference), sentence, passage, known)]
            if own_mentions:
                views.append(corpus_spots(annotated, sentence, passage, known))
            seen: set[tuple[int, int]] = set()
            for n, spots in enumerate(views):
                labels = labelled(spots, sentence, passage, known)
                new = labels.keys() - seen
                seen |= labels.keys()
                if len({id(spot.entity) for spot in spots}) > 1 and (new or not n):
                    said = by_rules(sentence)
                    yield Example(passage.id, passage.split, sentence, spots, labels, triggers, names, said, known)


def actors(passage: Passage) -> dict[str, Entity]:
    """The actors of a passage as entities, by their ids."""
    return {actor.id: Entity(actor.kind, actor.name, actor.named) for actor in passage.actors}


def aligned(spots: Iterable[Spot], sentence: Span, passage: Passage, known: Mapping[str, Entity]) -> list[Spot]:
    """The mentions with the corpus's actors in place of those that annotation took them for."""
    found: list[Spot] = []
    taken: Counter[int] = Counter()
    for spot in spots:
        own = _at(sentence.doc[spot.head].idx, passage)
        actor = own[min(taken[spot.head], len(own) - 1)].actor if own else None
        taken[spot.head] += 1
        right = actor is not None and actor.kind == spot.entity.kind
        found.append(replace(spot, entity=known[actor.id]) if actor is not None and right else spot)
    return list(dict.fromkeys(found))


def _at(offset: int, passage: Passage) -> list[Mention]:
    """The innermost mentions around a character; several where one phrase stands for several actors."""
    around = [m for m in passage.mentions if m.start <= offset < m.end]
    size = min((m.end - m.start for m in around), default=0)
    return [m for m in around if m.end - m.start == size]


def corpus_spots(annotated: Annotated, sentence: Span, passage: Passage, known: Mapping[str, Entity]) -> list[Spot]:
    """The mentions that the corpus marks in a sentence."""
    found = []
    for mention in passage.mentions:
        span = annotated.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if span is None or not sentence.start <= span.start < span.end <= sentence.end:
            continue
        head, actor = span.root.i, mention.actor
        name = annotated.name_at.get(head)
        named = name is not None and name.start >= span.start
        kind = PERSON if actor.kind == "person" else GROUP
        if name is not None and named:
            kind = PLACE if kind == GROUP and name.entity.place else kind
            found.append(Spot(known[actor.id], name.start, name.end, head, kind, True, actor.name))
        else:
            found.append(Spot(known[actor.id], span.start, head + 1, head, kind, False, actor.name))
    return found


def labelled(
    spots: Sequence[Spot], sentence: Span, passage: Passage, known: Mapping[str, Entity]
) -> dict[tuple[int, int], list[Label]]:
    """Claims of a sentence by the ids of their actors' entities; symmetric ones in both orders."""
    names = tuple(sorted(relations()))
    found: dict[tuple[int, int], list[Label]] = defaultdict(list)
    present = {id(spot.entity) for spot in spots}
    for claim in passage.claims:
        latest = max(claim.subject.start, claim.object.start, passage.sentences[claim.sentence].start)
        ends = id(known[claim.subject.actor.id]), id(known[claim.object.actor.id])
        if not sentence.start_char <= latest < sentence.end_char or not present.issuperset(ends):
            continue
        label = Label(names.index(claim.relation), STANCES.index(claim.stance), STATUSES.index(claim.status))
        found[ends].append(label)
        if relations()[claim.relation].symmetric:
            found[ends[1], ends[0]].append(label)
    return dict(found)
