"""Draws README's picture: the samples in Neo4j Browser, after the query `ties_of` about the Taliban.

    python docs/picture.py            writes docs/browser.png

It starts a Neo4j of its own in a temporary folder, and drives Chromium as tests/browser does.
"""

from __future__ import annotations

import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from graphbuilder.server import Server, start
from graphbuilder.store import connect

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "browser.png"
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
VIEW = (1280, 860)  # pixels
ACTORS = 14
RADIUS = (470, 300)  # pixels, of the ellipse on which the actors around the Taliban are put
SETTLE_MS = 5_000
COMMANDS = (
    f":config initialNodeDisplay: {ACTORS}",
    ":style node { diameter: 70px; caption: '{name}'; } relationship { font-size: 11px; caption: '<type>'; }",
    ":param name => 'Taliban'",
    (ROOT / "queries" / "ties_of.cypher").read_text(encoding="utf-8"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        server = start(Path(home), bolt_port=_free_port(), http_port=_free_port(), password=None, tell=print)
        try:
            _ingest(server)
            _draw(server)
        finally:
            server.stop()
    print(f"wrote {PICTURE}")


def _ingest(server: Server) -> None:
    command = [sys.executable, "-m", "graphbuilder", "ingest", "samples", "--store", server.bolt_url]
    environment = {**os.environ, "NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    subprocess.run(command, cwd=ROOT, env=environment, check=True)


def _draw(server: Server) -> None:
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        page = browser.new_page(viewport={"width": VIEW[0], "height": VIEW[1]}, device_scale_factor=1.25)
        _log_in(page, server)
        for text in COMMANDS:
            _run(page, text)
        page.get_by_test_id("frame").first.get_by_title("Fullscreen").click()
        page.get_by_title("Collapse the node properties display").click()
        page.wait_for_timeout(SETTLE_MS)
        _spread(page, _ties(server))
        page.screenshot(path=PICTURE)
        browser.close()


def _log_in(page: Page, server: Server) -> None:
    page.goto(server.browser_url)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.http_url)
    page.get_by_test_id("username").fill(server.username)
    page.get_by_test_id("password").fill(server.password)
    page.get_by_test_id("connect").click()
    page.get_by_text(":play start").wait_for()


def _run(page: Page, text: str) -> None:
    page.get_by_test_id("activeEditor").locator(".monaco-editor").first.click()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("ControlOrMeta+V")
    page.get_by_test_id("editor-Run").click()
    page.wait_for_timeout(SETTLE_MS // 2)


def _spread(page: Page, ties: list[tuple[str, str]]) -> None:
    """Drag the actors onto an ellipse around the Taliban, those with ties of their own side by side."""
    shown = page.locator("svg.neod3viz g.node")
    names = {str(node.get_attribute("aria-label")): (node.text_content() or "").strip() for node in shown.all()}
    centre = next(node for node, name in names.items() if name == "Taliban")
    middle = (VIEW[0] / 2 + 20, VIEW[1] / 2 + 30)
    _drag(page, centre, middle)
    order = _side_by_side([node for node in names if node != centre], ties)
    room = {node: 2 if sum(centre in tie and node in tie for tie in ties) > 2 else 1 for node in order}
    passed = 0.0
    for node in order:
        turn = 2 * math.pi * (passed + room[node] / 2) / sum(room.values()) - math.pi
        passed += room[node]
        _drag(page, node, (middle[0] + RADIUS[0] * math.cos(turn), middle[1] + RADIUS[1] * math.sin(turn)))
    page.mouse.move(2, VIEW[1] - 2)
    page.wait_for_timeout(SETTLE_MS)


def _side_by_side(nodes: list[str], ties: list[tuple[str, str]]) -> list[str]:
    """The nodes in an order in which each is followed by one that it is tied to, where there is one left."""
    tied = {node: [b if a == node else a for a, b in ties if node in (a, b)] for node in nodes}
    left = sorted(nodes, key=lambda node: len({other for other in tied[node] if other in nodes} - {node}) or ACTORS)
    order: list[str] = []
    while left:
        near = [node for node in left if order and node in tied[order[-1]]]
        order.append((near or left)[0])
        left.remove(order[-1])
    return order


def _drag(page: Page, node: str, target: tuple[float, float]) -> None:
    page.mouse.move(*_place(page, node))
    page.mouse.down()
    page.mouse.move(*target, steps=10)
    page.mouse.up()
    page.wait_for_timeout(300)


def _place(page: Page, node: str) -> tuple[float, float]:
    """The middle of a drawn node."""
    box = page.locator(f"svg.neod3viz g.node[aria-label={node}] circle.b-outline").bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _ties(server: Server) -> list[tuple[str, str]]:
    """Both ends of each tie, named as Neo4j Browser marks its nodes."""
    os.environ |= {"NEO4J_USERNAME": server.username, "NEO4J_PASSWORD": server.password}
    with connect(server.bolt_url) as store:
        rows = store.run("MATCH (a:Actor)-->(b:Actor) RETURN id(a) AS a, id(b) AS b")
    return [(f"graph-node{row['a']}", f"graph-node{row['b']}") for row in rows]


def _free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


if __name__ == "__main__":
    main()
