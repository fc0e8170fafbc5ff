"""The learned reader: a small model that finds claims which no relation file foresaw, beside the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from spacy.tokens import Span

from graphbuilder.annotate.entity import Annotated
from graphbuilder.extract import Reader
from graphbuilder.extract.matching import Triggers
from graphbuilder.model import Claim
from graphbuilder.ontology import Relation
from training.learned.candidates import Candidate, Candidates
from training.learned.decide import Decisions, Limits
from training.learned.model import Model, load
from training.learned.trust import Trust
from training.learned.wording import Wording

__all__ = ["Candidate", "LearnedReader", "Limits", "Model", "load"]


class LearnedReader:
    """Reads annotated articles with a model; relations that the model does not know are left to the rules."""

    def __init__(self, relations: Mapping[str, Relation], *, model: Model | None = None) -> None:
        self.model = model or load()
        self.triggers = Triggers.of(relations.values())
        names = self.model.relations
        self._candidates = Candidates(self.model, self.model.tokenizer, names, relations, self.triggers)

    def candidates(self, reader: Reader, by_rules: Sequence[Claim] = ()) -> list[Candidate]:
        """What the model thinks of each pair of actors of an article; ``by_rules`` tells it what the rules found."""
        return list(self._candidates.of(reader, _sentences(reader.annotated), by_rules))

    def claims(
        self, reader: Reader, by_rules: Sequence[Claim] = (), *, readers: Literal["learned", "both"] = "both"
    ) -> list[Claim]:
        """The claims of an article: the model's alone, or those of both readers."""
        found = self.candidates(reader, by_rules if readers == "both" else ())
        rated = Trust(self.model.trust).rate(found)
        decisions = Decisions(reader, Wording(reader, self.triggers), Limits(**self.model.limits))
        return decisions.alone(rated) if readers == "learned" else decisions.both(rated, by_rules)


def _sentences(annotated: Annotated) -> Iterator[Span]:
    """The sentences of an article without its bylines."""
    for sentence in annotated.doc.sents:
        unit = annotated.unit_of(sentence.start_char)
        if unit is None or unit.kind != "byline":
            yield sentence
