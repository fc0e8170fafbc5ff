"""The prepared questions: one Cypher file each, whose header of comments says what is asked and with which parameters.

    // Which ties does an actor have, and who says so?
    // A name matches in any case, and so does an alias.
    // :param name => 'Taliban'
    MATCH (a:Actor) ...

A parameter's example gives its type; one whose example is ``null`` is a text that may be left out. In Neo4j Browser,
what follows ``//`` on a parameter's line is run first, alone; then the file as it is. A last column ``drawing`` is for
Browser, which draws the nodes and paths in it; rows for reading do without.
"""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graphbuilder.errors import DataError, QueryError
from graphbuilder.fold import fold_name
from graphbuilder.store.protocol import Row, Store

Value = str | int | float | bool | None

DRAWING = "drawing"

_PARAM = re.compile(r":param\s+(?P<name>[a-z_]\w*)\s*=>\s*(?P<value>.+)")
_USED = re.compile(r"\$(\w+)")
_CONSTANTS: Mapping[str, Value] = {"true": True, "false": False, "null": None}
_PACKAGE = Path(__file__).parent
_NEAR = 4  # names that are offered for one that is unknown


@dataclass(frozen=True, slots=True)
class Query:
    """One question of an analyst; ``params`` holds each parameter's example, None where it may be left out."""

    name: str
    question: str
    notes: tuple[str, ...]
    params: Mapping[str, Value]
    text: str
    path: Path

    @property
    def usage(self) -> str:
        """How it is asked on the command line, with the example values; what may be left out stands in brackets."""
        words = (f"[{key}=...]" if value is None else f"{key}={_word(value)}" for key, value in self.params.items())
        return " ".join(["graphbuilder query", self.name, *words])


@cache
def queries() -> Mapping[str, Query]:
    """All prepared questions by name, in the order of the alphabet.

    Raises:
        DataError: a file breaks the rules of the header; the message names file and line.
    """
    installed = _PACKAGE / "data" / "queries"
    folder = installed if installed.is_dir() else _PACKAGE.parent / "queries"
    found = {path.stem: read_query(path) for path in sorted(folder.glob("*.cypher"))}
    if not found:
        raise DataError(f"{folder}: the query files (*.cypher) are missing; install graphbuilder again")
    return MappingProxyType(found)


def find(name: str) -> Query:
    """The question of that name.

    Raises:
        QueryError: there is none; the message offers near names.
    """
    if name in queries():
        return queries()[name]
    near = get_close_matches(name.lower().replace("-", "_"), queries(), n=_NEAR, cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "'graphbuilder query' lists them"
    raise QueryError(f"there is no query {name!r}; {hint}")


def ask(store: Store, query: Query, params: Mapping[str, Value]) -> list[Row]:
    """The rows that answer a question, without their drawing; parameters may be texts, as on a command line.

    Raises:
        QueryError: a parameter is unknown, missing, or not of its example's type.
        StoreError: there is no graph, or it cannot be reached.
    """
    values = check(query, params)
    return [{key: cell for key, cell in row.items() if key != DRAWING} for row in store.run(query.text, **values)]


def check(query: Query, params: Mapping[str, Value]) -> dict[str, Value]:
    """The value of every parameter of a query, in its example's type; None for one left out that may be.

    Raises:
        QueryError: a parameter is unknown, missing, or not of its example's type; file, parameter and usage are named.
    """
    for name in params:
        if name not in query.params:
            known = ", ".join(query.params) or "none"
            raise QueryError(f"{query.path.name}: no parameter {name!r} (there is: {known}); usage: {query.usage}")
    return {name: _value(query, name, given=params.get(name)) for name in query.params}


def near_names(store: Store, values: Iterable[Value]) -> dict[str, list[str]]:
    """For each text that the graph does not know as a name, alias, source or relation: the names that look like it."""
    texts = [value for value in values if isinstance(value, str)]
    known = _known(store) if texts else {}
    return {text: _near(fold_name(text), known) for text in texts if fold_name(text) not in known}


def read_query(path: Path) -> Query:
    """One question from its file.

    Raises:
        DataError: the header or the use of parameters breaks the rules; the message names file and line.
    """
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    header = [line.removeprefix("//").strip() for line in lines[: _header_length(lines)]]
    if not header or not header[0].endswith("?"):
        raise DataError(f"{path}:1: the first line must be the question, like '// Who leads a group?'")
    params = _params(path, header)
    _check_statement(path, lines[len(header) :], params=params, offset=len(header))
    notes = tuple(line for line in header[1:] if not line.startswith(":"))
    return Query(path.stem, header[0], notes, MappingProxyType(params), text, path)


def _header_length(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines) if not line.startswith("//")), len(lines))


