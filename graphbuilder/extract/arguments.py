"""From the slots of a predication to actors: the link from a word to those whom it may tie together."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Span, Token

from graphbuilder.annotate.coreference import Coreference
from graphbuilder.annotate.entity import Entity, NameSpan
from graphbuilder.annotate.fillers import Filler, Reason
from graphbuilder.annotate.phrases import conjuncts, determiner, is_plural, lemma, qualifying_spans, span_of
from graphbuilder.extract.offices import office
from graphbuilder.extract.predication import Argument, Path, Predication, noun
from graphbuilder.extract.slots import subjects
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Kind
from graphbuilder.ontology import States

_WHERE = frozenset(["to", "from", "on", "for", "of"])
_TOWARDS = frozenset(["to", "for", "of"])
_PLACES = frozenset(
    ["in", "at", "near", "inside", "across", "around", "within", "into", "outside", "throughout", "through"]
)
_FOUND = frozenset(["compound", "self", "event", "office"])
_CIRCUMSTANCES = ("in", "during", "by", "from", "with", "after", "through")
ANY: tuple[Kind, ...] = ("person", "group")
_STANDING_IN = frozenset(["member", "thing", "act", "partitive"])


@dataclass(frozen=True, slots=True)
class Bound:
    """An actor in a slot, with the path that led to its phrase and the reason why the phrase stands for it."""

    filler: Filler
    path: Path

    @property
    def entity(self) -> Entity:
        """The actor."""
        return self.filler.entity


@dataclass(slots=True)
class Arguments:
    """Binds slots to the actors of one article."""

    coreference: Coreference
    lexicon: Lexicon
    read: dict[int, list[Filler]] = field(default_factory=dict)
    """The actors of the phrases read so far, by their head tokens: many words of relations ask for the same ones."""

    def bound(
        self,
        predication: Predication,
        slots: Iterable[str],
        *,
        kinds: Container[Kind] = ANY,
        states: States | None = None,
    ) -> list[Bound]:
        """The actors of the first slot that has any of these kinds."""
        for slot in slots:
            if slot not in predication.slots and slot not in _FOUND:
                continue
            found = [b for b in self._slot(predication, slot, states=states) if b.entity.kind in kinds]
            if found:
                return _unique(found)
            if slot == "poss" and any(
                a.token.tag_ != "PRP$" and not self.actors(a.token) for a in predication.slots[slot]
            ):
                # "intervened in the colony's war against X": whose war it is, is told, if not by a name.
                return []
        return []

    def wholes(self, predication: Predication, slots: Iterable[str]) -> list[Bound]:
        """Groups whose part stands in a slot: "a battalion of the Taliban", "the party's finance department"."""
        mentions = self.coreference.mentions
        for slot in slots:
            parts = [a for a in predication.slots.get(slot, []) if lemma(a.token) in self.lexicon.groups]
            found = [Bound(f, a.path) for a in parts for f in mentions.owners(a.token) if not f.entity.is_country]
            if found:
                return _unique(found)
        return []

    def _slot(self, predication: Predication, slot: str, *, states: States | None) -> Iterator[Bound]:
        if slot == "compound":
            yield from self._compound(predication.token)
        elif slot == "self":
            yield from self._self(predication)
        elif slot == "event":
            yield from self._event(predication)
        elif slot == "office":
            body = office(predication.token, annotated=self.coreference.annotated, lexicon=self.lexicon)
            yield from [] if body is None else [Bound(Filler(body, "name", predication.token.i), "direct")]
        else:
            for argument in self._with_partners(predication.slots.get(slot, [])):
                if slot == "poss" and self._inside_name(argument.token):
                    continue
                for filler in self._fillers(argument):
                    if not self._place(slot, argument, filler=filler, states=states):
                        yield Bound(filler, argument.path)

    def _with_partners(self, arguments: list[Argument]) -> list[Argument]:
        """ "the Men of Dignity and Hamas": also the names that the parse coordinates with the inside of a name."""
        known = {argument.token.i for argument in arguments}
        found = list(arguments)
        for argument in arguments:
            span = span_of(self.coreference.annotated, argument.token)
            if span is None or span.end - span.start == 1:
                continue
            for token in _partners(argument.token.doc[span.start : span.end]):
                other = span_of(self.coreference.annotated, token)
                if other is not None and other.entity.kind == span.entity.kind and token.i not in known:
                    found.append(Argument(token, argument.path))
        return found

    def actors(self, token: Token) -> list[Filler]:
        """The actors of a phrase, looked up once."""
        if token.i not in self.read:
            self.read[token.i] = self.coreference.mentions.actors(token)
        return self.read[token.i]

    def _fillers(self, argument: Argument) -> list[Filler]:
        """The actors of a phrase; beside a participle also an adjective: "Syrian-sponsored"."""
        span = span_of(self.coreference.annotated, argument.token)
        if argument.path == "participle" and span is not None and span.form == "adjective":
            return [Filler(span.entity, "adjective", argument.token.i)]
        return self.actors(argument.token)

    def _compound(self, token: Token) -> Iterator[Bound]:
        """Actors that stand before a noun as a modifier, and the other nouns of its title."""
        spans = qualifying_spans(self.coreference.annotated, token)
        if not spans:
            yield from self._classified(token)
        for span in spans:
            if self._of_other_role(span.end, token):
                continue
            root = token.doc[span.start : span.end].root
            if root.dep_ != "poss" or root.head.i != token.i:
                reason: Reason = "adjective" if span.form == "adjective" else "name"
                if span.form != "capital":
                    yield Bound(Filler(self.coreference.mentions.acting(span, token), reason, span.start), "direct")
        if token.dep_ in {"compound", "nmod"}:
            for span in qualifying_spans(self.coreference.annotated, token.head):
                if token.i - 4 < span.end <= token.i and not self._of_other_role(span.end, token):
                    yield Bound(Filler(span.entity, "name", span.start), "direct")

    def _of_other_role(self, end: int, role: Token) -> bool:
        """The X of "X operative and Y leader", which the parse puts before the second role as well."""
        between = role.doc[end : role.i]
        return len(between) > 2 and lemma(between[0]) in self.lexicon.persons and between[1].dep_ == "cc"

    def _classified(self, token: Token) -> Iterator[Bound]:
        """ "army spokesman X": whose a title is by a common noun; "a gang leader" is any gang's."""
        titled = [token.head] if token.dep_ in {"compound", "nmod"} else []
        vague = determiner(token) in {"a", "an", "another"}
        for filler in [f for head in (token, *titled) for f in self.coreference.mentions.classified(head)]:
            of_state = lemma(token.doc[filler.token]) in self.lexicon.state_forces
            if filler.token < token.i and (of_state or not vague):
                yield Bound(filler, "direct")

    def _self(self, predication: Predication) -> Iterator[Bound]:
        """Whom a role noun denotes."""
        own = predication.token
        for argument in predication.slots.get("self", []):
            for filler in self.actors(argument.token):
                # "a column of Wagner troops" is no name for Wagner, and "NATO member Turkey" nobody unnamed.
                if filler.reason == "unnamed" and (group := self._of_group(own)) is not None:
                    yield Bound(Filler(group.entity, "apposition", own.head.i), "direct")
                elif argument.token.i != own.i or filler.reason not in _STANDING_IN:
                    yield Bound(filler, argument.path)
            for child in argument.token.children:
                if argument.token.i == own.i and child.dep_ == "appos":
                    for noun in conjuncts(child):
                        if (span := span_of(self.coreference.annotated, noun)) is not None:
                            yield Bound(Filler(span.entity, "apposition", noun.i), "direct")
        if own.dep_ == "appos" and predication.carrier is None:
            heads = conjuncts(own.head) if is_plural(own) else [own.head]
            for filler in (f for head in heads if head.i < own.i for f in self.actors(head)):
                yield Bound(replace(filler, reason="apposition"), "direct")

    def _of_group(self, role: Token) -> NameSpan | None:
        """ "Turkey, a NATO member", "NATO member Turkey": the named group that a role is said of."""
        span = span_of(self.coreference.annotated, role.head) if role.dep_ in {"appos", "compound", "nmod"} else None
        return span if span is not None and span.entity.kind == "group" else None

    def _event(self, predication: Predication) -> Iterator[Bound]:
        """Agents of the event in which something happened: "killed in a US strike", "died when Israel bombed"."""
        events = (a.token for slot in _CIRCUMSTANCES for a in predication.slots.get(slot, []))
        doing = [_meant(token) for token in predication.tokens("subject")]
        for event in (*events, *doing):
            if lemma(event) in self.lexicon.events:
                agents = list(self.coreference.mentions.modifiers(event))
                agents += [f for actor in _agents(event) for f in self.actors(actor)]
                if event in doing:
                    # "claimed responsibility for a bombing that killed six soldiers"
                    agents += [f for t in noun(event, self.lexicon).tokens("subject") for f in self.actors(t)]
                for filler in agents:
                    yield Bound(replace(filler, reason="act"), "circumstance")
        for clause in predication.token.children:
            if clause.dep_ == "advcl" and lemma(clause) in self.lexicon.striking and _at_that_time(clause):
                for actor in subjects(clause):
                    for filler in self.actors(actor):
                        yield Bound(filler, "circumstance")

    def _inside_name(self, owner: Token) -> bool:
        """The "People" of "the People's War Group": a genitive that a name holds itself."""
        span = span_of(self.coreference.annotated, owner)
        return span is not None and any(c.dep_ == "case" and c.i < span.end for c in owner.children)

    def _place(self, slot: str, argument: Argument, *, filler: Filler, states: States | None) -> bool:
        """A country or capital that only says where."""
        if not filler.entity.place or filler.reason != "name" or lemma(argument.token) in self.lexicon.state_forces:
            return False
        span = span_of(self.coreference.annotated, argument.token)
        capital = span is not None and span.form == "capital"
        if states in {"actor", "place"}:
            return capital or states == "place"
        ruling = states == "ruling" and argument.path == "direct"
        return slot in _PLACES or (capital and slot in _WHERE - (_TOWARDS if ruling else frozenset()))


