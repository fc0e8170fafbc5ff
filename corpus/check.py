"""Checks the files of the corpus: ``python -m corpus.check [FILES]`` (all batches where none are given).

Prints FILE:LINE: PASSAGE: what is wrong, then counts; exit status 1 where anything is wrong. With ``--hints`` also
what deserves a second look: pronouns and names (marked elsewhere in the passage) that no brace marks.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.read import BATCHES, Claim, Passage, Problem, parse
from graphbuilder.ontology import relations

_ABOUT = {"region", "genre", "decade"}
_PRONOUNS = r"[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er|[Tt]hey|[Tt]hem|[Tt]heir|[Ii]ts|[Ww]e|[Uu]s|[Oo]ur"


def problems(paths: Iterable[Path]) -> Iterator[tuple[Path, Problem]]:
    """What is wrong in the files, in the order of their lines; ids of passages must differ across files."""
    seen: dict[str, Path] = {}
    for path in paths:
        passages, found = parse(path.read_text(encoding="utf-8"))
        for passage in passages:
            if passage.id in seen:
                found.append(Problem(passage.id, passage.line, f"the id is taken: {seen[passage.id]}"))
            seen[passage.id] = path
            found += _problems(passage)
        for problem in sorted(found, key=lambda problem: problem.line):
            yield path, problem


def hints(passage: Passage) -> Iterator[str]:
    """Words without a brace that are marked elsewhere in the passage, and pronouns without one, with their context."""
    covered = {at for mention in passage.mentions for at in range(mention.start, mention.end)}
    names = {passage.text[m.start : m.end] for m in passage.mentions} | {a.name for a in passage.actors if a.named}
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name[:1].isupper())
    for found in re.finditer(rf"\b(?:{words}|{_PRONOUNS})\b" if words else rf"\b(?:{_PRONOUNS})\b", passage.text):
        if not covered.intersection(range(found.start(), found.end())):
            around = passage.text[max(0, found.start() - 30) : found.end() + 20].replace("\n", " ")
            yield f"{found[0]!r} has no brace: …{around}…"


def counts(passages: Iterable[Passage]) -> dict[str, Counter[str]]:
    """How many passages, sentences, mentions and claims there are, of which kinds."""
    table: dict[str, Counter[str]] = {key: Counter() for key in ("corpus", "relation", "stance", "status", *_ABOUT)}
    for passage in passages:
        stating = {claim.sentence for claim in passage.claims}
        table["corpus"] += Counter(
            {
                "passages": 1,
                "sentences": len(passage.sentences),
                "sentences without claim": len(passage.sentences) - len(stating),
                "actors": len(passage.actors),
                "mentions": len(passage.mentions),
                "claims": len(passage.claims),
                "claims with a source": sum(claim.source is not None for claim in passage.claims),
                f"passages to {passage.split}": 1,
            }
        )
        for claim in passage.claims:
            table["relation"][claim.relation] += 1
            table["stance"][claim.stance] += 1
            table["status"][claim.status] += 1
        for key in _ABOUT:
            table[key][passage.about.get(key, "")] += 1
    return table


def _problems(passage: Passage) -> Iterator[Problem]:
    def problem(line: int, message: str) -> Problem:
        return Problem(passage.id, line, message)

    if missing := _ABOUT - {key for key, value in passage.about.items() if value}:
        yield problem(passage.line, f"the header lacks {', '.join(sorted(missing))}")
    if not re.fullmatch(r"\d{3}0s", passage.about.get("decade", "1990s")):
        yield problem(passage.line, f"decade: {passage.about['decade']!r} must be like 1990s")
    if not passage.text:
        yield problem(passage.line, "there is no text")
    yield from _actor_problems(passage, problem)
    yield from _sentence_problems(passage, problem)
    said: set[tuple[object, ...]] = set()
    for claim in passage.claims:
        yield from (problem(claim.line, message) for message in _claim_problems(passage, claim))
        key = _statement(claim)
        if key in said:
            yield problem(claim.line, "the same claim stands twice (symmetric relations: in either order)")
        said.add(key)


def _actor_problems(passage: Passage, problem: Callable[[int, str], Problem]) -> Iterator[Problem]:
    mentioned = {mention.actor.id for mention in passage.mentions}
    names: set[str] = set()
    for actor in passage.actors:
        if actor.id not in mentioned:
            yield problem(actor.line, f"{actor.id} ({actor.name}) is nowhere mentioned")
        if actor.named != actor.id.startswith("a"):
            yield problem(actor.line, f"{actor.id}: ids of named actors begin with a, of unnamed persons with u")
        if not actor.named and actor.kind != "person":
            yield problem(actor.line, f"{actor.id}: only a person can be unnamed")
        if actor.named and actor.name.casefold() in names:
            yield problem(actor.line, f"another actor has the name {actor.name!r}")
        names.add(actor.name.casefold())


def _sentence_problems(passage: Passage, problem: Callable[[int, str], Problem]) -> Iterator[Problem]:
    for index, span in enumerate(passage.sentences):
        words = passage.text[span.start : span.end]
        if not (index == 0 and passage.headline) and not re.search(r"""[.!?:…]["'”’)\]]*$""", words):
            yield problem(passage.line, f"sentence {index + 1} has no full stop: …{words[-30:]}")
        if "  " in words or re.search(r" [,.;]", words):
            yield problem(passage.line, f"sentence {index + 1} has two blanks, or one before a comma or stop")


def _claim_problems(passage: Passage, claim: Claim) -> Iterator[str]:
    relation = relations().get(claim.relation)
    if relation is None:
        yield f"unknown relation {claim.relation}; known are {', '.join(relations())}"
        return
    if claim.subject.actor.kind not in relation.subject:
        yield f"{claim.relation} takes no {claim.subject.actor.kind} as subject"
    if claim.object.actor.kind not in relation.object:
        yield f"{claim.relation} takes no {claim.object.actor.kind} as object"
    if claim.subject.actor is claim.object.actor:
        yield "an actor has no tie to itself"
    span = passage.sentences[claim.sentence]
    starts = (claim.subject.start, claim.object.start)
    if not any(span.start <= start < span.end for start in starts):
        yield f"neither mention is in sentence {claim.sentence + 1}"
    if any(start >= span.end for start in starts):
        yield f"a mention comes after sentence {claim.sentence + 1}"


def _statement(claim: Claim) -> tuple[object, ...]:
    ends = [claim.subject.actor.id, claim.object.actor.id]
    relation = relations().get(claim.relation)
    if relation is not None and relation.symmetric:
        ends.sort()
    return (*ends, claim.relation, claim.stance, claim.status, claim.source_name)


def main() -> int:
    """Check the files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m corpus.check", description="Check passages of the corpus.")
    parser.add_argument("files", nargs="*", type=Path, help="files to check (default: all batches)")
    parser.add_argument("--hints", action="store_true", help="also print what deserves a second look")
    options = parser.parse_args()
    paths: list[Path] = options.files or sorted(BATCHES.glob("*.ann"))
    wrong = 0
    for path, problem in problems(paths):
        wrong += 1
        print(f"{path}:{problem.line}: {problem.passage}: {problem.message}")
    passages = [passage for path in paths for passage in parse(path.read_text(encoding="utf-8"))[0]]
    for passage in passages if options.hints else ():
        for hint in hints(passage):
            print(f"hint: {passage.id}: {hint}")
    for title, counter in counts(passages).items():
        print(f"{title}: " + ", ".join(f"{name} {number}" for name, number in sorted(counter.items())))
    print(f"{wrong} problems")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
