"""Parsed sentences written by hand, one word after the other, and claims of real ones.

A word is ``form[=lemma][:TAG][@kind][/dep[>head]]``: ``Iran@c/nsubj funds the Taliban@g/dobj``. What is left out
follows from the rest: a word without a dependency is the root (or punctuation, an article, a genitive), and a head is
the next verb or noun that the dependency asks for. ``@p``, ``@g`` and ``@c`` name a person, a group and a country;
``_`` stands for a space within a name. Sentences are parted by `` | ``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from graphbuilder.annotate import Annotated
from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.units import Unit
from graphbuilder.gazetteer import Country
from graphbuilder.lexicon import lexicon
from graphbuilder.model import Article, Claim, Publication, content_id
from graphbuilder.pipeline import read_claims

_WORD = re.compile(
    r"(?P<form>[^=:@/]+|:)(?:=(?P<lemma>[^:@/]+))?(?::(?P<tag>[A-Z$]+))?(?:@(?P<kind>[pgc]))?(?:/(?P<dep>[^>]+)(?:>(?P<head>.+))?)?"
)
_POS = {
    "PROPN": ["NNP", "NNPS"], "NOUN": ["NN", "NNS"], "ADJ": ["JJ"], "ADV": ["RB"], "ADP": ["IN", "RP"],
    "PART": ["TO", "POS"], "AUX": ["MD"], "DET": ["DT"], "CCONJ": ["CC"], "PRON": ["PRP", "PRP$", "WP", "WDT"],
    "SCONJ": ["WRB"], "PUNCT": ["."],
}  # fmt: skip
_WORDS = {
    "DT": ["the", "a", "an", "no", "each", "both", "another", "this", "two"], "PRP$": ["its", "their", "his", "our"],
    "PRP": ["it", "they", "he", "them", "him", "we"], "WP": ["who"], "WDT": ["which", "that"], "WRB": ["where"],
    "RB": ["not", "never"], "TO": ["to"], "POS": ["'s"], "NN": ["nobody"],
}  # fmt: skip
_DEPS = {
    "IN": ["prep", "agent", "mark", "dative"], "RB": ["neg", "advmod"], "JJ": ["amod", "acomp"], "CC": ["cc"],
    "POS": ["case"], "RP": ["prt"],
}  # fmt: skip
_POS_OF = {tag: pos for pos, tags in _POS.items() for tag in tags}
_TAG_OF_WORD = {form: tag for tag, forms in _WORDS.items() for form in forms}
_TAG_OF_DEP = {dep: tag for tag, deps in _DEPS.items() for dep in deps}
_MODALS = frozenset(["may", "might", "could", "will", "would", "can", "should", "must"])
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am"])
_HAVE = frozenset(["has", "had", "have", "having"])
_PUNCT = frozenset([".", ",", ";", "?", "(", ")", "“", "”", '"', ":", "-", "!"])
_VERBS = frozenset(["ROOT", "relcl", "acl", "xcomp", "ccomp", "advcl", "pcomp", "parataxis", "aux", "auxpass"])
_TO_NEXT_VERB = frozenset(["nsubj", "nsubjpass", "aux", "auxpass", "neg", "mark"])
_TO_NEXT_NOUN = frozenset(["det", "amod", "compound", "poss", "nummod", "predet", "nmod"])
_TO_LAST_VERB = frozenset(
    ["dobj", "prep", "agent", "dative", "prt", "xcomp", "ccomp", "advcl", "attr", "acomp", "oprd"]
)


@dataclass(slots=True)
class _Word:
    """One word of the notation, with its head as a position in its sentence."""

    form: str
    lemma: str
    tag: str
    kind: str
    dep: str
    wanted: str
    head: int = 0

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith("VB") and self.dep not in {"aux", "auxpass", "amod"}


def doc(notation: str) -> Doc:
    """The parsed sentences."""
    words: list[_Word] = []
    for sentence in notation.split(" | "):
        found = [_word(text) for text in sentence.split()]
        for n, word in enumerate(found):
            word.tag = word.tag or _tag(found, n)
            word.lemma = word.lemma or _lemma(word)
        for n, word in enumerate(found):
            word.head = len(words) + _head(found, n)
        words += found
    after = [*(word.form for word in words[1:]), ""]
    return Doc(
        _vocabulary(),
        words=[word.form for word in words],
        spaces=[_spaced(word, form) for word, form in zip(words, after, strict=True)],
        tags=[word.tag for word in words],
        pos=list(map(_pos, words)),
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
    )


def annotated(notation: str) -> Annotated:
    """The parsed sentences with the names that ``@`` marks."""
    parsed = doc(notation)
    kinds = [_word(text).kind for text in notation.split() if text != "|"]
    article = Article(Publication("hand", "hand"), parsed.text)
    found = Annotated(article, parsed, [Unit(0, len(parsed.text), "paragraph")])
    entities: dict[str, Entity] = {}
    for token, kind in zip(parsed, kinds, strict=True):
        if kind:
            entity = entities.setdefault(token.text, _entity(token.text, kind))
            entity.forms[token.text] += 1
            found.names.append(NameSpan(token.i, token.i + 1, entity))
    found.entities = list(entities.values())
    found.name_at = {span.start: span for span in found.names}
    return found


def coreference(notation: str) -> Coreference:
    """What looks up the anaphors of the sentences."""
    return Coreference(annotated(notation), lexicon())


def word(parsed: Doc, form: str) -> Token:
    """The word of that form; a second one is ``form#2``."""
    text, _, number = form.partition("#")
    return [token for token in parsed if token.text == text][int(number or 1) - 1]


