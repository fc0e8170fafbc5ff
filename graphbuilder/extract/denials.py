"""Words above a statement that deny it: verbs of denial, what is called untrue, what is lacking."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma, subject_of
from graphbuilder.extract.clauses import CLAUSAL, agent_of, is_none, negated, passive_clause, phrase
from graphbuilder.extract.meaning import Meaning, Reading, Step
from graphbuilder.lexicon import Lexicon

_SAID_OF = frozenset(["acomp", "attr", "oprd", "prep", "pobj", "amod"])


def denies(verb: Token, lexicon: Lexicon) -> bool:
    """A verb of denial, with or without particle."""
    return bool({lemma(verb), phrase(verb)} & lexicon.deny)


def denied_with(preposition: Token, lexicon: Lexicon) -> bool:
    """ "scoffed at the suggestion that", "dismissed as rubbish the reports that": a denial behind a preposition."""
    verb = preposition.head
    charged = any(lemma(noun) in lexicon.charge | lexicon.untrue for noun in preposition.children)
    return f"{lemma(verb)} {preposition.lower_}" in lexicon.deny or (
        charged and preposition.lower_ == "as" and denies(verb, lexicon)
    )


def innocent(word: Token, lexicon: Lexicon) -> Token | None:
    """ "pleaded not guilty to", "was found not guilty of": the verb, from either word."""
    near = [word, *(child for child in word.children if child.dep_ in _SAID_OF)]
    guilty = next((t for t in near if lemma(t) in lexicon.guilt), None)
    if guilty is None or not (negated(guilty) or negated(guilty.head)):
        return None
    return guilty.head if guilty.head.pos_ in CLAUSAL else None


def called_untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "called the reports a lie", "described the claim as false"."""
    return lemma(verb) in lexicon.calling and bool(_said_of(verb) & lexicon.untrue) and not negated(verb)


def untrue(verb: Token, lexicon: Lexicon) -> bool:
    """ "is false", "is not true", "does not exist", "never took place": what the clause is about is denied."""
    said = _said_of(verb) | ({verb.lower_} if passive_clause(verb) else set())
    turned = any(c.lower_ in lexicon.negators for c in verb.children if c.dep_ in {"neg", "advmod"})
    if said & lexicon.untrue:
        return not turned
    happens = {lemma(verb), *(f"{lemma(verb)} {c.lower_}" for c in verb.rights)}
    if lemma(verb) in lexicon.implicit_negation:
        turned, happens = True, {lemma(c) for c in verb.children if c.dep_ == "xcomp"}
    return turned and bool(happens & lexicon.existing or said & lexicon.truth)


def lacking(noun: Token, lexicon: Lexicon) -> bool:
    """ "a lack of", "no evidence", "not a shred of evidence": what the noun is followed by is not there."""
    if lemma(noun) in lexicon.privative:
        return True
    behind = (obj for child in noun.children if child.lower_ == "of" for obj in child.children)
    none = is_none(noun) or (noun.dep_ == "attr" and negated(noun.head))
    return none and bool({lemma(noun), *map(lemma, behind)} & (lexicon.evidence | lexicon.truth))


def false_noun(noun: Token, lexicon: Lexicon) -> bool:
    """ "it is a lie that", "it is not the case that": the noun that the clause hangs on says that it is not so."""
    verb = noun.head
    if noun.dep_ not in {"attr", "oprd"} or {lemma(noun)}.isdisjoint(lexicon.untrue | lexicon.truth):
        return False
    turned = negated(verb) or is_none(noun)
    return turned != (lemma(noun) in lexicon.untrue)


def denied(step: Step, meaning: Meaning) -> None:
    """A denial, unless it is itself denied ("no one can deny") or left open ("neither confirmed nor denied")."""
    head = step.head
    subject = subject_of(head) or (head.head if head.dep_ == "acl" and head.head.dep_ == "ROOT" else None)
    if head.dep_ == "conj" and lemma(head.head) in step.lexicon.noncommittal:
        meaning.unreal = True
        return
    meaning.in_scope = False
    if negated(head) or is_none(head) or (subject is not None and is_none(subject)):
        meaning.negative = False
        # "did not deny" leaves it open, "does not deny" and "cannot be denied" own up to it.
        meaning.uncertain |= any(c.lower_ == "did" for c in head.children)
        return
    turn(meaning)
    meaning.said_by(agent_of(head) if passive_clause(head) else subject)


def turn(meaning: Meaning) -> None:
    """What was doubtful or somebody's word is denied; both are told."""
    if meaning.speaker is not None or (meaning.uncertain and not meaning.reported):
        meaning.extra.append(Reading("uncertain", meaning.status, meaning.speaker, meaning.reported))
    meaning.negative, meaning.uncertain = True, False
    meaning.said_by(None)


def _said_of(verb: Token) -> set[str]:
    """What a verb says its subject or object is, by lemma."""
    near = [child for child in verb.children if child.dep_ in _SAID_OF]
    deeper = (obj for child in near if child.lower_ == "as" for obj in child.children)
    phrases = {" ".join(t.lower_ for t in child.subtree) for child in near if child.dep_ == "prep"}
    return phrases | {form for token in [*near, *deeper] for form in (lemma(token), token.lower_)}
