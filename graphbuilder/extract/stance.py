"""Whether a statement is asserted, denied or doubted, whether it still holds, and whose word it is.

The reading starts at the trigger and climbs the clauses above it; each step may turn polarity, weaken it, end or plan
the tie, name the one who says so, or show that nothing is claimed at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.annotate.speakers import said_by
from graphbuilder.extract.predication import Predication
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Stance, Status

_CLAUSE = frozenset(["ccomp", "xcomp", "advcl", "pcomp", "acl", "relcl", "conj", "acomp", "parataxis", "dep", "csubj"])
_AUXILIARY = frozenset(["aux", "auxpass"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_SUBORDINATE = frozenset(["advcl", "ccomp", "csubj", "csubjpass", "pcomp", "dep"])
_NEGATING = frozenset(["neg", "det", "preconj", "predet", "advmod"])
_NOUN_DEPS = frozenset(
    ["pobj", "prep", "dobj", "attr", "oprd", "nsubj", "nsubjpass", "appos", "compound", "nmod", "amod", "poss", "conj"]
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a statement is meant; ``speaker`` is the head of who says so, None for the article."""

    stance: Stance
    status: Status
    speaker: Token | None
    reported: bool = False


@dataclass(slots=True)
class _State:
    negative: bool = False
    uncertain: bool = False
    status: Status = "current"
    speaker: Token | None = None
    reported: bool = False
    unreal: bool = False
    in_scope: bool = True
    ended_by_verb: bool = False
    extra: list[Reading] = field(default_factory=list)


def readings(
    predication: Predication,
    *,
    lexicon: Lexicon,
    title: bool = False,
    quoted: bool = False,
    arguments: Iterable[Token] = (),
) -> list[Reading]:
    """How a statement is meant, once for each stance it is given; empty where nothing is claimed.

    A ``title`` ("the al-Qaeda leader's killing") is given by the way: what is denied around it does not touch it. In
    a ``quoted`` sentence a new clause behind "and" is the speaker's own again.
    """
    token = predication.token
    if _question(token):
        return []
    state = _State()
    state.in_scope = not title
    _Climb(lexicon, state, quoted=quoted).run(predication)
    if state.unreal:
        return []
    if state.negative and state.ended_by_verb:
        state.negative, state.status = False, "current"
    if any(map(_left_out, arguments)):
        state.negative = True
    stance: Stance = "denied" if state.negative else "uncertain" if state.uncertain else "asserted"
    denier = _denier(token, lexicon) if stance == "uncertain" else None
    if denier is not None:
        state.extra.append(Reading("denied", state.status, denier, reported=True))
    return [Reading(stance, state.status, state.speaker, state.reported), *state.extra]


def _left_out(argument: Token) -> bool:
    """ "belongs to neither X nor Y": the argument itself is negated."""
    top = argument
    while top.dep_ in {"conj", "compound", "nmod"} and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    return any(child.lower_ in {"neither", "nor"} and child.dep_ in {"preconj", "det", "cc"} for child in top.children)


def _denier(token: Token, lexicon: Lexicon) -> Token | None:
    """Who denies a charge in the same sentence: "..., a charge that Pakistan denies", "..., which it denies"."""
    for other in token.sent:
        if other.i > token.i and lemma(other) in lexicon.deny and other.dep_ in {"relcl", "conj", "advcl", "parataxis"}:
            charge = lemma(other.head) in lexicon.charge or any(c.tag_ == "WDT" for c in other.children)
            pronoun = any(c.dep_ == "dobj" and c.lower_ in {"it", "this", "that"} for c in other.children)
            if charge or pronoun:
                return next((c for c in other.children if c.dep_ == "nsubj" and c.tag_ != "WDT"), None)
    return None


