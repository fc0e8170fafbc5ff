"""Whose word a statement is: the speaker of a quotation or of a reported clause, by name."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity
from graphbuilder.annotate.fillers import Filler
from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.annotate.speakers import said_by
from graphbuilder.extract.attribution import newcomer
from graphbuilder.extract.stance import Reading
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Source

_HE = frozenset(["he", "she"])
_SPEECH_REACH = 150
_UNSAID = frozenset(["det", "predet", "punct"])
_LEFT = frozenset(["compound", "amod", "nmod", "poss", "case", "nummod", "punct"])


@dataclass(slots=True)
class Sources:
    """Names the speakers of one article."""

    coreference: Coreference
    lexicon: Lexicon

    def of(self, reading: Reading, token: Token, *, charged: Entity | None = None) -> Source | None:
        """Who says what the trigger ``token`` states of whoever is ``charged``; None in the article's own voice."""
        if charged is not None and _pleads(reading, charged):
            return Source(charged.name, charged.kind)
        if reading.speaker is not None and (source := self._named(reading.speaker)) is not None:
            return source
        for speech in reversed(self.coreference.annotated.speeches):
            if speech.start <= token.i < speech.end and speech.speaker is not None:
                return self._named(self.coreference.annotated.doc[speech.speaker])
        return None

    def _named(self, speaker: Token) -> Source | None:
        speaker = self._behind_title(speaker)
        if (document := self._document(speaker)) is not None:
            return self._author(document)
        found = (self._told_above(speaker) or self._last_speaker(speaker)) if speaker.pos_ == "PRON" else []
        found = found or self._actors(speaker)
        if found:
            return Source(found[0].name, found[0].kind)
        if lemma(speaker) in self.lexicon.documents | self.lexicon.charge:
            return self._author(speaker)
        if speaker.pos_ in {"NOUN", "PROPN"}:
            kind = "person" if lemma(speaker) in self.lexicon.persons and speaker.tag_ == "NN" else "other"
            return Source(_phrase(speaker), kind)  # type: ignore[arg-type]
        return None

    def _actors(self, speaker: Token) -> list[Entity]:
        """Who a phrase stands for; experts, deserters and those who merely are somewhere speak for themselves."""
        if newcomer(speaker):
            return []
        found = self.coreference.mentions.actors(speaker)
        if found and self._for_themselves(speaker, found[0]):
            return []
        return [filler.entity for filler in found] or self._of_group(speaker)

    def _for_themselves(self, speaker: Token, filler: Filler) -> bool:
        inside = (child for child in speaker.children if child.lower_ == "in")
        placed = any(obj.i == filler.token for child in inside for obj in child.children)
        former = any(child.lower_ in self.lexicon.former for child in speaker.children)
        owned = any(child.tag_ == "PRP$" for child in speaker.children)
        return placed or (filler.reason == "thing" and not owned) or (filler.reason == "member" and former)

    def _of_group(self, speaker: Token) -> list[Entity]:
        """ "investigators of the bureau"."""
        if speaker.tag_ != "NNS" or lemma(speaker) in self.lexicon.relational:
            return []
        of = (obj for child in speaker.children if child.lower_ == "of" for obj in child.children)
        found = (filler.entity for obj in of for filler in self.coreference.mentions.actors(obj))
        return [entity for entity in found if entity.kind == "group" and not entity.place]

    def _document(self, pronoun: Token) -> Token | None:
        """ "The report blames X. It says": the document that is the subject of the sentence before."""
        if pronoun.lower_ != "it" or pronoun.sent.start == 0:
            return None
        subject = subject_of(pronoun.doc[pronoun.sent.start - 1].sent.root)
        return subject if subject is not None and lemma(subject) in self.lexicon.documents else None

    def _told_above(self, pronoun: Token) -> list[Entity]:
        """ "A and B said ... a group that they said works for X": who speaks goes on speaking."""
        if pronoun.lower_ != "they" or pronoun.head.dep_ not in {"relcl", "ccomp", "advcl"}:
            return []
        above = (said_by(verb, self.lexicon) for verb in pronoun.head.ancestors)
        speaker = next((s for s in above if s is not None and s.i < pronoun.i), None)
        return [f.entity for f in self.coreference.mentions.actors(speaker)] if speaker is not None else []

    def _last_speaker(self, pronoun: Token) -> list[Entity]:
        """ "he said": the last person who is said to speak by name, if that was not long ago."""
        if pronoun.lower_ not in _HE or lemma(pronoun.head) in self.lexicon.deny:
            return []
        for token in reversed(pronoun.doc[self._heard_since(pronoun) : pronoun.i]):
            subject = said_by(token, self.lexicon)
            if subject is not None and subject.i != pronoun.i and subject.pos_ != "PRON":
                speakers = [f.entity for f in self.coreference.mentions.actors(self._behind_title(subject))]
                if speakers and speakers[0].kind == "person":
                    return speakers[:1]
        return []

    def _heard_since(self, pronoun: Token) -> int:
        """From where on speakers count: the paragraph, if it names a person outside quotations before the pronoun."""
        annotated = self.coreference.annotated
        unit = annotated.unit_of(pronoun.idx)
        start = pronoun.i
        while unit is not None and start > 0 and pronoun.doc[start - 1].idx >= unit.start:
            start -= 1
        quoted = {n for speech in annotated.speeches for n in range(max(speech.start, start), speech.end)}
        names = (annotated.name_at.get(n) for n in range(start, pronoun.i) if n not in quoted)
        named = any(span is not None and span.entity.kind == "person" for span in names)
        return start if named else max(0, pronoun.i - _SPEECH_REACH)

    def _behind_title(self, speaker: Token) -> Token:
        """The name behind a title that the sentence splitter cut off: "said Gen. (ret.) Dawlat Waziri"."""
        names = self.coreference.annotated.name_at
        if speaker.i in names or speaker.lower_ not in self.lexicon.titles:
            return speaker
        following = speaker.doc[speaker.i + 1 : speaker.i + 7]
        return next((t for t in following if t.i in names and names[t.i].entity.kind == "person"), speaker)

    def _author(self, document: Token) -> Source | None:
        """Who wrote a document: its owner, or a "by" or "from" phrase."""
        mentions = self.coreference.mentions
        owners: list[Entity] = [f.entity for f in [*mentions.modifiers(document), *mentions.owners(document)]]
        for child in document.children:
            if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
                owners += [f.entity for obj in child.children for f in mentions.actors(obj)]
        if owners:
            return Source(owners[0].name, owners[0].kind)
        return Source(_phrase(document, whole=True), "other") if document.tag_ == "NNS" else None


def _pleads(reading: Reading, charged: Entity) -> bool:
    """ "He denies the charge": the person charged."""
    pronoun = reading.speaker is not None and reading.speaker.lower_ in _HE
    return pronoun and reading.where is not None and charged.kind == "person"


def _phrase(noun: Token, *, whole: bool = False) -> str:
    """A noun with its modifiers to the left, without articles, or as a ``whole`` with its quantity."""
    if whole:
        return noun.doc[noun.left_edge.i : noun.i + 1].text.lower()
    words = [t for t in noun.lefts if t.dep_ in _LEFT]
    start = min((t.left_edge.i for t in words), default=noun.i)
    while start < noun.i and (noun.doc[start].dep_ in _UNSAID or noun.doc[start].tag_ in {"CD", "PRP$"}):
        start += 1
    return noun.doc[start : _last(noun).i + 1].text


def _last(noun: Token) -> Token:
    """The last of some nameless speakers: "fishermen and an officer"."""
    others = [child for child in noun.children if child.dep_ == "conj" and child.pos_ == "NOUN"]
    return others[-1] if others and noun.dep_ == "nsubj" else noun
