"""What loading some articles changes in a store: read and compare first, so that loading again writes nothing.

Two rules make the graph the same in whatever order articles are loaded. A text found at several places is one Article;
the place that comes first in order gives its header and its claims. A place holds one text: what it held before goes,
with its claims, unless another place still holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuilder.errors import ClaimError
from graphbuilder.model import Claim, Publication
from graphbuilder.ontology import Relation
from graphbuilder.store.naming import Actors, name_actors
from graphbuilder.store.protocol import Row, Store
from graphbuilder.store.rows import article_row, claim_row, place
from graphbuilder.store.ties import TieKey, tie_of

Batch = Sequence[tuple[Publication, Sequence[Claim]]]

_ARTICLES = (
    "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a",
    "UNWIND $places AS place MATCH (a:Article {location: place}) RETURN a",
    "MATCH (a:Article) WHERE a.copies IS NOT NULL AND any(x IN a.copies WHERE x IN $places) RETURN a",
)
_CLAIMS = """
UNWIND $ids AS id
MATCH (a:Article {id: id})<-[:STATED_IN]-(c:Claim)
MATCH (c)-[x:SUBJECT]->(s:Actor)
MATCH (c)-[y:OBJECT]->(o:Actor)
RETURN a.id AS article, c, s.id AS subject, x AS subject_as, o.id AS object, y AS object_as
"""
_OWNERS = "UNWIND $ids AS id MATCH (c:Claim {id: id})-[:STATED_IN]->(a:Article) RETURN c.id AS claim, a.id AS article"


@dataclass(slots=True)
class Changes:
    """Rows to write and ids to remove; ``unsaid`` counts claims that no article states any more."""

    articles: list[Row] = field(default_factory=list)
    articles_gone: list[str] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)
    claims_gone: list[str] = field(default_factory=list)
    actors: Actors = field(default_factory=Actors)
    ties: set[TieKey] = field(default_factory=set)
    unsaid: int = 0


@dataclass(slots=True)
class _Text:
    """One article of a batch, wherever it was found."""

    publication: Publication
    claims: dict[str, Claim]
    places: set[str]


def changes(store: Store, batch: Batch, *, relations: Mapping[str, Relation]) -> Changes:
    """What must be written so that the store says what these articles say.

    Raises:
        ClaimError: a relation is unknown, or two articles use one claim id.
    """
    found = Changes()
    texts = _texts(batch)
    stored = _stored_articles(store, texts)
    heard = _compare_articles(found, texts=texts, stored=stored)
    claims = _by_id(heard)
    old = _stored_claims(store, [*found.articles_gone, *(text.publication.id for text in heard)])
    new = {key: claim_row(claim, relations=relations) for key, claim in claims.items()}
    _check_owners(store, sorted(new.keys() - old.keys()))
    _compare_claims(found, old=old, new=new)
    found.ties |= _ties(found, old=old, stored=stored)
    found.ties |= {tie_of(claims[row["properties"]["id"]], relations=relations) for row in found.claims}
    found.actors = name_actors(
        store,
        said=[claims[row["properties"]["id"]] for row in found.claims],
        removed=found.claims_gone,
        lost={old[key][end]["id"] for key in found.claims_gone for end in ("subject", "object")},
    )
    return found


def _texts(batch: Batch) -> dict[str, _Text]:
    """The articles by id; of several at one place the last, of one text at several places the first in order."""
    texts: dict[str, _Text] = {}
    for where, (publication, claims) in sorted({place(p): (p, claims) for p, claims in batch}.items()):
        text = texts.setdefault(publication.id, _Text(publication, {c.id: c for c in claims}, set()))
        text.places.add(where)
    return texts


def _stored_articles(store: Store, texts: Mapping[str, _Text]) -> dict[str, Row]:
    """Articles in the store that are among these, or stand at a place of one of these."""
    places = sorted(set().union(*(text.places for text in texts.values())))
    rows = [row for query in _ARTICLES for row in store.run(query, ids=sorted(texts), places=places)]
    return {row["a"]["properties"]["id"]: row["a"]["properties"] for row in rows}


def _compare_articles(found: Changes, *, texts: Mapping[str, _Text], stored: Mapping[str, Row]) -> list[_Text]:
    """Note what becomes of each article; those whose claims are to be compared too are returned."""
    taken = set().union(*(text.places for text in texts.values()))
    left = {key: {row["location"], *row.get("copies", ())} - taken for key, row in stored.items()}
    for key in sorted(stored.keys() - texts.keys()):
        if left[key]:
            found.articles.append(_moved(stored[key], places=left[key]))
        else:
            found.articles_gone.append(key)
    heard = []
    for key, text in sorted(texts.items()):
        elsewhere = left.get(key, set())
        if min(text.places | elsewhere) in text.places:
            heard.append(text)
            row = article_row(text.publication, places=text.places | elsewhere)
        else:
            row = _moved(stored[key], places=text.places | elsewhere)
        if row != stored.get(key):
            found.articles.append(row)
    return heard


def _moved(row: Row, *, places: set[str]) -> Row:
    first, *copies = sorted(places)
    kept = {key: value for key, value in row.items() if key != "copies"}
    return kept | {"location": first} | ({"copies": copies} if copies else {})


def _compare_claims(found: Changes, *, old: Mapping[str, Row], new: Mapping[str, Row]) -> None:
    """Note the claims to write and those to remove; one that changed is both."""
    found.claims_gone = sorted(key for key, row in old.items() if new.get(key) != row)
    found.claims = [row for key, row in sorted(new.items()) if old.get(key) != row]
    found.unsaid = len(old.keys() - new.keys())


def _ties(found: Changes, *, old: Mapping[str, Row], stored: Mapping[str, Row]) -> set[TieKey]:
    """Ties of claims that go, and of claims whose article counts otherwise now."""
    other = {row["id"] for row in found.articles if _counts_otherwise(row, stored.get(row["id"], {}))}
    gone = set(found.claims_gone)
    return {_stored_tie(row) for key, row in old.items() if key in gone or row["article"] in other}


def _by_id(texts: Iterable[_Text]) -> dict[str, Claim]:
    claims: dict[str, Claim] = {}
    for text in texts:
        for key, claim in text.claims.items():
            if claims.setdefault(key, claim) is not claim:
                raise ClaimError(_twice(key, (claims[key].publication.location, claim.publication.location)))
    return claims


def _stored_claims(store: Store, articles: Sequence[str]) -> dict[str, Row]:
    """Claims of these articles by id, in the shape of ``rows.claim_row``."""
    return {
        row["c"]["properties"]["id"]: {
            "article": row["article"],
            "subject": {"id": row["subject"], **row["subject_as"]["properties"]},
            "object": {"id": row["object"], **row["object_as"]["properties"]},
            "properties": row["c"]["properties"],
        }
        for row in store.run(_CLAIMS, ids=sorted(articles))
    }


def _check_owners(store: Store, claims: Sequence[str]) -> None:
    """Claims that are new must not be in the store under another article."""
    for row in store.run(_OWNERS, ids=claims):
        raise ClaimError(_twice(row["claim"], ("the article being loaded", f"article {row['article']}")))


def _twice(claim: str, owners: tuple[str, str]) -> str:
    return f"claim id {claim} is used by {' and by '.join(owners)}; ids must be unique over all articles"


def _counts_otherwise(new: Row, old: Row) -> bool:
    return any(new.get(key) != old.get(key) for key in ("outlet", "published"))


def _stored_tie(row: Row) -> TieKey:
    """The tie of a stored claim, in the direction that its relation had when it was loaded."""
    relation, ends = row["properties"]["relation"], (row["subject"]["id"], row["object"]["id"])
    straight = TieKey(relation, *ends)
    return straight if straight.id == row["properties"]["tie"] else TieKey(relation, *reversed(ends))
