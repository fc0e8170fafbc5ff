"""Which words of a sentence may state which relations, and whether a predication fits a frame."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.extract import surroundings
from graphbuilder.extract.predication import Mode, Predication
from graphbuilder.extract.surroundings import ANYTHING
from graphbuilder.ontology import Frame, Part, Relation

_NOMINAL = frozenset(["NOUN", "PROPN", "ADJ"])
_SPLIT = re.compile(r"[\s\-]+")
_PARTICLES = frozenset(["in", "on", "off", "up", "out", "down", "over", "through", "about", "around"])
_MODES: Mapping[Part, Mode] = {"verb": "verb", "noun": "noun", "adjective": "adjective", "role": "noun", "name": "name"}


@dataclass(frozen=True, eq=False, slots=True)
class Use:
    """One word (or a few that belong together) as a trigger of a relation."""

    relation: Relation
    frame: Frame
    words: tuple[str, ...]

    @property
    def rule(self) -> str:
        """What a claim names as its reason: relation file, part of speech, trigger."""
        return f"{self.relation.name.lower()}/{self.frame.part}/{' '.join(self.words)}"


@dataclass(slots=True)
class Triggers:
    """Looks up the uses of a word by how it is read."""

    uses: dict[Mode, dict[str, list[Use]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    themes: dict[str, list[Relation]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, relations: Iterable[Relation]) -> Triggers:
        """The triggers of all relations."""
        found = cls()
        for relation in relations:
            for frame in relation.frames:
                for word in frame.words:
                    found._learn(Use(relation, frame, tuple(_SPLIT.split(word.lower()))))
            for theme in relation.transfers:
                found.themes[theme.lower()].append(relation)
        return found

    def _learn(self, use: Use) -> None:
        mode = _MODES[use.frame.part]
        keys = [use.words[0]] if mode == "verb" else [use.words[0], use.words[-1]]
        for key in dict.fromkeys(keys):
            self.uses[mode][key].append(use)

    def named(self, token: Token, *, words: Iterable[str]) -> list[Use]:
        """The uses that the words of a group's own name allow; ``token`` is the head of the name."""
        uses = (use for word in words for use in self.uses["name"].get(word.lower(), ()))
        return list(dict.fromkeys(uses)) if token.pos_ in {"PROPN", "NOUN"} else []

    def at(self, token: Token) -> Iterator[tuple[Mode, list[Use]]]:
        """The readings of a token with the uses that its words allow."""
        for mode in _modes(token):
            # A list, not a set: the order of claims must not change from run to run.
            keys = [lemma(token), token.lower_, *([_stem(token)] if mode == "verb" else [])]
            if mode == "adjective" and token.pos_ == "VERB":
                # "closed its doors to" is not "close to".
                keys = [token.lower_]
            known = self.uses[mode]
            listed = [known[key] for key in dict.fromkeys([*keys, ANYTHING]) if key in known]
            uses = dict.fromkeys(chain.from_iterable(listed))
            fitting = _without_general(list(_fitting(uses, token, mode=mode))) if uses else []
            if fitting and not (mode == "noun" and any(_inside(token, phrase_of(use, token)) for use in fitting)):
                yield mode, fitting


def _without_general(uses: list[Use]) -> list[Use]:
    """ "fight together" rather than any verb with "together"."""
    idioms = [use for use in uses if len(use.words) > 1 and use.words[0] != ANYTHING]
    return [use for use in uses if use.words[0] != ANYTHING] if idioms else uses


def _modes(token: Token) -> Iterator[Mode]:
    if token.pos_ == "VERB":
        yield "verb"
        if token.tag_ in {"VBN", "VBD"}:
            yield "adjective"
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield "noun"
        if mistaken_verb(token):
            yield "verb"
    elif token.pos_ == "ADJ":
        yield "adjective"
        if token.dep_ in {"appos", "attr", "pobj", "nsubj", "dobj", "oprd", "ccomp"}:
            yield "noun"


def mistaken_verb(token: Token) -> bool:
    """ "neither finances nor shelters": a verb in -s that the tagger took for a noun where only a verb can stand."""
    beside = token.dep_ == "conj" and token.head.pos_ == "VERB"
    placed = beside or token.dep_ == "relcl" or any(child.dep_ == "nsubj" for child in token.children)
    return token.tag_ == "NNS" and (placed or _only_verb(token))


def _only_verb(token: Token) -> bool:
    """ "Iran shelters the group": head of a sentence between a name and a noun phrase."""
    before = [child for child in token.lefts if child.dep_ in {"compound", "nmod"}]
    after = [child for child in token.rights if child.pos_ in {"NOUN", "PROPN", "PRON"} and child.dep_ != "conj"]
    return token.dep_ == "ROOT" and bool(after) and any(child.tag_ == "NNP" for child in before)


def _stem(token: Token) -> str:
    return token.lower_[:-1] if token.lower_.endswith("s") else token.lower_


def _fitting(uses: Iterable[Use], token: Token, *, mode: Mode) -> Iterator[Use]:
    """The uses all words of which stand there: particles under a verb, neighbours of a noun."""
    if mode == "verb":
        forms = {ANYTHING, lemma(token), _stem(token)}
        around = surroundings.particles(token)
        yield from (
            use
            for use in uses
            if use.words[0] in forms
            and around.issuperset(use.words[1:])
            and not any(_elsewhere(word, token, use=use) for word in use.words[1:])
        )
    else:
        yield from (use for use in uses if len(use.words) == 1 or phrase_of(use, token))


def phrase_of(use: Use, token: Token) -> list[Token]:
    """The words of a use of several, around the one that is looked at: "secretary-general"; else nothing."""
    if len(use.words) == 1:
        return []
    return _spelt(use.words, token, step=1) or _spelt(use.words[::-1], token, step=-1)[::-1]


def _spelt(words: Iterable[str], token: Token, *, step: int) -> list[Token]:
    """The tokens from one on that are these words, hyphens left out; nothing where one is another word."""
    doc, n = token.doc, token.i
    found: list[Token] = []
    for word in words:
        while 0 <= n < len(doc) and doc[n].text == "-":
            n += step
        if not 0 <= n < len(doc) or (word != doc[n].lower_ and word != lemma(doc[n])):
            return []
        found.append(doc[n])
        n += step
    return found


def _inside(token: Token, words: Iterable[Token]) -> bool:
    """Another word of the phrase stands above this one, or, where the parse parts them, before it."""
    nominal = [t for t in words if t.pos_ in _NOMINAL]
    if token not in nominal:
        return False
    heads = [t for t in nominal if not any(other.is_ancestor(t) for other in nominal)]
    return token != heads[0]


def _elsewhere(word: str, verb: Token, *, use: Use) -> bool:
    """ "took X in the valley": a preposition of its own where the verb has an object, no particle ("take in")."""
    child = next((c for c in verb.children if c.lower_ == word and word in _PARTICLES), None)
    own = child is not None and child.dep_ == "prep" and any(c.dep_ == "pobj" for c in child.children)
    return own and word not in use.frame.object and any(c.dep_ == "dobj" for c in verb.children)


def fits(use: Use, predication: Predication) -> bool:
    """The frame's required words stand in their slots, and none of those that it excludes."""
    frame = use.frame
    for slot, lemmas in (frame.requires or {}).items():
        if not surroundings.lemmas(predication, slot) & set(lemmas):
            return False
    unwanted = (frame.without or {}).items()
    return not any(surroundings.lemmas(predication, slot) & set(lemmas) for slot, lemmas in unwanted)
