"""Extract: from an annotated article to its claims, by predications and the words of the relation files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from spacy.tokens import Span

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Annotated
from graphbuilder.extract.arguments import Arguments
from graphbuilder.extract.claims import Claims
from graphbuilder.extract.identify import identified
from graphbuilder.extract.matching import Triggers
from graphbuilder.extract.stance import readings
from graphbuilder.extract.statements import Statement, Statements
from graphbuilder.lexicon import lexicon
from graphbuilder.model import Claim
from graphbuilder.ontology import Relation


class Reader:
    """Reads one annotated article; its parts stand open for explanations."""

    def __init__(
        self, annotated: Annotated, relations: Mapping[str, Relation], *, triggers: Triggers | None = None
    ) -> None:
        self.annotated = annotated
        self.lexicon = lexicon()
        self.coreference = Coreference(annotated, self.lexicon)
        self.arguments = Arguments(self.coreference, self.lexicon)
        chosen = triggers or Triggers.of(relations.values())
        self.statements = Statements(chosen, relations, self.arguments, self.lexicon)

    def claims(self) -> Iterator[Claim]:
        """The claims of the article, in the order of its sentences."""
        by_sentence: dict[int, list[Statement]] = defaultdict(list)
        for statement in self.stated():
            by_sentence[statement.predication.token.sent.start].append(statement)
        claims = Claims(self.annotated, self.coreference, self.lexicon)
        for sentence in self.annotated.doc.sents:
            yield from claims.of(sentence, by_sentence[sentence.start])

    def stated(self) -> Iterator[Statement]:
        """The statements of the article, whatever is meant by them."""
        sentences = (s for s in self.annotated.doc.sents if not _byline(self.annotated, s))
        return identified(statement for sentence in sentences for statement in self.statements.of(sentence))

    def claimed(self) -> Iterator[Statement]:
        """Those statements that are claims: asserted, denied or doubted, not asked or supposed."""
        return (s for s in self.stated() if readings(s.predication, lexicon=self.lexicon))


def _byline(annotated: Annotated, sentence: Span) -> bool:
    unit = annotated.unit_of(sentence.start_char)
    return unit is not None and unit.kind == "byline"
