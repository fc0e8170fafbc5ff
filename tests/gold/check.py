"""Checks folders of gold claims: python tests/gold/check.py FOLDER..., each with gold/*.json and text/ID.txt.

Prints one line for each problem and a last line with counts; exit status 1 if there was a problem.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

from graphbuilder.model import Kind, Stance, Status
from graphbuilder.ontology import relations

ARTICLE_KEYS = {"id", "title", "date", "url", "actors", "claims"}
ACTOR_KEYS = {"name", "type", "named", "aliases"}
CLAIM_KEYS = {"subject", "relation", "object", "stance", "status", "source", "start", "end"}


def problems(folder: Path) -> Iterator[str]:
    """What is wrong in one folder, one sentence for each fault, headed by the article's id."""
    gold = {path.stem: path for path in sorted((folder / "gold").glob("*.json"))}
    texts = {path.stem: path for path in sorted((folder / "text").glob("*.txt"))}
    if not gold:
        yield f"{folder}: no gold/*.json there; give a folder that has gold/ and text/"
    for name in sorted(gold.keys() ^ texts.keys()):
        yield f"{name}: has {'no text' if name in gold else 'no gold'}"
    for name in sorted(gold.keys() & texts.keys()):
        article = json.loads(gold[name].read_text(encoding="utf-8"))
        for problem in _article(article, name=name, text=texts[name].read_text(encoding="utf-8")):
            yield f"{name}: {problem}"


def _article(article: dict[str, Any], *, name: str, text: str) -> Iterator[str]:
    if article.keys() != ARTICLE_KEYS:
        yield f"keys {sorted(article)} instead of {sorted(ARTICLE_KEYS)}"
        return
    if article["id"] != name:
        yield f"id {article['id']!r} is not the file's name"
    if not text.startswith(article["title"] + "\n"):
        yield "the title is not the first line of the text"
    if article["date"] is not None:
        try:
            date.fromisoformat(article["date"])
        except ValueError:
            yield f"date {article['date']!r} is not YYYY-MM-DD"
    yield from _actors(article["actors"], text)
    yield from _claims(article, text)


def _actors(actors: list[dict[str, Any]], text: str) -> Iterator[str]:
    names: set[str] = set()
    for actor in actors:
        if actor.keys() != ACTOR_KEYS:
            yield f"actor with keys {sorted(actor)} instead of {sorted(ACTOR_KEYS)}"
            continue
        name, aliases = actor["name"], actor["aliases"]
        if actor["type"] not in get_args(Kind):
            yield f"actor {name}: type {actor['type']!r}"
        if name in names:
            yield f"actor {name}: listed twice"
        names.add(name)
        if actor["named"] and not any(form in text for form in (name, *aliases)):
            yield f"actor {name}: neither name nor alias is in the text"
        for alias in aliases:
            if alias not in text:
                yield f"actor {name}: alias {alias!r} is not in the text"
        if len({name, *aliases}) != len(aliases) + 1:
            yield f"actor {name}: an alias twice"


def _claims(article: dict[str, Any], text: str) -> Iterator[str]:
    kinds = {actor.get("name"): actor.get("type") for actor in article["actors"]}
    seen: set[tuple[object, ...]] = set()
    for claim in article["claims"]:
        if claim.keys() != CLAIM_KEYS:
            yield f"claim with keys {sorted(claim)} instead of {sorted(CLAIM_KEYS)}"
            continue
        where = f"{claim['subject']} {claim['relation']} {claim['object']}"
        yield from (f"{where}: {problem}" for problem in _claim(claim, kinds=kinds, text=text))
        key = _key(claim)
        if key in seen:
            yield f"{where}: listed twice"
        seen.add(key)


def _claim(claim: dict[str, Any], *, kinds: dict[str, Any], text: str) -> Iterator[str]:
    relation = relations().get(claim["relation"])
    if relation is None:
        yield "no such relation"
    for side in ("subject", "object"):
        if claim[side] not in kinds:
            yield f"the {side} is none of the actors"
        elif relation is not None and kinds[claim[side]] not in getattr(relation, side):
            yield f"the {side} may not be a {kinds[claim[side]]}"
    if claim["subject"] == claim["object"]:
        yield "subject and object are the same actor"
    if claim["stance"] not in get_args(Stance):
        yield f"stance {claim['stance']!r}"
    if claim["status"] not in get_args(Status):
        yield f"status {claim['status']!r}"
    start, end = claim["start"], claim["end"]
    if not 0 <= start < end <= len(text):
        yield f"offsets {start} to {end} in a text of {len(text)}"
    elif text[start:end] != text[start:end].strip() or "\n" in text[start:end]:
        yield f"offsets {start} to {end} are not those of a sentence"


def _key(claim: dict[str, Any]) -> tuple[object, ...]:
    relation = relations().get(claim["relation"])
    pair = (claim["subject"], claim["object"])
    if relation is not None and relation.symmetric:
        pair = (min(pair), max(pair))
    return (*pair, claim["relation"], claim["stance"], claim["status"], claim["source"])


def main(folders: list[str]) -> int:
    """Check all folders; the exit status."""
    if not folders:
        print("usage: python tests/gold/check.py FOLDER...", file=sys.stderr)
        return 2
    found = [problem for folder in folders for problem in problems(Path(folder))]
    articles = [path for folder in folders for path in (Path(folder) / "gold").glob("*.json")]
    print(*found, f"{len(articles)} articles, {len(found)} problems", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
