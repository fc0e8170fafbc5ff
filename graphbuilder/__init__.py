"""From news articles to a graph of alleged ties, in stages that each read one type and yield the next.

read      path, URL, stream -> Article     (graphbuilder.read)
annotate  Article -> spaCy Doc             (graphbuilder.annotate)
extract   Doc -> Claim                     (graphbuilder.extract)
resolve   Claim -> Claim, actors made one  (graphbuilder.resolve)
load      Claim -> store                   (graphbuilder.store)
query     question -> rows                 (graphbuilder.query)
"""

__version__ = "0.1.0"