@dataclass(slots=True)
class _Climb:
    lexicon: Lexicon
    state: _State
    quoted: bool

    def run(self, predication: Predication) -> None:
        token = predication.token
        self._words_at(token)
        if token.pos_ == "VERB" and any(_no(c) for c in token.children if c.dep_ in {"dobj", "attr"}):
            self.state.negative = True
        node = token
        while node.dep_ != "ROOT" and not self.state.unreal and not _parted(node, node.head):
            if self.quoted and _new_clause(node):
                break
            self._step(node, node.head, carrier=predication.carrier)
            node = node.head
        self._according_to(token)

    def _words_at(self, token: Token, *, concord: bool = True) -> None:
        """Negation, modality and adverbs that stand with a word itself.

        In ``concord`` a second negator adds nothing ("has no links, neither to X nor to Y"); else it turns the first.
        """
        lex, state = self.lexicon, self.state
        unless_still = lemma(token) not in lex.still
        for child in token.children:
            word = child.lower_
            opening = child.dep_ == "cc" and word == "nor" and child.i < token.i
            if opening or any(_no_way(c, lex) for c in [child, *(child.children if child.dep_ == "aux" else ())]):
                state.negative = concord or not state.negative
            elif child.dep_ in _NEGATING and word in lex.negators:
                self._negate(token, child, concord=concord)
            elif child.dep_ in _AUXILIARY:
                self._modal(word, child, unless_still=unless_still)
            elif word in lex.hedges or (lemma(child) in lex.hedges and child.dep_ in {"amod", "advmod"}):
                state.uncertain = True
            elif child.dep_ in {"amod", "advmod", "compound", "nmod"} and (
                word in lex.former or word in lex.former_adverbs
            ):
                state.status = "ended"
            elif child.dep_ == "advmod" and word in {"longer", "anymore"}:
                state.status = "ended"
                state.negative = False
            elif (child.dep_ in {"nsubj", "nsubjpass"} and word in {"nobody", "none", "neither", "nothing"}) or (
                child.dep_ in {"nsubj", "nsubjpass"}
                and any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in child.children)
            ):
                state.negative = concord or not state.negative
        if token.dep_ in {"amod", "relcl", "acl"}:
            return

    def _negate(self, token: Token, child: Token, *, concord: bool = False) -> None:
        longer = any(c.lower_ in {"longer", "more"} for c in [*child.children, child.head]) or (
            child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ in {"longer"}
        )
        if longer:
            self.state.status = "ended"
        elif child.i + 1 < len(token.doc) and token.doc[child.i + 1].lower_ in {"only", "just", "merely"}:
            return
        else:
            self.state.negative = concord or not self.state.negative

    def _modal(self, word: str, child: Token, *, unless_still: bool) -> None:
        lex, state = self.lexicon, self.state
        if word in lex.doubtful_modals:
            state.uncertain = True
        elif word in lex.ability:
            state.unreal = True
        elif word in lex.unreal_modals:
            state.unreal = word not in lex.reported_futures or not _reported_future(child.head, lex)
            state.status = "planned"
        elif word in lex.planned_modals and unless_still:
            state.status = "planned"

    def _step(self, node: Token, head: Token, *, carrier: Token | None) -> None:
        """Go up from ``node`` to ``head``."""
        lex, state = self.lexicon, self.state
        dep = node.dep_
        if dep in _SUBORDINATE and any(c.dep_ == "mark" and c.lower_ in lex.conditional for c in node.children):
            state.unreal = True
            return
        carried = carrier is not None and head.i == carrier.i
        if not state.in_scope and {lemma(head), phrase(head)} & lex.deny and dep in _CLAUSE | {"dobj", "prep"}:
            state.unreal = True
            return
        if dep in {"relcl", "acl"} and (lemma(head) in lex.privative or (lemma(head) in lex.evidence and _no(head))):
            state.negative = state.in_scope or state.negative
            return
        reduced = dep == "acl" and node.tag_ in {"VBN", "VBG"} and not any(c.dep_ in _SUBJECTS for c in node.children)
        named = dep == "relcl" and lemma(head) in lex.charge | lex.evidence
        if (dep in {"relcl", "appos"} and not named) or reduced or (dep == "amod" and not carried):
            state.in_scope = False
        if dep in {"nsubj", "nsubjpass", "csubj"} and not carried:
            self._subject(node, head)
            state.in_scope = False
        if dep == "conj" and node.pos_ in {"VERB", "AUX"}:
            self._coordinated(node, head)
            return
        if dep == "conj" and state.in_scope and any(c.lower_ == "nor" for c in head.children):
            state.negative = True
        if state.in_scope:
            self._governed(node, head, carried=carried)
        if dep in _CLAUSE or not state.in_scope or dep in _NOUN_DEPS:
            self._attributed(node, head)

    def _subject(self, node: Token, head: Token) -> None:
        """ "Funding has ended", "shipments have reportedly resumed": what a verb says of a tie as its subject."""
        if not self.state.in_scope or node.pos_ not in {"NOUN", "VERB"}:
            return
        if _untrue(head, self.lexicon):
            self.state.negative, self.state.uncertain = True, False
        if any(child.lower_ in self.lexicon.hedges for child in head.children if child.dep_ in {"advmod", "acomp"}):
            self.state.uncertain = True
        if lemma(head) in self.lexicon.ending and not any(child.dep_ == "dobj" for child in head.children):
            self._ended(head)

    def _coordinated(self, node: Token, head: Token) -> None:
        """A second verb shares modals, and negation only behind "or" and "nor"."""
        own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children)
        if own_subject or not self.state.in_scope:
            return
        alternative = any(c.dep_ == "cc" and c.lower_ in {"or", "nor"} for c in [*head.children, *node.children])
        nor = any(c.lower_ == "nor" for c in [*head.children, *node.children])
        if nor and any(
            c.lower_ in self.lexicon.negators for c in head.children if c.dep_ in {"preconj", "cc", "advmod"}
        ):
            self.state.negative = True
        for child in head.children:
            if child.dep_ in _AUXILIARY and not any(c.dep_ in _AUXILIARY for c in node.children):
                self._modal(child.lower_, child, unless_still=lemma(head) not in self.lexicon.still)
            elif child.dep_ == "neg" and alternative:
                self._negate(head, child)

    def _governed(self, node: Token, head: Token, *, carried: bool) -> None:
        """Polarity and modality that the governing word brings."""
        lex, state = self.lexicon, self.state
        word = lemma(head)
        if (node.dep_ == "prep" and head.pos_ not in {"NOUN", "PROPN"}) or head.pos_ == "ADP":
            self._preposition(node, head)
            if carried:
                self._words_at(head)
            return
        if head.pos_ == "ADJ" and node.dep_ in {"xcomp", "ccomp"}:
            if word in lex.planned_adjectives:
                state.status = "planned"
                state.uncertain |= word in lex.hedges
            state.uncertain |= word in lex.hedges
        if head.pos_ in {"NOUN", "PROPN", "PRON"}:
            self._governing_noun(node, head)
            return
        if head.pos_ not in {"VERB", "AUX"}:
            return
        denies = {word, phrase(head)} & lex.deny and (
            carried or node.dep_ in {"dobj", "ccomp", "xcomp", "pcomp", "nsubjpass"}
        )
        if denies:
            self._denied(head)
            return
        if (carried or node.dep_ in {"dobj", "nsubjpass"}) and word in lex.ending:
            self._ended(head)
            return
        if node.dep_ in {"xcomp", "ccomp"}:
            self._complement(node, head)
        shared = carried or node.dep_ in {"xcomp", "dobj", "attr", "acomp", "nsubjpass", "prep", "oprd"}
        if state.in_scope and (shared or (node.dep_ == "ccomp" and word in lex.hedging_verbs | lex.report)):
            if word not in lex.report or node.dep_ != "ccomp":
                self._words_at(head, concord=carried)
            elif word in lex.report:
                self._report_polarity(head)

    def _preposition(self, node: Token, head: Token) -> None:
        lex, state = self.lexicon, self.state
        if node.dep_ in {"pobj", "pcomp"} and head.lower_ == "without":
            state.negative = not state.negative
        elif node.dep_ in {"pobj", "pcomp"} and any(
            t.lower_ in lex.instead for t in node.doc[max(head.i - 1, 0) : head.i]
        ):
            state.unreal = True
        elif node.dep_ == "prep" and node.lower_ == "of" and lemma(head) in lex.acquit:
            state.negative, state.in_scope = not state.negative, False

    def _governing_noun(self, node: Token, head: Token) -> None:
        lex, state = self.lexicon, self.state
        if lemma(head) in lex.charge:
            state.uncertain = True
            if state.speaker is None:
                state.speaker = next((c for c in head.children if c.dep_ == "poss"), None)
                state.reported = state.speaker is not None
        elif node.dep_ == "acl" and any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children):
            if state.status == "current" and lemma(head) in lex.plans:
                state.status = "planned"
        elif node.dep_ == "prep" and lemma(head) not in lex.evidence | lex.partitives | lex.privative:
            # "no change in their relations" takes the relations for granted.
            state.in_scope = False
        elif (lemma(head) in lex.evidence and _no(head)) or lemma(head) in lex.privative:
            state.negative = True

    def _complement(self, node: Token, head: Token) -> None:
        lex, state = self.lexicon, self.state
        word = lemma(head)
        infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
        subject = subject_of(head)
        if (
            word in lex.implicit_negation
            or (word == "have" and any(c.lower_ == "yet" for c in head.children))
            or _untrue(head, lex)
        ):
            state.negative = not state.negative
        elif word in lex.establish and any(c.dep_ == "neg" for c in head.children):
            state.uncertain, state.in_scope = True, False
        elif subject is not None and _in_doubt(subject, lex):
            state.uncertain = True
        elif word in lex.ending and node.dep_ == "xcomp":
            self._ended(head)
            state.in_scope = state.in_scope and not any(c.dep_ == "neg" for c in head.children)
        elif word == "use" and infinitive and head.tag_ == "VBD":
            state.status = "ended"
        elif word in lex.plan and infinitive:
            state.status = "planned"
        elif word in lex.lie or (
            word in lex.unreal and (infinitive or node.dep_ == "ccomp") and word not in lex.report
        ):
            state.unreal = True
        elif word in lex.hedging_verbs:
            state.uncertain = True

    def _ended(self, head: Token) -> None:
        negated = any(c.dep_ == "neg" for c in head.children)
        if not negated and self.state.status == "current":
            self.state.status = "ended"
            self.state.ended_by_verb = True

    def _denied(self, head: Token) -> None:
        """A denial, unless it is itself denied ("no one can deny")."""
        state = self.state
        if head.dep_ == "conj" and lemma(head.head) in self.lexicon.noncommittal:
            state.unreal = True
            return
        subject = subject_of(head)
        nobody = subject is not None and (
            subject.lower_ in {"one", "nobody", "none"} or any(c.lower_ == "no" for c in subject.children)
        )
        if nobody or any(c.dep_ == "neg" for c in head.children):
            state.negative = False
            state.in_scope = False
            return
        if (state.uncertain and state.reported is False) or state.speaker is not None:
            state.extra.append(Reading("uncertain", state.status, state.speaker, state.reported))
        state.negative, state.uncertain, state.in_scope = True, False, False
        state.speaker = _agent(head) if _passive(head) else subject
        state.reported = state.speaker is not None

    def _report_polarity(self, head: Token) -> None:
        """ "did not say that": nothing is claimed by the silent speaker."""
        if any(c.dep_ == "neg" for c in head.children):
            self.state.unreal = lemma(head) not in self.lexicon.accuse
            if lemma(head) in self.lexicon.accuse:
                self.state.negative = not self.state.negative

    def _attributed(self, node: Token, head: Token) -> None:
        """Who says so: the subject of the innermost verb of saying above."""
        lex, state = self.lexicon, self.state
        word = lemma(head)
        if head.pos_ not in {"VERB", "AUX"} or node.dep_ in {"nsubj", "nsubjpass", "agent", "npadvmod"}:
            return
        through_of = (
            node.dep_ == "prep" and node.lower_ in {"of", "with", "for", "over", "about", "in"} and word in lex.accuse
        )
        clausal = (
            node.dep_ in {"ccomp", "xcomp", "parataxis", "dep"}
            or through_of
            or (node.dep_ == "dobj" and word in lex.accuse | lex.report and word not in lex.light)
        )
        if word in lex.lie and clausal and state.in_scope:
            state.unreal = True
            return
        if (word not in lex.report and word not in lex.accuse) or not clausal:
            return
        if (
            word in lex.accuse
            and state.in_scope
            and not (head.tag_ == "VBN" and lemma(head) == "charge" and not through_of)
        ):
            state.uncertain = True
        if _passive(head):
            agent = _agent(head)
            if state.in_scope and node.dep_ in {"xcomp", "ccomp"}:
                state.uncertain = state.uncertain or word in lex.report
            if agent is not None and state.speaker is None:
                state.speaker, state.reported = agent, True
            return
        subject = said_by(head, lex) or subject_of(head)
        if subject is None or state.reported or lemma(subject) in lex.evidence:
            return
        state.uncertain |= state.in_scope and _vague(subject, lex)
        state.speaker, state.reported = subject, True

    def _according_to(self, token: Token) -> None:
        if self.state.reported:
            return
        for other in token.sent:
            if other.lower_ == "according" and other.i != token.i and token not in other.subtree:
                speaker = next((t for child in other.children for t in child.children if t.dep_ == "pobj"), None)
                if speaker is not None:
                    self.state.speaker, self.state.reported = speaker, True
                return