def article(text: str) -> Article:
    """A text without a header."""
    return Article(Publication(content_id(text), "example"), text)


@lru_cache(maxsize=2000)
def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a text, by the default model."""
    return read_all(text)[0]


def read_all(*texts: str) -> list[tuple[Claim, ...]]:
    """The claims of some texts, read in one run."""
    rejected: list[str] = []
    found = [
        tuple(claims)
        for _, claims in read_claims(
            map(article, texts), min_confidence=0, reject=lambda *why: rejected.append(str(why))
        )
    ]
    assert not rejected
    return found


def _word(text: str) -> _Word:
    match = _WORD.fullmatch(text)
    assert match is not None, f"not in the notation: {text}"
    part = {key: value or "" for key, value in match.groupdict().items()}
    form = part["form"].replace("_", " ")
    implied = (
        "punct"
        if form in _PUNCT
        else "case"
        if form == "'s"
        else "det"
        if form in {"the", "a", "an", "The", "no"}
        else "ROOT"
    )
    return _Word(form, part["lemma"], part["tag"], part["kind"], part["dep"] or implied, part["head"].replace("_", " "))


@lru_cache(maxsize=1)
def _vocabulary() -> Vocab:
    return spacy.blank("en").vocab


def _spaced(word: _Word, after: str) -> bool:
    return after not in {".", ",", "'s", ";", "?", ")", "”"} and word.form not in {"(", "“"}


def _pos(word: _Word) -> str:
    auxiliary = word.dep in {"aux", "auxpass"} and word.tag != "TO"
    return "AUX" if word.lemma == "be" or auxiliary else _POS_OF.get(word.tag, "VERB")


def _tag(words: list[_Word], n: int) -> str:
    word = words[n]
    lower = word.form.lower()
    if lower in _TAG_OF_WORD and not (lower == "that" and word.dep == "mark"):
        return "IN" if lower == "to" and word.dep in {"prep", "dative"} else _TAG_OF_WORD[lower]
    if word.form in _PUNCT:
        return "."
    if lower in _MODALS and word.dep == "aux":
        return "MD"
    if word.dep in _TAG_OF_DEP and not (word.dep == "dative" and word.kind):
        return _TAG_OF_DEP[word.dep]
    if word.dep in _VERBS or (word.dep == "conj" and _joined(words, n).tag.startswith("VB")):
        return _verb_tag(words, n)
    return "NNP" if lower != word.form else "NNS" if lower.endswith("s") else "NN"


def _joined(words: list[_Word], n: int) -> _Word:
    return words[_nearest(words, n, words[n].wanted)]


def _verb_tag(words: list[_Word], n: int) -> str:
    lower = words[n].form.lower()
    if lower.endswith("ing"):
        return "VBG"
    if words[n].dep == "acl" or any(word.dep == "auxpass" for word in words[max(0, n - 3) : n]):
        return "VBN"
    return "VBD" if lower.endswith("ed") or lower in {"was", "were", "had"} else "VBZ" if lower.endswith("s") else "VB"


def _lemma(word: _Word) -> str:
    lower = word.form.lower()
    if lower in _BE or lower in _HAVE:
        return "be" if lower in _BE else "have"
    if word.tag in {"VBZ", "NNS"}:
        return lower.removesuffix("s")
    return word.form if word.tag == "NNP" else lower


def _head(words: list[_Word], n: int) -> int:
    word = words[n]
    if word.dep == "ROOT":
        return n
    if word.wanted:
        return _nearest(words, n, word.wanted)
    if word.dep == "case":
        return n - 1
    if word.dep in _TO_NEXT_VERB:
        return next(m for m in range(n + 1, len(words)) if words[m].is_verb)
    if word.dep in _TO_NEXT_NOUN:
        return next(m for m in range(n + 1, len(words)) if words[m].dep not in {*_TO_NEXT_NOUN, "case", "punct"})
    if word.dep in {"pobj", "pcomp"}:
        return next(m for m in range(n - 1, -1, -1) if words[m].dep in {"prep", "agent", "dative"})
    if word.dep in _TO_LAST_VERB:
        return next(m for m in range(n - 1, -1, -1) if words[m].is_verb)
    return next(m for m, other in enumerate(words) if other.dep == "ROOT")


def _nearest(words: list[_Word], n: int, form: str) -> int:
    places = [m for m, word in enumerate(words) if word.form == form and m != n]
    assert places, f"no word {form!r} in the sentence"
    return min(places, key=lambda m: abs(m - n))


def _entity(name: str, kind: str) -> Entity:
    if kind == "c":
        return Entity("group", name, entry=Country(name), place=True, country=name)
    return Entity("person" if kind == "p" else "group", name)
