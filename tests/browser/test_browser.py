"""Neo4j Browser as an analyst uses it: log in, paste a query's parameters, paste its file, see the graph drawn."""

from __future__ import annotations

import os
import re
import runpy
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from graphbuilder.server import Server
from graphbuilder.store import connect
from graphbuilder.store.load import load

pytestmark = [pytest.mark.browser, pytest.mark.neo4j]

ROOT = Path(__file__).parents[2]
NETWORK = ROOT / "tests" / "query" / "network.py"
FILES = sorted((ROOT / "queries").glob("*.cypher"))
PARAMETER = re.compile(r"^// (:param .+)$", re.MULTILINE)
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""The browser sees pages of this machine only: root may run it without its sandbox, and it calls nobody."""

WAIT_MS = 60_000


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser's program; where it is missing the tests are skipped, but never in CI."""
    found = next((path for path in map(shutil.which, PROGRAMS) if path), None)
    if found is None:
        message = "no Chromium: install your system's package (Debian: apt-get install chromium)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    return str(found)


@pytest.fixture(scope="module")
def graph(neo4j_server: Server) -> Server:
    """A Neo4j that holds the small network of the query tests, and nothing else."""
    with connect(neo4j_server.bolt_url) as store:
        store.write([("MATCH (n) DETACH DELETE n", {})])
        load(store, runpy.run_path(str(NETWORK))["batches"]())
    return neo4j_server


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=WAIT_MS)
        program = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield program
        program.close()


@pytest.fixture(scope="module")
def page(browser: Browser, graph: Server) -> Page:
    """Neo4j Browser, logged in through its form."""
    page = connect_form(browser, graph)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=graph.http_url)
    log_in(page, graph.username, graph.password)
    page.get_by_text(":play start").wait_for()  # it comes last, and what is run before it is forgotten
    return page


def connect_form(browser: Browser, graph: Server) -> Page:
    """A fresh visitor's first page, which asks for the password."""
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.set_default_timeout(WAIT_MS)
    page.goto(graph.browser_url)
    return page


def log_in(page: Page, username: str, password: str) -> None:
    page.get_by_test_id("username").fill(username)
    page.get_by_test_id("password").fill(password)
    page.get_by_test_id("connect").click()


def paste_and_run(page: Page, text: str) -> Locator:
    """Put the text into the editor through the clipboard and run it; gives the frame of its result."""
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("ControlOrMeta+V")
    page.get_by_test_id("editor-Run").click()
    first_line = text.splitlines()[0]
    newest = page.get_by_test_id("frame").first
    expect(newest.get_by_test_id("frameCommand")).to_contain_text(first_line)
    return newest


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_query_is_drawn(page: Page, tmp_path: Path, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    for parameter in PARAMETER.findall(text):
        expect(paste_and_run(page, parameter)).to_contain_text("Successfully set your parameters")
    frame = paste_and_run(page, text)
    try:
        expect(frame.locator("svg g.node").first).to_be_visible()
        expect(frame.locator("svg g.relationship").first).to_be_visible()
    finally:
        page.screenshot(path=tmp_path / f"{file.stem}.png")
    assert frame.locator("svg g.node").count() >= 2


def test_a_wrong_password_is_refused(browser: Browser, graph: Server, tmp_path: Path) -> None:
    page = connect_form(browser, graph)
    log_in(page, graph.username, "not the password")
    expect(page.get_by_text("Neo.ClientError.Security.Unauthorized").first).to_be_visible()
    page.screenshot(path=tmp_path / "refused.png")
