"""What the rules say of the pairs of actors of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from spacy.tokens import Span

from graphbuilder.model import Claim
from graphbuilder.ontology import Relation

Said = Mapping[tuple[str, str], frozenset[str]]


def said_by_sentence(claims: Iterable[Claim], relations: Mapping[str, Relation]) -> Callable[[Span], Said]:
    """Looks up the relations that claims state in a sentence, by the names of subject and object."""
    found: dict[int, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        here = found[claim.char_start]
        here[claim.subject.name, claim.object.name].add(claim.relation)
        if relations[claim.relation].symmetric:
            here[claim.object.name, claim.subject.name].add(claim.relation)

    def of(sentence: Span) -> Said:
        start = sentence.start_char + len(sentence.text) - len(sentence.text.lstrip())
        return {pair: frozenset(names) for pair, names in found.get(start, {}).items()}

    return of