def _agents(event: Token) -> Iterator[Token]:
    """Who acts in an event or is met in it: "a raid by X", "a raid launched by X", "a clash with X"."""
    for child in event.children:
        by = [child] if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "with"} else []
        if child.dep_ == "acl":
            by = [c for c in child.children if c.dep_ == "agent"]
        yield from (obj for preposition in by for obj in preposition.children if obj.dep_ == "pobj")


def _partners(name: Span) -> Iterator[Token]:
    """What is coordinated with a word inside a name, other than its head."""
    for token in name:
        if token != name.root:
            yield from (c for child in token.children if child.dep_ == "conj" for c in conjuncts(child))
            if token.dep_ == "conj":
                yield token.head


def _meant(subject: Token) -> Token:
    """What a relative pronoun as a subject stands for."""
    relative = subject.tag_ in {"WDT", "WP"} and subject.head.dep_ == "relcl"
    return subject.head.head if relative else subject


def _at_that_time(clause: Token) -> bool:
    """ "when X bombed the house"."""
    return any(child.tag_ == "WRB" and child.lower_ == "when" for child in clause.children)


def _unique(found: Iterable[Bound]) -> list[Bound]:
    seen: dict[int, Bound] = {}
    for bound in found:
        seen.setdefault(id(bound.entity), bound)
    return list(seen.values())
