"""The file: who may write, what survives a killed process, and what is said of a file that is no graph."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from storeworld import RELATIONS, actor, claim, dump, publication

from graphbuilder.errors import QueryError, StoreError
from graphbuilder.store import connect
from graphbuilder.store.load import load

COUNT = "MATCH (n:Thing) RETURN count(n) AS n"
WRITER = """
import sys
from graphbuilder.store import connect
store = connect(sys.argv[1])
for n in range(int(sys.argv[2])):
    store.write([("CREATE (:Thing {id: $id, words: $words})", {"id": n, "words": "some " * 50})])
    print(n, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "graph.kgl"


def things(path: Path) -> int:
    with connect(str(path)) as store:
        return int(store.run(COUNT)[0]["n"])


def write(path: Path, *ids: int) -> None:
    with connect(str(path)) as store:
        store.write([("CREATE (:Thing {id: $id})", {"id": n}) for n in ids])


def writer(path: Path, count: int) -> subprocess.Popen[str]:
    """A process that has written ``count`` things, has not saved, and still holds the file."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(count)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for _ in range(count):
        assert process.stdout.readline()
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_what_was_written_is_there_when_opened_again(path: Path) -> None:
    write(path, 1, 2)
    write(path, 3)
    assert things(path) == 3


def test_reading_makes_no_file(path: Path) -> None:
    with connect(str(path)) as store, pytest.raises(StoreError, match=r"no graph yet.*graphbuilder ingest"):
        store.run(COUNT)
    assert list(path.parent.iterdir()) == []


def test_an_error_in_the_with_block_loses_nothing(path: Path) -> None:
    with pytest.raises(RuntimeError), connect(str(path)) as store:  # noqa: PT012
        store.write([("CREATE (:Thing {id: 1})", {})])
        raise RuntimeError
    assert things(path) == 1


@pytest.mark.parametrize("saved", [True, False])
def test_a_killed_process_loses_nothing(path: Path, saved: bool) -> None:
    if saved:
        write(path, 100, 101)
    end(writer(path, 20))
    assert things(path) == 20 + 2 * saved
    write(path, 200)
    assert things(path) == 21 + 2 * saved


def test_a_log_cut_in_the_middle_keeps_what_is_whole(path: Path) -> None:
    end(writer(path, 20))
    log = path.with_name(path.name + "-wal")
    log.write_bytes(log.read_bytes()[:-25])
    assert things(path) == 19


def test_one_writes_while_others_read(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(path, 100)
    process = writer(path, 3)
    try:
        assert things(path) == 1, "readers see what was saved last"
        assert "a process is writing to it; this shows what was saved before" in caplog.text
        with connect(str(path)) as store, pytest.raises(StoreError, match=rf"another process.*{process.pid}"):
            store.write([("CREATE (:Thing {id: 5})", {})])
    finally:
        end(process)
    assert things(path) == 4


def test_two_readers(path: Path) -> None:
    write(path, 1)
    with connect(str(path)) as one, connect(str(path)) as other:
        assert one.run(COUNT) == other.run(COUNT) == [{"n": 1}]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: b"These are my notes.\n" * 20, id="text"),
        pytest.param(lambda whole: whole[: len(whole) // 2], id="half"),
        pytest.param(lambda whole: whole[:-3], id="end cut off"),
        pytest.param(lambda whole: whole[:60] + bytes(20) + whole[80:], id="head overwritten"),
        pytest.param(lambda whole: whole[:-300] + bytes(20) + whole[-280:], id="data overwritten"),
    ],
)
def test_a_damaged_file_is_named_and_left_alone(path: Path, damage: object) -> None:
    write(path, *range(500))
    broken = damage(path.read_bytes())  # type: ignore[operator]
    path.write_bytes(broken)
    with pytest.raises(StoreError, match=r"graph\.kgl: the file is damaged or no graph"):
        things(path)
    with pytest.raises(StoreError, match="damaged"):
        write(path, 1)
    assert path.read_bytes() == broken


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="a folder; name a file in it"):
        connect(str(tmp_path))


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist; create it first"):
        connect(str(tmp_path / "nowhere" / "graph.kgl"))


@pytest.mark.parametrize("url", ["http://localhost", "mysql://x/y", "bolts://x"])
def test_addresses_of_no_store(url: str) -> None:
    with pytest.raises(StoreError, match="no store has addresses of this kind"):
        connect(url)


def test_the_default_comes_from_the_environment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, 1)
    monkeypatch.setenv("GRAPHBUILDER_STORE", str(path))
    with connect(None) as store:
        assert store.run(COUNT) == [{"n": 1}]
    monkeypatch.delenv("GRAPHBUILDER_STORE")
    monkeypatch.chdir(path.parent)
    with connect(None) as store:
        assert store.run(COUNT) == [{"n": 1}]


def test_threads_may_share_a_store(path: Path) -> None:
    seen: list[int] = []
    with connect(str(path)) as store:
        store.write([("CREATE (:Thing {id: 0})", {})])

        def work(first: int) -> None:
            for n in range(first, first + 10):
                store.write([("CREATE (:Thing {id: $id})", {"id": n})])
                seen.append(store.run(COUNT)[0]["n"])

        threads = [threading.Thread(target=work, args=(first,)) for first in (100, 200, 300)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert max(seen) == 31
    assert things(path) == 31


def test_a_store_that_was_closed(path: Path) -> None:
    store = connect(str(path))
    store.write([("CREATE (:Thing {id: 0})", {})])
    store.close()
    store.close()
    with pytest.raises((StoreError, QueryError)):
        store.run(COUNT)


def test_a_graph_is_the_same_after_saving(path: Path) -> None:
    article = publication("a")
    said = claim(article, actor("Ann Lee", kind="person"), "EMBEDDED_WITH", actor("Red Front", aliases=("RF",)))
    with connect(str(path)) as store:
        load(store, [(article, [said])], relations=RELATIONS)
        before = dump(store)
    with connect(str(path)) as store:
        assert dump(store) == before
        load(store, [(article, [said])], relations=RELATIONS)
        assert dump(store) == before
