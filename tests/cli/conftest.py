"""Commands run in an empty folder, as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphbuilder.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one command line, with ``input`` as standard input, and returns output and exit code."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GRAPHBUILDER_STORE", raising=False)

    def invoke(*args: object, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(arg) for arg in args], input=input, prog_name="graphbuilder")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return invoke
