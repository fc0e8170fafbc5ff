"""What is known so far of how a statement is meant, while its clauses are read from the inside out."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from graphbuilder.annotate.phrases import lemma
from graphbuilder.lexicon import Lexicon
from graphbuilder.model import Stance, Status


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a statement is meant; ``speaker`` is the head of who says so, None for the article.

    What is said elsewhere than in the statement's own sentence is said at ``where``.
    """

    stance: Stance
    status: Status
    speaker: Token | None
    reported: bool = False
    where: Token | None = None


@dataclass(slots=True)
class Meaning:
    """The reading under way; outside its scope, negation and modality no longer touch the statement.

    What is ``given`` is only mentioned, as a title is.
    An ``unreal`` statement is wished, asked or supposed: no claim. One that is ``said`` stands
    below a verb of saying. ``extra`` holds what others say of the same tie.
    """

    negative: bool = False
    uncertain: bool = False
    status: Status = "current"
    speaker: Token | None = None
    reported: bool = False
    unreal: bool = False
    in_scope: bool = True
    given: bool = False
    said: bool = False
    ended_by_verb: bool = False
    extra: list[Reading] = field(default_factory=list)

    @property
    def stance(self) -> Stance:
        """The stance as it stands now."""
        return "denied" if self.negative else "uncertain" if self.uncertain else "asserted"

    def negate(self, *, concord: bool) -> None:
        """One more negator: in ``concord`` it adds nothing ("no links, neither to X nor to Y"); else it turns."""
        self.negative = concord or not self.negative

    def undo(self) -> None:
        """What was not done is denied; what was not even said is no claim."""
        if self.said:
            self.unreal = True
        else:
            self.negate(concord=False)

    def end(self) -> None:
        """A governing verb ends the tie ("severed its ties")."""
        if self.status == "current":
            self.status, self.ended_by_verb = "ended", True

    def said_by(self, speaker: Token | None) -> None:
        """The tie is somebody's word, if anybody is named."""
        self.speaker, self.reported = speaker, speaker is not None


@dataclass(frozen=True, slots=True)
class Step:
    """The way up from one word to its head; ``carried`` where the head is the light verb of the statement."""

    node: Token
    head: Token
    lexicon: Lexicon
    carried: bool = False

    @property
    def dep(self) -> str:
        """How the lower word depends on the upper."""
        return self.node.dep_

    @property
    def word(self) -> str:
        """The lemma of the upper word."""
        return lemma(self.head)
