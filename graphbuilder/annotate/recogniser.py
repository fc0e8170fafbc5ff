"""spaCy's entity recogniser, asked about all words of a text at once: its own decoder takes a lock at every word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

Positions = NDArray[np.int64]

_RECOGNISER = "ner"
_FEATURES = 3
"""The word, the first word of the entity that is open, and the word before inside it."""


def decode_at_once(nlp: Language) -> None:
    """Put this recogniser in the place of spaCy's, where that decides by what is known here."""
    plain: Any = nlp.get_pipe(_RECOGNISER) if _RECOGNISER in nlp.pipe_names else None
    if type(plain) is EntityRecognizer and _is_known(plain):
        nlp.replace_pipe(_RECOGNISER, Recogniser.__name__)
        nlp.get_pipe(_RECOGNISER).take(plain)  # type: ignore[attr-defined]


def _is_known(plain: Any) -> bool:
    """A greedy decoder over the two layers that spaCy's own models have, on a processor."""
    model = plain.model
    if model.name != "parser_model" or not model.attrs["has_upper"] or model.attrs["unseen_classes"]:
        return False
    lower = model.get_ref("lower")
    greedy = plain.cfg["beam_width"] == 1 and model.ops.device_type == "cpu"
    return bool(greedy and lower.get_dim("nF") == _FEATURES and lower.get_dim("nP") > 1)


@Language.factory("Recogniser")
class Recogniser:
    """Finds the entities that spaCy's own finds, in a third of its time, which is more than half of that of a parse.

    Each word is outside of entities, one by itself, or the first, an inner or the last word of one (BILUO; Ratinov
    and Roth 2009). Where no entity is open, nothing decided before bears upon that, so all words are scored together;
    inside one, only its first word and label do, so that all entities grow by a word together.
    """

    plain: Any

    def __init__(self, nlp: Language, name: str) -> None:
        self.name = name

    def take(self, plain: Any) -> None:
        """Use the weights and classes of spaCy's recogniser."""
        self.plain = plain
        self.tok2vec, self.lower, self.upper = (plain.model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        names = [plain.moves.get_class_name(n) for n in range(plain.moves.n_moves)]
        self.labels = [name[2:] for name in names]
        self.outside = np.array([name == "O" for name in names])
        self.begins = np.array([name.startswith("B-") for name in names])
        self.single = np.array([name.startswith("U-") and name != "U-" for name in names])
        number = {name: n for n, name in enumerate(names)}
        self.inner, self.last = (np.array([number.get(f"{m}-{label}", 0) for label in self.labels]) for m in "IL")

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of a text; what others have set in it is left to spaCy's own recogniser."""
        if not len(doc) or doc.has_annotation("ENT_IOB"):
            return self.plain(doc)  # type: ignore[no-any-return]
        doc.set_ents([Span(doc, start, end, label=label) for start, end, label in self._entities(doc)])
        return doc

    def _entities(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """First token, end (exclusive) and label of each entity, from left to right."""
        scoring = Scoring(self, doc)
        classes = scoring.alone()
        ends = scoring.ends(classes)
        n = 0
        while n < len(doc):
            if label := self.labels[classes[n]]:
                yield n, int(ends[n]), label
            n = int(ends[n])


class Scoring:
    """The words of one text, weighed by the layers of the network."""

    def __init__(self, recogniser: Recogniser, doc: Doc) -> None:
        self.recogniser = recogniser
        self.features = recogniser.lower.predict(recogniser.tok2vec.predict([doc]))
        starts, spaces = doc.to_array(["SENT_START", "IS_SPACE"]).T
        self.named = (spaces == 0)[:, None]
        self.closes = np.append(starts[1:] == 1, True)
        """No entity goes on behind such a word."""

    def _scores(self, word: Positions, *, first: Positions, before: Positions) -> NDArray[np.float32]:
        """How well each class fits; row 0 of the features stands for "none", which is -1 here."""
        lower = self.features[word + 1, 0] + self.features[first + 1, 1] + self.features[before + 1, 2]
        hidden = (lower + self.recogniser.lower.get_param("b")).max(axis=-1)
        return self.recogniser.upper.predict(hidden)  # type: ignore[no-any-return]

    def alone(self) -> Positions:
        """The class of each word if no entity is open there."""
        words = np.arange(len(self.closes))
        none = np.full_like(words, -1)
        single, begins = self.recogniser.single, self.recogniser.begins & ~self.closes[:, None]
        allowed = self.recogniser.outside | (self.named & (single | begins))
        classes: Positions = np.where(allowed, self._scores(words, first=none, before=none), -np.inf).argmax(axis=1)
        return classes

    def ends(self, classes: Positions) -> Positions:
        """Where the entity ends (exclusive) that begins at each word."""
        ends = np.arange(1, len(classes) + 1)
        first = word = np.flatnonzero(self.recogniser.begins[classes])
        while len(first):
            before, word = word, word + 1
            scores, rows = self._scores(word, first=first, before=before), np.arange(len(word))
            label = classes[first]
            goes_on = scores[rows, self.recogniser.inner[label]] > scores[rows, self.recogniser.last[label]]
            goes_on &= ~self.closes[word]
            ends[first] = word + 1
            first, word = first[goes_on], word[goes_on]
        return ends
