"""spaCy's attribute ruler with a memory: which of its rules fit a word is looked up once the word was met before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Span

Match = tuple[int, int, int, int]
"""A rule's number, its name in the matcher, and the tokens from start to end (exclusive) that it fits."""

_RULER = "attribute_ruler"
_KEY: list[int | str] = ["TAG", "LOWER", "DEP"]
_READ = frozenset([*_KEY, "IS_SPACE"])
_MEMORY = 100_000


def remember_attributes(nlp: Language) -> None:
    """Put the ruler with a memory in the place of spaCy's, where its rules look at nothing but what is remembered."""
    if _RULER not in nlp.pipe_names:
        return
    rules = nlp.get_pipe(_RULER).patterns  # type: ignore[attr-defined]
    if all(attributes.keys() <= _READ for rule in rules for words in rule["patterns"] for attributes in words):
        nlp.replace_pipe(_RULER, RememberingRuler.__name__)
        nlp.get_pipe(_RULER).add_patterns(rules)  # type: ignore[attr-defined]


@Language.factory("RememberingRuler")
class RememberingRuler(AttributeRuler):
    """Sets what spaCy's own ruler sets, which tries all rules anew at every word: a sixth of the time of a parse.

    Nearly all rules ask for the tag, form and dependency of one word, so the rules that fit a word are kept by these
    three. Where a rule for words in a row may begin, the row is matched anew.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        super().__init__(nlp.vocab, name)
        self.openings = Matcher(nlp.vocab)
        self.longest = 1
        self.known: dict[tuple[int, ...], tuple[list[tuple[int, int]], bool]] = {}

    def add(self, patterns: Iterable[list[dict[int | str, Any]]], attrs: dict[str, Any], index: int = 0) -> None:
        """Learn a rule, and by which word one for several begins."""
        patterns = list(patterns)
        super().add(patterns, attrs, index)
        for words in patterns:
            if len(words) > 1:
                self.openings.add("opening", [[words[0]]])  # type: ignore[list-item]
                self.longest = max(self.longest, len(words))

    def match(self, doc: Doc) -> list[Match]:
        """The rules that fit, in the order in which they are to be set."""
        return sorted(self._matches(doc))

    def _matches(self, doc: Doc) -> Iterator[Match]:
        for n, key in enumerate(map(tuple, doc.to_array(_KEY).tolist())):
            if key not in self.known:
                if len(self.known) > _MEMORY:
                    self.known.clear()
                word = doc[n : n + 1]
                fitting = [(rule, name) for rule, name, *_ in self._matched(word)]
                self.known[key] = fitting, bool(self.openings(word, allow_missing=True))
            fitting, opening = self.known[key]
            yield from ((rule, name, n, n + 1) for rule, name in fitting)
            if opening:
                row = self._matched(doc[n : n + self.longest])
                yield from (match for match in row if match[2] == n and match[3] > n + 1)

    def _matched(self, words: Span) -> list[Match]:
        """What spaCy's matcher finds in a row of words."""
        strings, start = self.vocab.strings, words.start
        found = self.matcher(words, allow_missing=True)
        return [(int(strings[name]), name, start + first, start + last) for name, first, last in found]
