"""Figures of an evaluation, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import click

from graphbuilder.cli.output import show
from graphbuilder.evaluate import Finding, Report, Score, Share


def as_json(report: Report, *, errors: bool) -> dict[str, Any]:
    """All figures as plain values; ``errors`` adds what was missed, wrong or of the wrong polarity."""
    return {
        **{name: _score(score) for name, score in report.units.items()},
        "stance": _share(report.stance),
        "source": _share(report.source),
        "flipped": report.flipped,
        **{
            f"by_{split}": {kind: _score(score) for kind, score in _sorted(parts)}
            for split, parts in report.parts.items()
        },
        **({"errors": [asdict(finding) for finding in report.findings]} if errors else {}),
    }


def print_figures(report: Report) -> None:
    """The main figures, then precision, recall and F1 of each relation, stance and kind of source."""
    show([_line("", name, score) for name, score in report.units.items()], "table")
    for name, share in (("stance", report.stance), ("source", report.source)):
        click.echo(f"{name:9}{share.share:.3f}   {share.right} of {share.of}")
    click.echo(f"polarity {report.flipped} wrong of {report.stance.of} matched triples\n")
    for split, parts in report.parts.items():
        show([_line(split, kind, score) for kind, score in _sorted(parts)], "table")


def print_findings(findings: Iterable[Finding]) -> None:
    """One line for each difference from the annotation."""
    show([asdict(finding) for finding in findings], "table")


def print_comparison(report: Report, *, before: Report) -> None:
    """The main figures now and before, then which errors are mended and which are new."""
    show(list(_changes(report, before)), "table")
    now, then = set(report.findings), set(before.findings)
    order = [*before.findings, *report.findings]
    changed = [
        *(("mended", one) for one in order if one in then - now),
        *(("new", one) for one in order if one in now - then),
    ]
    show([{"change": change, **asdict(finding)} for change, finding in changed], "table")


def _changes(report: Report, before: Report) -> Iterator[dict[str, str]]:
    for name, score in report.units.items():
        other = before.units[name]
        yield {
            "figure": name,
            "precision": _change(other.precision, score.precision),
            "recall": _change(other.recall, score.recall),
            "F1": _change(other.f1, score.f1),
        }


def _change(before: float, now: float) -> str:
    return f"{before:.3f} -> {now:.3f} ({now - before:+.3f})"


def _line(split: str, kind: str, score: Score) -> dict[str, str | int]:
    return {
        split or "figure": kind,
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


def _sorted(parts: Mapping[str, Score]) -> list[tuple[str, Score]]:
    return sorted(parts.items())
