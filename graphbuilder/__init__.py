"""From news articles to a graph of alleged ties, in stages that each read one type and yield the next.

read      path, URL, stream -> Article     (graphbuilder.read)
annotate  Article -> spaCy Doc             (graphbuilder.annotate)
extract   Doc -> Claim                     (graphbuilder.extract)
resolve   Claim -> Claim, actors made one  (graphbuilder.resolve)
load      Claim -> store                   (graphbuilder.store)
query     question -> rows                 (graphbuilder.query)
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graphbuilder.export import to_networkx

__version__ = "0.1.0"
__all__ = ["__version__", "to_networkx"]


def __getattr__(name: str) -> Any:
    """``to_networkx``, imported on use so that the package itself loads at once."""
    if name == "to_networkx":
        from graphbuilder.export import to_networkx

        return to_networkx
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
