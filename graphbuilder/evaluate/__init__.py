"""How good the claims are: scores against articles that people annotated by hand.

A gold folder holds ``gold/ID.json`` (the actors and claims of one article, annotated) and ``text/ID.txt`` (its text);
a file ``KEPT_ASIDE`` in it says why nobody is to read its errors. The unit is the triple (subject, relation, object);
all figures are micro-averages over the articles of the folder.
"""

from graphbuilder.evaluate.gold import Annotation, Statement, kept_aside, read_gold, statements
from graphbuilder.evaluate.losses import STAGES
from graphbuilder.evaluate.scores import Finding, Report, Score, Share, evaluate
from graphbuilder.evaluate.seen import look
from graphbuilder.evaluate.whole import Evaluation, judge

__all__ = [
    "STAGES",
    "Annotation",
    "Evaluation",
    "Finding",
    "Report",
    "Score",
    "Share",
    "Statement",
    "evaluate",
    "judge",
    "kept_aside",
    "look",
    "read_gold",
    "statements",
]
