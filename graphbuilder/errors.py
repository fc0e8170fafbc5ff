"""The errors that a user can act on; each message says what to do next.

GraphbuilderError
├── DataError        our own files (relations, groups, queries) are wrong: file and key are named
├── ReadError        one article cannot be read; the others go on
├── ClaimError       one line of a claims file is not a claim
├── QueryError       an unknown query, a missing or unknown parameter, refused Cypher
└── StoreError       a store cannot be opened, reached or written
"""


class GraphbuilderError(Exception):
    """Something that the user can mend."""


class DataError(GraphbuilderError):
    """A file of relations, groups, cues or queries breaks its own rules."""


class ReadError(GraphbuilderError):
    """An article cannot be read."""


class ClaimError(GraphbuilderError):
    """A line of a claims file is not a claim."""


class QueryError(GraphbuilderError):
    """A query is unknown, lacks a parameter, or is refused."""


class StoreError(GraphbuilderError):
    """A store cannot be opened, reached or written."""
