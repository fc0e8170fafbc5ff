"""How good the claims are: scores against articles that people annotated by hand.

A gold folder holds ``gold/ID.json`` (the actors and claims of one article, annotated) and ``text/ID.txt`` (its text).
The unit is the triple (subject, relation, object); all figures are micro-averages over the articles of the folder.
"""

from graphbuilder.evaluate.gold import Annotation, Statement, read_gold, statements
from graphbuilder.evaluate.scores import Finding, Report, Score, Share, evaluate

__all__ = [
    "Annotation",
    "Finding",
    "Report",
    "Score",
    "Share",
    "Statement",
    "evaluate",
    "read_gold",
    "statements",
]
