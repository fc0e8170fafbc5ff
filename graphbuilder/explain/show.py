"""An explanation for reading in a terminal, as a web page, or as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from html import escape
from typing import Any

from graphbuilder.explain import Explained
from graphbuilder.model import Article, Claim

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }}
section {{ border-top: 1px solid #ddd; padding: .8rem 0 }}
mark {{ padding: 0 .15rem; border-radius: .2rem }}
.person {{ background: #fde3b5 }} .group {{ background: #cfe4ff }} .trigger {{ background: #d9f2d0 }}
.claim {{ margin: .2rem 0 }} .denied {{ color: #b00020 }} .uncertain {{ color: #8a5a00 }}
.why, .rule {{ color: #666; font-size: .9rem }}
</style></head><body><h1>{title}</h1>
<p><mark class="person">person</mark> <mark class="group">group</mark>
<mark class="trigger">word of a relation</mark></p>
{body}</body></html>
"""


def as_values(explained: Explained) -> dict[str, Any]:
    """Plain values for machines."""
    return {**asdict(explained), "claims": [claim.to_json() for claim in explained.claims]}


def as_text(explained: Explained) -> Iterator[str]:
    """Lines for a terminal."""
    yield explained.text.replace("\n", " ")
    if explained.speaker:
        yield f"  quoted    {explained.speaker}"
    for mention in explained.mentions:
        yield f"  {mention.kind:9} {mention.text} = {mention.actor} ({mention.reason})"
    for attempt in explained.attempts:
        slots = "; ".join(f"{slot}: {', '.join(words)}" for slot, words in attempt.slots.items())
        yield f"  word      {attempt.word} [{', '.join(attempt.relations)}] {slots} -> {attempt.outcome}"
    for claim in explained.claims:
        yield f"  claim     {claim_line(claim)}"
    if explained.why_not:
        yield f"  no claim  {explained.why_not}"


def claim_line(claim: Claim) -> str:
    """A claim in one line, with stance, status, source, confidence and rule."""
    said = f", said by {claim.source.name}" if claim.source else ""
    tie = f"{claim.subject.name} {claim.relation} {claim.object.name}"
    return f"{tie} ({claim.stance}, {claim.status}{said}; {claim.confidence:.2f}; {claim.rule})"


def as_page(article: Article, sentences: Iterable[Explained]) -> str:
    """A page with the mentions and triggers of each sentence highlighted."""
    body = "\n".join(_section(article, sentence) for sentence in sentences)
    return _PAGE.format(title=escape(article.publication.title or article.publication.location), body=body)


def _section(article: Article, sentence: Explained) -> str:
    lines = [f"<section><p>{_marked(article.text, sentence)}</p>"]
    for claim in sentence.claims:
        lines.append(f'<p class="claim {claim.stance}">{escape(claim_line(claim))}</p>')
    if sentence.why_not:
        lines.append(f'<p class="why">{escape(sentence.why_not)}</p>')
    return "\n".join([*lines, "</section>"])


def _marked(text: str, sentence: Explained) -> str:
    """The sentence with marks; where two overlap, the first one stands."""
    marks = [(m.start, m.end, m.kind, f"{m.actor} ({m.reason})") for m in sentence.mentions]
    marks += [(a.start, a.end, "trigger", f"{', '.join(a.relations)}: {a.outcome}") for a in sentence.attempts]
    parts, at = [], sentence.start
    for start, end, kind, title in sorted(marks):
        if start >= at:
            parts += [
                escape(text[at:start]),
                f'<mark class="{kind}" title="{escape(title)}">{escape(text[start:end])}</mark>',
            ]
            at = end
    return "".join([*parts, escape(text[at : sentence.end])])
