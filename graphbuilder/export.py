"""The ties between actors for other programs: in memory for networkx, in files for those that draw and count.

As in the graph itself, a tie is an edge only where some claim asserts or suspects it, so that no path runs over a mere
denial; the denials of such a tie stand in its counts and its evidence.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphbuilder.store.protocol import Row, Store

if TYPE_CHECKING:
    from networkx import MultiDiGraph

_ACTORS = """
MATCH (a:Actor)
RETURN a.id AS id, a.name AS name, CASE WHEN a:Person THEN 'person' ELSE 'group' END AS kind, a.named AS named,
       a.aliases AS aliases
ORDER BY id
"""
_TIES = """
MATCH (s:Actor)-[tie]->(o:Actor)
WHERE type(tie) <> 'SAME_AS'
RETURN s.id AS subject, o.id AS object, type(tie) AS relation, tie.tie AS id, tie.asserted AS asserted,
       tie.denied AS denied, tie.uncertain AS uncertain, tie.articles AS articles, tie.outlets AS outlets,
       tie.contested AS contested, tie.status AS status, tie.first AS first, tie.last AS last
ORDER BY id
"""
_EVIDENCE = """
MATCH (c:Claim)-[:STATED_IN]->(art:Article)
RETURN c.tie AS tie, c.quote AS quote, c.source AS source, c.stance AS stance, c.status AS status,
       c.confidence AS confidence, art.published AS date, art.location AS article
ORDER BY coalesce(date, ''), article, c.char_start, c.id
"""
_NOT_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def to_networkx(store: Store) -> MultiDiGraph[str]:
    """Actors as nodes, ties as edges keyed by relation.

    Nodes are actor ids with ``name``, ``kind``, ``named`` and ``aliases``. Edges have the counts ``asserted``,
    ``denied``, ``uncertain``, ``articles`` and ``outlets``; ``stance`` (``asserted``, ``uncertain`` or ``contested``)
    that sums them up; ``contested``, ``status``, ``first`` and ``last`` (ISO dates or None); ``evidence``, a list of
    mappings with ``quote``, ``source`` (None: the article's own words), ``stance``, ``status``, ``confidence``,
    ``date`` and ``article``.

    Raises:
        StoreError: there is no graph, or it cannot be reached.
    """
    import networkx

    graph: MultiDiGraph[str] = networkx.MultiDiGraph()
    for actor in store.run(_ACTORS):
        graph.add_node(actor.pop("id"), **actor)
    evidence = _evidence(store)
    for tie in store.run(_TIES):
        subject, obj, relation = (tie.pop(key) for key in ("subject", "object", "relation"))
        graph.add_edge(subject, obj, key=relation, **tie, stance=_stance(tie), evidence=evidence[tie["id"]])
    return graph


def write(graph: MultiDiGraph[str], path: Path) -> None:
    """Write ties as GraphML or as node-link JSON, as the name of the file ends; a file of that name is replaced.

    GraphML knows no lists: there, aliases are joined, and evidence is a text with one line per claim.

    Raises:
        KeyError: the name ends otherwise; see ``FORMATS``.
        OSError: the file cannot be written; one that was there is left as it was.
    """
    text = FORMATS[path.suffix.lower()](graph)
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _json(graph: MultiDiGraph[str]) -> str:
    import networkx

    return json.dumps(networkx.node_link_data(graph, edges="edges"), ensure_ascii=False, indent=1) + "\n"


def _graphml(graph: MultiDiGraph[str]) -> str:
    """``label`` is what drawing programs write beside a node or an edge."""
    import networkx

    flat: MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, actor in graph.nodes(data=True):
        flat.add_node(node, label=_xml(actor["name"]), **_flat(actor))
    for subject, obj, relation, tie in graph.edges(keys=True, data=True):
        flat.add_edge(subject, obj, key=relation, label=relation, **_flat(tie))
    lines = networkx.generate_graphml(flat, named_key_ids=True, edge_id_from_attribute="id")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(lines) + "\n"


FORMATS: Mapping[str, Callable[[MultiDiGraph[str]], str]] = {".graphml": _graphml, ".json": _json}
"""How a file's name ends, and what makes its text."""


def _evidence(store: Store) -> Mapping[str, list[Row]]:
    """What speaks for and against each tie, by the tie's id, in the order of publication."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for claim in store.run(_EVIDENCE):
        found[claim.pop("tie")].append({**claim, "source": claim["source"] or None})
    return found


def _stance(tie: Row) -> str:
    """What the claims come to in one word."""
    if tie["contested"]:
        return "contested"
    return "asserted" if tie["asserted"] else "uncertain"


def _flat(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Attributes in the types that GraphML has; None is left out."""
    return {key: _one_value(value) for key, value in attributes.items() if value is not None}


def _one_value(value: Any) -> str | int | float | bool:
    if isinstance(value, list):
        return "; ".join(map(_xml, value)) if all(isinstance(item, str) for item in value) else _sentences(value)
    return _xml(value) if isinstance(value, str) else value


def _sentences(evidence: list[Row]) -> str:
    return _xml("\n".join(map(_sentence, evidence)))


def _sentence(claim: Row) -> str:
    words = " ".join(claim["quote"].split())
    return f"{claim['date'] or 'undated'}, {claim['source'] or claim['article']}, {claim['stance']}: {words}"


def _xml(text: str) -> str:
    """A text without the control characters that XML forbids."""
    return _NOT_XML.sub(" ", text)