def _params(path: Path, header: list[str]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for number, line in enumerate(header, 1):
        if not line.startswith(":"):
            continue
        match = _PARAM.fullmatch(line)
        if match is None or match["name"] in found:
            raise DataError(f"{path}:{number}: expected '// :param name => 'example'', each name once, found {line!r}")
        found[match["name"]] = _literal(match["value"], where=f"{path}:{number}")
    return found


def _literal(text: str, *, where: str) -> Value:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        value = None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    raise DataError(f"{where}: {text} is no example; write a 'text', a number, true, false or null")


def _check_statement(path: Path, lines: list[str], *, params: Mapping[str, Value], offset: int) -> None:
    """One statement that uses each parameter of the header, and no other."""
    if not any(line.strip() for line in lines):
        raise DataError(f"{path}:{offset + 1}: the statement is missing below the header")
    for number, line in enumerate(lines, offset + 1):
        for name in _USED.findall(line):
            if name not in params:
                raise DataError(
                    f"{path}:{number}: ${name} is not declared; add '// :param {name} => ...' to the header"
                )
    for name in params.keys() - _USED.findall("\n".join(lines)):
        raise DataError(f"{path}: the statement does not use the parameter {name}")


def _value(query: Query, name: str, *, given: Value) -> Value:
    example = query.params[name]
    if given is None and example is not None:
        raise QueryError(f"{query.path.name}: the parameter {name!r} is missing; usage: {query.usage}")
    try:
        return given if given is None else _convert(given, like=example)
    except ValueError:
        kind = {bool: "true or false", int: "a whole number", float: "a number"}.get(type(example), "a text")
        raise QueryError(f"{query.path.name}: {name} must be {kind}, not {given!r}; usage: {query.usage}") from None


def _convert(given: Value, *, like: Value) -> Value:
    """A value in the type of its example; a text is read as a command line's.

    Raises:
        ValueError: it is none.
    """
    match like, given:
        case bool(), str() if given.lower() in ("true", "false"):
            return given.lower() == "true"
        case (bool(), bool()) | (str() | None, str()):
            return given
        case int() | float(), str() | int() | float() if not isinstance(like, bool) and not isinstance(given, bool):
            return type(like)(str(given))
    raise ValueError(given)


def _word(value: Value) -> str:
    """A value as one word of a shell's line."""
    return shlex.quote(str(value).lower() if isinstance(value, bool) else str(value))


def _known(store: Store) -> dict[str, str]:
    """What a value may stand for in the graph: folded form to the name as it is shown."""
    names = store.run(
        "MATCH (a:Actor) UNWIND [a.name] + a.aliases AS name RETURN DISTINCT name, a.name AS shown ORDER BY name, shown"
    )
    others = store.run(
        "MATCH (c:Claim) UNWIND [c.source, c.relation] AS name RETURN DISTINCT name ORDER BY name"
        " UNION MATCH (art:Article) RETURN DISTINCT art.outlet AS name ORDER BY name"
    )
    rows = [*({"name": row["name"], "shown": row["name"]} for row in others), *names]
    return {fold_name(row["name"]): row["shown"] for row in rows if row["name"]}


def _near(key: str, known: Mapping[str, str]) -> list[str]:
    """Names that look like a folded text as a whole, or that have a word which looks like it."""
    words = {word for name in known for word in name.split()}
    like = set(get_close_matches(key, words, n=_NEAR, cutoff=0.75))
    close = get_close_matches(key, known, n=_NEAR, cutoff=0.7)
    holding = [name for name in known if like.intersection(name.split())]
    return list(dict.fromkeys(known[name] for name in [*close, *holding]))[:_NEAR]
