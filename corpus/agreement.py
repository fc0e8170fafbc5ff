"""How far two readers of the same passages agree: ``python -m corpus.agreement [--differences]``.

The second annotation lies in second/, made from the plain text alone. Actors are matched by the words that stand for
them, so that another spelling of a canonical name is no disagreement. The first annotation is taken as the truth:
precision is the share of the second reader's claims that the first has too.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.read import Actor, Claim, Mention, Passage, read
from graphbuilder.errors import DataError
from graphbuilder.evaluate.scores import Score, Share
from graphbuilder.fold import fold_name
from graphbuilder.ontology import relations

SECOND = Path(__file__).parent / "second"
STEP = 20
DETAILS = ("stance", "status", "source")

Triple = tuple[str, str, str]
Said = tuple[str, str, str]

# What follows the head of a noun phrase: "leader | of the party", "man | who fled", "soldiers | loyal to him".
_AFTER_HEAD = re.compile(r",| \(| (?:of|in|from|for|to|with|on|at|by|under|near|who|whom|which|that|loyal|arrested)\b")


def drawn(ids: Iterable[str]) -> list[str]:
    """Which passages a second reader gets: every twentieth, in the order of the SHA-256 hashes of their ids."""
    return sorted(ids, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[::STEP]


def head(passage: Passage, mention: Mention) -> int:
    """Where in the text the head of a mention ends, wherever its article, title and complements were cut."""
    words = passage.text[mention.start : mention.end]
    after = _AFTER_HEAD.search(words)
    return mention.start + (after.start() if after else len(words))


@dataclass(frozen=True, slots=True)
class Reading:
    """What one reader found in a passage: stance, status and source by triple, heads of mentions and whose they are.

    Both readings call an actor by the first reader's id, or by the folded name where only the second marked it.
    """

    claims: Mapping[Triple, frozenset[Said]]
    mentions: frozenset[tuple[str, str]]

    def units(self) -> dict[str, set[tuple[str, ...]]]:
        """What is counted."""
        return {
            "triple": set(self.claims),
            "pair": {tuple(sorted((subject, target))) for subject, _, target in self.claims},
            "claim": {(*triple, *said) for triple, all_said in self.claims.items() for said in all_said},
            "mention": {(place,) for place, _ in self.mentions},
            "mention and actor": set(self.mentions),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """One passage as two readers understood it; ``names`` are those of the actors, by the ids of the readings."""

    passage: str
    first: Reading
    second: Reading
    names: Mapping[str, str]

    def shared(self) -> Iterator[tuple[Triple, frozenset[Said], frozenset[Said]]]:
        """The triples that both have, with what each says of them."""
        for triple in sorted(self.first.claims.keys() & self.second.claims.keys()):
            yield triple, self.first.claims[triple], self.second.claims[triple]


def compare(first: Iterable[Passage], second: Iterable[Passage]) -> list[Comparison]:
    """The passages of the second reader beside those of the first.

    Raises:
        DataError: the first has no such passage, or another text.
    """
    known = {passage.id: passage for passage in first}
    found: list[Comparison] = []
    for passage in second:
        if passage.id not in known:
            raise DataError(f"{passage.id}: no batch has this passage; take it out of {SECOND.name}/")
        if passage.text != known[passage.id].text:
            raise DataError(
                f"{passage.id}: the text differs from that in the batch; bring {SECOND.name}/ up to the batch"
            )
        found.append(_comparison(known[passage.id], passage))
    return found


def scores(comparisons: Iterable[Comparison]) -> dict[str, Score]:
    """Precision, recall and F1 of the second reader against the first, for each unit."""
    table: dict[str, Score] = defaultdict(Score)
    for comparison in comparisons:
        first = comparison.first.units()
        for unit, found in comparison.second.units().items():
            table[unit].add(found, first[unit])
    return table


def shares(comparisons: Iterable[Comparison]) -> dict[str, Share]:
    """On how many of the triples that both have the stances, the statuses and the sources are the same."""
    table = {detail: Share() for detail in DETAILS}
    for comparison in comparisons:
        for _, first, second in comparison.shared():
            for place, detail in enumerate(DETAILS):
                table[detail].of += 1
                table[detail].right += {said[place] for said in first} == {said[place] for said in second}
    return table


def differences(comparison: Comparison) -> Iterator[str]:
    """The claims of one passage that only one reader has, or that the two describe otherwise."""
    first, second = comparison.first.claims, comparison.second.claims
    for triple in sorted(first.keys() ^ second.keys()):
        reader, said = ("first", first[triple]) if triple in first else ("second", second[triple])
        yield f"only {reader}: {_words(triple, comparison)} {_said(said, comparison)}"
    for triple, ours, theirs in comparison.shared():
        if ours != theirs:
            yield f"{_words(triple, comparison)}: {_said(ours, comparison)}, second {_said(theirs, comparison)}"


def _words(triple: Triple, comparison: Comparison) -> str:
    return " ".join(comparison.names.get(part, part) for part in triple)


def _said(said: Iterable[Said], comparison: Comparison) -> str:
    return " | ".join(
        f"{stance} {status} ({comparison.names.get(source, source)})" for stance, status, source in sorted(said)
    )


def _comparison(first: Passage, second: Passage) -> Comparison:
    own = {actor.id: actor.id for actor in first.actors}
    same = _same_actors(first, second)
    # A source may be an actor to one reader and plain words to the other.
    other = {actor.id: same.get(actor.id, fold_name(actor.name)) for actor in second.actors}
    names = {other[actor.id]: actor.name for actor in second.actors} | {actor.id: actor.name for actor in first.actors}
    return Comparison(first.id, _reading(first, own), _reading(second, other), names)


def _same_actors(first: Passage, second: Passage) -> dict[str, str]:
    """The first reader's id of each actor that both marked, by the second's: those with most words in common."""
    likeness: Counter[tuple[str, str]] = Counter()
    for ours in first.mentions:
        for theirs in second.mentions:
            if ours.actor.kind == theirs.actor.kind and ours.start < theirs.end and theirs.start < ours.end:
                equal = head(first, ours) == head(second, theirs)
                likeness[theirs.actor.id, ours.actor.id] += 10 if equal else 1
    found: dict[str, str] = {}
    for (theirs_id, ours_id), _ in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if theirs_id not in found and ours_id not in found.values():
            found[theirs_id] = ours_id
    return found


def _reading(passage: Passage, ids: Mapping[str, str]) -> Reading:
    claims: dict[Triple, set[Said]] = defaultdict(set)
    for claim in passage.claims:
        claims[_triple(claim, ids)].add((claim.stance, claim.status, _source(passage, claim.source, ids=ids)))
    return Reading(
        {triple: frozenset(said) for triple, said in claims.items()},
        frozenset((str(head(passage, mention)), ids[mention.actor.id]) for mention in passage.mentions),
    )


def _triple(claim: Claim, ids: Mapping[str, str]) -> Triple:
    subject, target = ids[claim.subject.actor.id], ids[claim.object.actor.id]
    if relations()[claim.relation].symmetric:
        subject, target = sorted((subject, target))
    return subject, claim.relation, target


def _source(passage: Passage, source: Actor | str | None, *, ids: Mapping[str, str]) -> str:
    """Who says so, as a key, empty in the text's own voice; plain words count as the actor whom the text calls so."""
    if source is None or isinstance(source, Actor):
        return ids[source.id] if source else ""
    words = fold_name(source)
    for mention in passage.mentions:
        if words in {fold_name(passage.text[mention.start : mention.end]), fold_name(mention.actor.name)}:
            return ids[mention.actor.id]
    return words


def main() -> int:
    """Print the agreement of the second annotation with the first."""
    parser = argparse.ArgumentParser(prog="python -m corpus.agreement", description="How far two readers agree.")
    parser.add_argument("--differences", action="store_true", help="also print every claim on which they differ")
    options = parser.parse_args()
    comparisons = compare(read(), read(sorted(SECOND.glob("*.ann"))))
    for comparison in comparisons if options.differences else ():
        for line in differences(comparison):
            print(f"{comparison.passage}: {line}")
    print(f"{len(comparisons)} passages")
    print(f"{'':18} {'precision':>9} {'recall':>9} {'F1':>9} {'first':>6} {'second':>6} {'both':>6}")
    for unit, score in scores(comparisons).items():
        figures = f"{score.precision:9.2f} {score.recall:9.2f} {score.f1:9.2f}"
        print(f"{unit:18} {figures} {score.gold:6} {score.found:6} {score.right:6}")
    for detail, share in shares(comparisons).items():
        print(f"{detail:18} {share.share:.2f} the same on {share.of} shared triples")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
