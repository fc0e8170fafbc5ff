"""From candidates to claims: which ones are claimed, and which claims of the rules the model takes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graphbuilder.annotate.entity import Entity
from graphbuilder.extract import Reader
from graphbuilder.fold import fold_name
from graphbuilder.model import Actor, Claim, content_id
from training.learned.candidates import Candidate
from training.learned.trust import Rated
from training.learned.wording import Meaning, Wording

_Key = tuple[int, frozenset[str], str]


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a candidate must be trusted to be claimed (``accept``), and a claim of the rules to stay (``veto``)."""

    accept: float
    veto: float


@dataclass(slots=True)
class Decisions:
    """Decides on the candidates of one article."""

    reader: Reader
    wording: Wording
    limits: Limits

    def both(self, rated: Sequence[Rated], by_rules: Sequence[Claim]) -> list[Claim]:
        """The claims of both readers, in the order of their sentences; agreement raises the confidence of the rules."""
        trusts = {_candidate_key(r.candidate): r.trust for r in rated if r.candidate.agreed}
        kept = []
        for claim in by_rules:
            trust = trusts.get(_key(claim), 1.0)
            if trust >= self.limits.veto:
                agreed = trust if _key(claim) in trusts else 0.0
                kept.append(replace(claim, confidence=round(max(claim.confidence, agreed), 3)))
        own = self.alone([r for r in rated if not r.candidate.agreed])
        return sorted([*kept, *own], key=lambda claim: claim.char_start)

    def alone(self, rated: Sequence[Rated]) -> list[Claim]:
        """The claims of the model, in the order of their sentences."""
        found = (claim for r in rated if r.trust >= self.limits.accept for claim in self._claim(r))
        return list({(_key(claim), claim.stance, claim.source): claim for claim in found}.values())

    def _claim(self, rated: Rated) -> Iterator[Claim]:
        meaning = self.wording.meaning(rated.candidate)
        if meaning is not None:
            yield self._made(rated, meaning)

    def _made(self, rated: Rated, meaning: Meaning) -> Claim:
        candidate, article = rated.candidate, self.reader.annotated.article
        start, end = _bounds(candidate)
        where = (candidate.subject.start, candidate.object.start, meaning.trigger)
        said_by = meaning.source.name if meaning.source else None
        return Claim(
            id=content_id(article.id, "learned", candidate.relation, *where, meaning.stance, meaning.status, said_by),
            subject=self._actor(candidate.subject.entity),
            relation=candidate.relation,
            object=self._actor(candidate.object.entity),
            stance=meaning.stance,
            status=meaning.status,
            source=meaning.source,
            confidence=round(rated.trust, 3),
            quote=article.text[start:end],
            char_start=start,
            char_end=end,
            rule=f"learned/{candidate.relation}/{candidate.score:.2f}",
            publication=article.publication,
        )

    def _actor(self, entity: Entity) -> Actor:
        own: tuple[str, ...] = (entity.kind, fold_name(entity.name))
        if not entity.named:
            own = (entity.kind, entity.name, self.reader.annotated.article.id)
        aliases = tuple(sorted(form for form in entity.forms if form != entity.name)) if entity.named else ()
        return Actor(content_id(*own), entity.kind, entity.name, entity.named, aliases)


def _bounds(candidate: Candidate) -> tuple[int, int]:
    """Offsets of the sentence without the white space around it."""
    text = candidate.sentence.text
    start = candidate.sentence.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


def _key(claim: Claim) -> _Key:
    return claim.char_start, frozenset([claim.subject.name, claim.object.name]), claim.relation


def _candidate_key(candidate: Candidate) -> _Key:
    names = frozenset([candidate.subject.label, candidate.object.label])
    return _bounds(candidate)[0], names, candidate.relation
