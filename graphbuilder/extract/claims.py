"""Claims of an article: statements with stance, status, source, evidence and confidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Annotated, Entity
from graphbuilder.annotate.phrases import predicative
from graphbuilder.extract.confidence import confidence, features
from graphbuilder.extract.sources import Sources
from graphbuilder.extract.stance import Reading, readings
from graphbuilder.extract.statements import Statement
from graphbuilder.fold import fold_name
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Actor, Claim, content_id


@dataclass(slots=True)
class Claims:
    """Turns the statements of one article into claims."""

    annotated: Annotated
    coreference: Coreference
    lexicon: Lexicon

    def of(self, sentence: Span, statements: Iterable[Statement]) -> list[Claim]:
        """The claims of a sentence, the surest of each (subject, relation, object, stance, status, source)."""
        sources = Sources(self.coreference, self.lexicon)
        surest: dict[tuple[object, ...], Claim] = {}
        for statement in statements:
            for reading in self._readings(statement):
                said = sentence if reading.where is None else reading.where.sent
                claim = self._claim(statement, self._framed(statement, reading), sentence=said, sources=sources)
                key = (claim.subject.id, claim.relation, claim.object.id, claim.stance, claim.status, claim.source)
                if key not in surest or claim.confidence > surest[key].confidence:
                    surest[key] = claim
        return list(surest.values())

    def _readings(self, statement: Statement) -> list[Reading]:
        token = statement.predication.token
        part = statement.use.frame.part if statement.use else None
        title = part == "name" or (part == "role" and not predicative(token))
        quoted = any(speech.start <= token.i < speech.end for speech in self.annotated.speeches)
        ends = [self.annotated.doc[bound.filler.token] for bound in (statement.subject, statement.object)]
        found = readings(statement.predication, lexicon=self.lexicon, title=title, quoted=quoted, arguments=ends)
        return [reading for reading in found if not _apart(reading.speaker, ends)]

    def _framed(self, statement: Statement, reading: Reading) -> Reading:
        """The reading, with what the frame itself says of status and stance."""
        frame = statement.use.frame if statement.use else None
        if frame is None:
            return reading
        status = frame.status if frame.status is not None and reading.status == "current" else reading.status
        stance = frame.stance if frame.stance is not None and reading.stance == "asserted" else reading.stance
        return replace(reading, stance=stance, status=status)

    def _claim(self, statement: Statement, reading: Reading, *, sentence: Span, sources: Sources) -> Claim:
        text = self.annotated.article.text
        start, end = _trimmed(text, sentence)
        source = sources.of(reading, statement.predication.token, charged=statement.subject.entity)
        subject, obj = self._actor(statement.subject.entity), self._actor(statement.object.entity)
        statement_id = (self.annotated.article.id, statement.relation.name, statement.predication.token.idx)
        ends = (*self._spans(statement), fold_name(subject.name), fold_name(obj.name))
        meant = (reading.stance, reading.status, source.name if source is not None else None)
        return Claim(
            id=content_id(*statement_id, *ends, *meant),
            subject=subject,
            relation=statement.relation.name,
            object=obj,
            stance=reading.stance,
            status=reading.status,
            source=source,
            confidence=round(confidence(features(statement)), 3),
            quote=text[start:end],
            char_start=start,
            char_end=end,
            rule=statement.rule,
            publication=self.annotated.article.publication,
        )

    def _spans(self, statement: Statement) -> tuple[int, int]:
        doc = self.annotated.doc
        return doc[statement.subject.filler.token].idx, doc[statement.object.filler.token].idx

    def _actor(self, entity: Entity) -> Actor:
        own = (
            (entity.kind, fold_name(entity.name))
            if entity.named
            else (entity.kind, entity.name, self.annotated.article.id)
        )
        aliases = tuple(sorted(form for form in entity.forms if form != entity.name)) if entity.named else ()
        return Actor(content_id(*own), entity.kind, entity.name, entity.named, aliases)


def _apart(speaker: Token | None, ends: Iterable[Token]) -> bool:
    """ "helped by X, Umar Khan, a minister, said": who speaks was taken for one more of those before."""
    return speaker is not None and speaker.dep_ == "conj" and any(speaker.i == end.i for end in ends)


def _trimmed(text: str, sentence: Span) -> tuple[int, int]:
    """Offsets of a sentence without the white space around it."""
    start, end = sentence.start_char, sentence.end_char
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