def _no_way(child: Token, lexicon: Lexicon) -> bool:
    """ "under no circumstances", "at no time"."""
    return child.dep_ == "prep" and any(_no(noun) and lemma(noun) in lexicon.no_way for noun in child.children)


def _untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "is false", "is not true", "does not exist": what the clause is about is denied."""
    said = [c for c in verb.children if c.dep_ in {"acomp", "attr", "oprd"}]
    negated = any(c.lower_ in lexicon.negators for c in verb.children if c.dep_ in {"neg", "advmod"})
    if any(lemma(word) in lexicon.untrue for word in said):
        return not negated
    return negated and (lemma(verb) == "exist" or any(lemma(word) in lexicon.truth for word in said))


def _in_doubt(noun: Token, lexicon: Lexicon) -> bool:
    """ "little evidence"."""
    return lemma(noun) in lexicon.evidence and any(child.lower_ in lexicon.scant for child in noun.children)


def phrase(verb: Token) -> str:
    """A verb with its particle: "rule out"."""
    return " ".join([lemma(verb), *(c.lower_ for c in verb.children if c.dep_ == "prt")])


def _no(noun: Token) -> bool:
    """ "no agreement": the noun itself is said not to be there."""
    return any(child.dep_ == "det" and child.lower_ in {"no", "neither"} for child in noun.children)


def _vague(subject: Token, lexicon: Lexicon) -> bool:
    """ "Some reports claim": documents that nobody owns to."""
    return (
        subject.tag_ == "NNS"
        and lemma(subject) in lexicon.documents
        and not any(
            child.dep_ in {"poss", "compound"} or child.lower_ in {"the", "these", "those", "by", "from"}
            for child in subject.children
        )
    )


def _new_clause(node: Token) -> bool:
    """ "..., and they have rejected": a coordinated clause with a subject of its own behind a comma."""
    if node.dep_ != "conj" or node.pos_ not in {"VERB", "AUX"}:
        return False
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in node.children)
    return own and node.left_edge.i > 1 and "," in {t.text for t in node.doc[node.left_edge.i - 2 : node.left_edge.i]}


def _parted(node: Token, head: Token) -> bool:
    """A semicolon stands between two words: two statements beside each other."""
    first, last = sorted((node.i, head.i))
    return any(t.text == ";" for t in node.doc[first:last])


def _passive(token: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in token.children)


def _agent(token: Token) -> Token | None:
    """The "by" phrase of a passive."""
    return next(
        (obj for child in token.children if child.dep_ == "agent" for obj in child.children if obj.dep_ == "pobj"), None
    )


def _question(token: Token) -> bool:
    """The sentence asks rather than states."""
    return any(t.text == "?" for t in _tail(token))


def _tail(token: Token) -> Iterator[Token]:
    return (t for t in token.sent[-3:])


def _reported_future(verb: Token, lexicon: Lexicon) -> bool:
    """ "said that it would": a plan as reported, not a hypothesis."""
    if any(
        child.dep_ == "advcl" and any(c.lower_ in lexicon.conditional for c in child.children)
        for child in verb.children
    ):
        return False
    return verb.dep_ == "ccomp" and lemma(verb.head) in lexicon.report and verb.head.tag_ in {"VBD", "VBN"}
