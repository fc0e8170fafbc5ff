"""Figures of an evaluation, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from graphbuilder.cli.output import show
from graphbuilder.evaluate import STAGES, Evaluation, Score, Share
from graphbuilder.evaluate.whole import Stages

_MENTIONS = """Actors recognised: recall over all annotated actors and over those that a claim is about; precision
over what was recognised as an actor. The annotation lists no places, no bylines and no outlets:
countries that are only places are left out here, all else that is not listed counts as wrong."""


def as_json(evaluation: Evaluation, *, errors: bool) -> dict[str, Any]:
    """All figures as plain values; ``errors`` adds what was missed, wrong or of the wrong polarity."""
    report = evaluation.report
    return {
        **{name: _score(score) for name, score in report.units.items()},
        "stance": _share(report.stance),
        "source": _share(report.source),
        "flipped": report.flipped,
        **{
            f"by_{split}": {kind: _score(score) for kind, score in sorted(parts.items())}
            for split, parts in report.parts.items()
        },
        "reliability": [
            {"low": one.low, "high": one.high, "says": one.says, **_share(one.right)} for one in evaluation.bins
        ],
        "by_min_confidence": {str(least): _score(score) for least, score in evaluation.thresholds.items()},
        **(_stages_json(evaluation.stages) if evaluation.stages else {}),
        **({"errors": list(_findings(evaluation))} if errors else {}),
    }


def print_figures(evaluation: Evaluation) -> None:
    """The main figures, then those by relation, stance and source, by stage of reading, and by confidence."""
    report = evaluation.report
    show([_line("figure", name, score=score) for name, score in report.units.items()], "table")
    for name, share in (("stance", report.stance), ("source", report.source)):
        click.echo(f"{name:9}{share.share:.3f}   {share.right} of {share.of}")
    click.echo(f"polarity {report.flipped} wrong of {report.stance.of} matched triples")
    for split, parts in report.parts.items():
        _titled(f"By {split}", [_line(split, kind, score=score) for kind, score in sorted(parts.items())])
    if evaluation.stages:
        _titled(_MENTIONS, list(_mention_lines(evaluation.stages)))
        _titled("Where the annotated triples end", list(_loss_lines(evaluation.stages)))
    else:
        click.echo("\nWithout CLAIMS.jsonl it is also told which actors are recognised, and where triples are lost.")
    _titled("Confidence: what claims say, and how many are right", list(_bin_lines(evaluation)))
    lines = [_line("min_confidence", f"{least}", score=score) for least, score in evaluation.thresholds.items()]
    _titled("Triples with --min-confidence", lines)


def print_findings(evaluation: Evaluation) -> None:
    """Each difference from the annotation, with its sentence."""
    _titled("Errors", list(_findings(evaluation)), section="article")


def print_comparison(now: Evaluation, *, before: Evaluation, errors: bool) -> None:
    """The main figures before and now, then, with ``errors``, which errors are mended and which are new."""
    _titled("Compared with the other claims", list(_changes(now, before)))
    if not errors:
        click.echo("\nWhich errors are mended and which are new is not told of what is kept aside.")
        return
    order = [*before.report.findings, *now.report.findings]
    ours, theirs = set(now.report.findings), set(before.report.findings)
    changed = [
        *(("mended", one) for one in order if one in theirs - ours),
        *(("new", one) for one in order if one in ours - theirs),
    ]
    _titled("Changes", [{"change": change, **asdict(finding)} for change, finding in changed])


def _titled(title: str, rows: Sequence[Mapping[str, Any]], *, section: str | None = None) -> None:
    if rows:
        click.echo(f"\n{title}\n")
        show(rows, "table", section=section)


def _changes(now: Evaluation, before: Evaluation) -> Iterator[dict[str, str]]:
    for name, score in now.report.units.items():
        other = before.report.units[name]
        yield {
            "figure": name,
            "precision": _change(other.precision, score.precision),
            "recall": _change(other.recall, score.recall),
            "F1": _change(other.f1, score.f1),
        }
    for name in ("stance", "source"):
        shares: tuple[Share, Share] = (getattr(before.report, name), getattr(now.report, name))
        yield {"figure": name, "precision": _change(*(share.share for share in shares)), "recall": "", "F1": ""}


def _change(before: float, now: float) -> str:
    return f"{before:.3f} -> {now:.3f} ({now - before:+.3f})"


def _findings(evaluation: Evaluation) -> Iterator[dict[str, str]]:
    """Errors with their sentences and, where that is known, the stage at which a missed one was lost."""
    for finding in evaluation.report.findings:
        row = asdict(finding)
        sentence = " ".join(row.pop("sentence").split())
        lost = {"lost_at": evaluation.stages.lost.get(finding, "")} if evaluation.stages else {}
        yield {**row, **lost, "sentence": sentence}


def _mention_lines(stages: Stages) -> Iterator[dict[str, str | int]]:
    for kind, score in stages.mentions.items():
        yield {
            "kind": kind,
            "recall": _of(score.recall),
            "of a claim": _of(score.claimed),
            "precision": _of(score.precision),
            "wrong_kind": score.wrong_kind,
        }


def _of(share: Share) -> str:
    return f"{share.share:.3f} ({share.right} of {share.of})" if share.of else "none"


def _loss_lines(stages: Stages) -> Iterator[dict[str, str | int]]:
    total = sum(stages.losses.values())
    for stage, count in stages.losses.items():
        yield {
            "stage": stage,
            "triples": count,
            "share": f"{Share(count, total).share:.3f}",
            "meaning": STAGES[stage],
        }


def _bin_lines(evaluation: Evaluation) -> Iterator[dict[str, str | int]]:
    for one in evaluation.bins:
        closing = "]" if one is evaluation.bins[-1] else ")"
        right = {"says": f"{one.says:.3f}", "right": f"{one.right.share:.3f}"} if one.right.of else {}
        yield {
            "confidence": f"[{one.low}, {one.high}{closing}",
            "claims": one.right.of,
            "says": "",
            "right": "",
            **right,
        }


def _stages_json(stages: Stages) -> dict[str, Any]:
    total = sum(stages.losses.values())
    return {
        "mentions": {
            kind: {
                "recall": _share(score.recall),
                "recall_of_claimed": _share(score.claimed),
                "precision": _share(score.precision),
                "wrong_kind": score.wrong_kind,
            }
            for kind, score in stages.mentions.items()
        },
        "losses": {stage: _share(Share(count, total)) for stage, count in stages.losses.items()},
    }


def _line(column: str, kind: str, *, score: Score) -> dict[str, str | int]:
    return {
        column: kind,
        "precision": f"{score.precision:.3f}",
        "recall": f"{score.recall:.3f}",
        "F1": f"{score.f1:.3f}",
        "right": score.right,
        "found": score.found,
        "gold": score.gold,
    }


def _score(score: Score) -> dict[str, float | int]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1, **asdict(score)}


def _share(share: Share) -> dict[str, float | int]:
    return {"share": share.share, **asdict(share)}
