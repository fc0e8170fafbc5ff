"""Who says so, and who denies what others say: the verbs of saying above and beside a statement."""

from __future__ import annotations

from spacy.tokens import Token

from graphbuilder.annotate.phrases import determiner, lemma, subject_of
from graphbuilder.annotate.speakers import said_by
from graphbuilder.extract.clauses import CLAUSAL, agent_of, infinitive, is_none, parted, passive_clause
from graphbuilder.extract.denials import turn
from graphbuilder.extract.meaning import Meaning, Step
from graphbuilder.lexicon import Lexicon

_BESIDE = frozenset(["nsubj", "nsubjpass", "agent", "npadvmod"])
_CLAUSES = frozenset(["ccomp", "xcomp", "parataxis", "dep"])
_CHARGING = frozenset(["of", "with", "for", "over", "about", "in"])
_PAUSES = frozenset([",", '"', "”", "’", "--", "-", "–"])
_OWNING = frozenset(["the", "these", "those", "by", "from"])


def attributed(step: Step, meaning: Meaning) -> None:
    """The speaker is the subject of the innermost verb of saying above."""
    word, lexicon = step.word, step.lexicon
    if _listed(step):
        meaning.uncertain |= meaning.in_scope
        return
    if _called(step):
        meaning.said_by(subject_of(step.head))
        return
    if step.head.pos_ not in CLAUSAL or step.dep in _BESIDE or not _what_is_said(step):
        return
    if word in lexicon.lie and meaning.in_scope:
        meaning.unreal = True
    elif step.dep == "ccomp" and word in lexicon.findings and any(c.dep_ == "mark" for c in step.node.children):
        _by_subject(step, meaning)
    elif (word in lexicon.report or word in lexicon.accuse) and word not in lexicon.factive:
        meaning.said |= step.dep != "dobj"
        meaning.uncertain |= meaning.in_scope and word in lexicon.accuse and not _charged(step)
        passive = passive_clause(step.head) or _hearsay(step) or _bare(step)
        (_by_agent if passive else _by_subject)(step, meaning)


def according_to(token: Token) -> Token | None:
    """Whose account the sentence follows: "according to the UN"."""
    for other in token.sent:
        if other.lower_ == "according" and other.i != token.i and token not in other.subtree:
            return next((t for child in other.children for t in child.children if t.dep_ == "pobj"), None)
    return None


def aside(token: Token, lexicon: Lexicon) -> Token | None:
    """The verb of saying that stands apart from what is said: "Iran, he said, funds it", "..., an official told us"."""
    verbs = (t for t in token.sent if t.pos_ == "VERB" and _vouches(lemma(t), lexicon))
    return next((t for t in verbs if t.i != token.i and _apart(t, token, lexicon=lexicon)), None)


def _vouches(word: str, lexicon: Lexicon) -> bool:
    """A verb of saying that neither denies what is said nor takes it for granted."""
    return word in lexicon.report and word not in lexicon.deny and word not in lexicon.factive


