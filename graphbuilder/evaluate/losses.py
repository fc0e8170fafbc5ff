"""Where annotated triples are lost on the way from text to claim."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from graphbuilder.evaluate.gold import Annotation, Named
from graphbuilder.evaluate.mentions import same
from graphbuilder.evaluate.scores import Finding, Report
from graphbuilder.evaluate.seen import Seen, SeenSentence

Stage = Literal[
    "found", "stance", "confidence", "relation", "argument", "word", "anaphor", "coreference", "kind", "mention", "text"
]
STAGES: Mapping[Stage, str] = {
    "found": "found, with its stances",
    "stance": "found, but with other stances",
    "confidence": "found, but less sure than --min-confidence asks",
    "relation": "the pair was found, in a relation that is wrong",
    "argument": "both named in the sentence, a word of the relation too: no link",
    "word": "both named in the sentence, no word of the relation known there",
    "anaphor": "one stands there as a pronoun or noun, rightly traced back: no link",
    "coreference": "one is not named there, and nothing there was traced back to it",
    "kind": "one was recognised, but as a group for a person or the reverse",
    "mention": "one was recognised nowhere in the article",
    "text": "the sentence was not read",
}
"""What each stage means, from the nearest miss to the furthest."""
_ORDER = list(STAGES)


def losses(report: Report, lost: Mapping[Finding, Stage]) -> dict[Stage, int]:
    """How many annotated triples ended at each stage, all stages named."""
    counts = dict.fromkeys(STAGES, 0)
    for stage in lost.values():
        counts[stage] += 1
    return counts | {"found": report.stance.right, "stance": report.stance.of - report.stance.right}


def stages(
    report: Report, gold: Iterable[Annotation], *, seen: Mapping[str, Seen], unsure: Report
) -> dict[Finding, Stage]:
    """Where each missed triple was lost; ``unsure`` is the report on the claims of any confidence."""
    wrong = {_pair(finding) for finding in report.findings if finding.mistake == "wrong"}
    never = set(_missed(unsure))
    by_id = {annotation.id: annotation for annotation in gold}
    found: dict[Finding, Stage] = {}
    for finding in _missed(report):
        if finding not in never:
            found[finding] = "confidence"
        elif _pair(finding) in wrong:
            found[finding] = "relation"
        else:
            found[finding] = _stage(finding, by_id[finding.article], seen=seen)
    return found


def _missed(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.mistake == "missed"]


def _pair(finding: Finding) -> tuple[str, ...]:
    return (finding.article, *sorted((finding.subject, finding.object)))


def _stage(finding: Finding, annotation: Annotation, *, seen: Mapping[str, Seen]) -> Stage:
    article = seen.get(annotation.id)
    if article is None:
        return "text"
    ends = [named for named in annotation.actors if named.name in (finding.subject, finding.object)]
    if not all(any(same(named, actor) for actor in article.actors) for named in ends):
        return "mention"
    if not all(_as(named, article) for named in ends):
        return "kind"
    found = [
        _in_sentence(s, finding, ends=ends, article=article) for s in _sentences(finding, annotation, article=article)
    ]
    return min(found, key=_ORDER.index, default="text")


def _as(named: Named, article: Seen) -> frozenset[int]:
    """The recognised actors that are the annotated one, as a person or a group like it."""
    group = named.kind == "group"
    fitting = (n for n, actor in enumerate(article.actors) if same(named, actor) and (actor.kind == "group") == group)
    return frozenset(fitting)


def _in_sentence(sentence: SeenSentence, finding: Finding, *, ends: Iterable[Named], article: Seen) -> Stage:
    if not all(_as(named, article) & (sentence.named | sentence.pointed) for named in ends):
        return "coreference"
    if not all(_as(named, article) & sentence.named for named in ends):
        return "anaphor"
    return "argument" if finding.relation in sentence.words else "word"


def _sentences(finding: Finding, annotation: Annotation, *, article: Seen) -> list[SeenSentence]:
    """Those that the annotation names for the triple, once for each stance, status and source."""
    found: list[SeenSentence] = []
    for statement in annotation.statements:
        tied = {statement.subject, statement.object} == {finding.subject, finding.object}
        start = article.text.find(statement.sentence) if statement.sentence else -1
        if tied and statement.relation == finding.relation and start >= 0:
            end = start + len(statement.sentence)
            found += [s for s in article.sentences if s.start < end and start < s.end]
    return found
