"""The command line as a whole: listing, help, errors, pipes and Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import click
import pytest
from claim_lines import FEW, lines

from graphbuilder import __version__
from graphbuilder.cli import COMMANDS, INTERRUPTED, main

GRAPHBUILDER = [sys.executable, "-m", "graphbuilder"]


def test_listing_has_each_command_with_its_own_short_help() -> None:
    own = {name: import_module(f"graphbuilder.cli.{name}").command.get_short_help_str(limit=200) for name in COMMANDS}
    assert own == dict(COMMANDS)


def test_each_module_with_a_command_is_listed() -> None:
    folder = Path(str(import_module("graphbuilder.cli").__file__)).parent
    modules = {path.stem for path in folder.glob("*.py") if "\ndef command(" in path.read_text(encoding="utf-8")}
    assert modules == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples(run, name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert f"  graphbuilder {name}" in result.stdout
    assert result.stdout.startswith(f"Usage: graphbuilder {name} ")


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from graphbuilder.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    loaded = printed.splitlines()[-1].split()
    assert not {"spacy", "neo4j", "kglite", "networkx", "trafilatura", "rich", "yaml", "numpy"} & set(loaded)


def test_help_answers_at_once() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        subprocess.run([*GRAPHBUILDER, "--help"], capture_output=True, check=True)
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.3


def test_version(run) -> None:
    assert run("--version").stdout == f"graphbuilder {__version__}\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["ingst"], "There is no command 'ingst'. Did you mean 'ingest'?"),
        (["xyz"], "There is no command 'xyz'."),
        (["relations", "--colour"], "No such option"),
        (["load"], "Missing argument"),
    ],
)
def test_wrong_usage_exits_with_2(run, args: list[str], message: str) -> None:
    result = run(*args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_an_error_that_the_user_can_mend_is_told_without_a_traceback(run) -> None:
    result = run("query", "ties_of", "name=Taliban", "--store", "nowhere.kgl")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: nowhere.kgl")


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m graphbuilder relations --format jsonl | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for one process")
def test_after_ctrl_c_what_went_by_is_loaded(run, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*GRAPHBUILDER, "load", "-"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    process.stdin.write(lines(*FEW))
    process.stdin.flush()
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=30)
    assert process.returncode == INTERRUPTED
    assert "Stopped" in stderr
    assert "Traceback" not in stderr
    assert "2 claims" in stdout
    assert '"n": 2' in run("cypher", "MATCH (c:Claim) RETURN count(c) AS n", "--format", "json").stdout


def test_main_is_the_console_script() -> None:
    assert isinstance(main, click.Group)