def teller(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who says it, also where the parser took "an official confirmed" for a noun with a participle."""
    return verb.head if newcomer(verb.head) and verb.dep_ == "acl" else said_by(verb, lexicon)


def newcomer(noun: Token) -> bool:
    """ "an official confirmed", taken for an apposition: somebody else than the noun before."""
    told = any(child.dep_ == "acl" and child.tag_ == "VBD" for child in noun.children)
    return told and noun.dep_ == "appos" and determiner(noun) in {"a", "an"}


def _apart(verb: Token, token: Token, *, lexicon: Lexicon) -> bool:
    """Set off by a comma, with nothing of its own that it says, and not about the speaker."""
    speaker = teller(verb, lexicon)
    if speaker is None or speaker.tag_ in {"WP", "WDT"} or verb.dep_ in {"relcl", "advcl"}:
        return False
    if verb.dep_ == "ROOT" and lemma(verb) in lexicon.accuse:
        return False
    first = min(verb.i, speaker.left_edge.i)
    about = first <= token.i <= verb.i or (verb.i < token.i and verb.i < speaker.i)
    if about or parted(verb, token) or not (verb.dep_ == "acl" or token in verb.head.subtree):
        return False
    says = {c.dep_ for c in verb.children if c.i > verb.i and c.i != speaker.i}
    own = says & {"ccomp", "xcomp", "oprd"} or ("dobj" in says and lemma(verb) not in lexicon.telling)
    joined = any(c.dep_ in {"mark", "cc"} for c in verb.children) or _joined(verb)
    behind_comma = first > 0 and verb.doc[first - 1].text in _PAUSES
    return behind_comma and not own and not joined


def _joined(verb: Token) -> bool:
    """Coordinated with a conjunction: a statement beside another."""
    return verb.dep_ == "conj" and any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)


def _what_is_said(step: Step) -> bool:
    """The lower word is what the upper one says: its clause, its charge, or an object like "claimed links"."""
    if step.dep in _CLAUSES or _charge(step):
        return True
    word, lexicon = step.word, step.lexicon
    said = step.dep == "dobj" and (word in lexicon.accuse or word in lexicon.report)
    return said and word not in lexicon.light


def charging(preposition: Token, lexicon: Lexicon) -> Token | None:
    """The verb of accusation whose "of being" the parser hung on the accused."""
    accused = preposition.head
    gerund = preposition.dep_ == "prep" and any(child.dep_ == "pcomp" for child in preposition.children)
    charge = preposition.lower_ == "of" and accused.pos_ == "PROPN"
    if (gerund or charge) and accused.dep_ in {"dobj", "nsubjpass"} and lemma(accused.head) in lexicon.accuse:
        return accused.head
    return None


def _charge(step: Step) -> bool:
    """ "accused of", "suspected of", "is regarded as"."""
    if step.dep != "prep" or step.word not in step.lexicon.accuse:
        return False
    return step.node.lower_ in _CHARGING or (step.node.lower_ == "as" and passive_clause(step.head))


def _called(step: Step) -> bool:
    """ "X called Y an arm of Z", "X described Y as": what somebody says by a name for it."""
    said = step.dep in {"oprd", "ccomp", "attr"} or (step.dep == "prep" and step.node.lower_ == "as")
    active = subject_of(step.head) is not None and not passive_clause(step.head)
    return (
        said
        and active
        and step.head.pos_ == "VERB"
        and step.word in step.lexicon.calling
        and step.word not in step.lexicon.report
    )


def _listed(step: Step) -> bool:
    """ "charged with lying, funding X", "faces charges of murder, funding X": parted from the first charge."""
    if step.dep != "advcl" or step.node.tag_ != "VBG":
        return False
    before = [child for child in step.head.children if step.head.i < child.i < step.node.i]
    nouns = [obj for c in before for obj in (c, *c.children) if obj.dep_ in {"dobj", "pobj"}]
    charges = any(lemma(n) in step.lexicon.charge and any(c.lower_ == "of" for c in n.children) for n in nouns)
    accused = step.word in step.lexicon.accuse and any(c.dep_ == "prep" and c.lower_ in _CHARGING for c in before)
    return charges or (accused and not any(child.dep_ == "dobj" for child in before))


def _bare(step: Step) -> bool:
    """ "was arrested, accused of funding X", "arrested and accused": a participle whose subject is the accused."""
    shared = step.head.dep_ == "conj" and passive_clause(step.head.head)
    apart = step.head.tag_ == "VBN" and (step.head.dep_ in {"advcl", "acl"} or shared)
    return apart and _charge(step) and not any(c.dep_ in {"dobj", "aux", "nsubj"} for c in step.head.children)


def _charged(step: Step) -> bool:
    """ "was charged to": an order rather than an accusation."""
    return step.head.tag_ == "VBN" and step.word in step.lexicon.ordering and not _charge(step)


def _hearsay(step: Step) -> bool:
    """ "a man said to fund it": a passive without its auxiliary."""
    participle = step.head.tag_ in {"VBN", "VBD"} and step.word in step.lexicon.hearsay
    return step.dep == "xcomp" and participle and infinitive(step.node)


def _by_agent(step: Step, meaning: Meaning) -> None:
    """ "is said to", "was reported by"."""
    if meaning.in_scope and step.dep in {"xcomp", "ccomp"}:
        meaning.uncertain |= step.word in step.lexicon.report
    if meaning.speaker is None and (agent := agent_of(step.head)) is not None:
        meaning.said_by(agent)


def _by_subject(step: Step, meaning: Meaning) -> None:
    subject = said_by(step.head, step.lexicon) or subject_of(step.head)
    if subject is not None and lemma(subject) in step.lexicon.deny and step.word in step.lexicon.charge:
        # "Iran rejects claim it funds Hamas", taken for what rejects claim.
        turn(meaning)
        meaning.said_by(next((c for c in subject.children if c.dep_ == "compound"), None))
        return
    if subject is None or meaning.reported or is_none(subject) or lemma(subject) in step.lexicon.evidence:
        return
    meaning.uncertain |= meaning.in_scope and _vague(subject, step.lexicon)
    meaning.said_by(subject)


def _vague(subject: Token, lexicon: Lexicon) -> bool:
    """ "Some reports claim": documents that nobody owns to."""
    if subject.tag_ != "NNS" or lemma(subject) not in lexicon.documents:
        return False
    return not any(c.dep_ in {"poss", "compound"} or c.lower_ in _OWNING for c in subject.children)
