"""Web pages give their main text and what they say about themselves, from a file and from a server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from read_cases import BODY, MENU, PAGE, attempt, write


def test_a_page_gives_main_text_and_what_it_says_about_itself(tmp_path: Path) -> None:
    [article], rejected = attempt(write(tmp_path / "page.html", PAGE))
    header = article.publication
    assert rejected == []
    assert article.text.startswith(f"Council denies talks\n\n{BODY.strip()}\n\nThe council and the guard")
    assert "Home" not in article.text
    assert "Tweet" not in article.text
    assert (header.title, header.author, header.outlet) == ("Council denies talks", "Mina Darwesh", "Hill Courier")
    assert (header.published, header.url) == (date(2021, 3, 4), "https://hill.example/news/1")


@pytest.fixture
def site() -> Iterator[str]:
    """A web server with one article at ``/article``, a page without one at ``/menu``, and nothing else."""

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = {"/article": PAGE.replace("canonical", "icon"), "/menu": MENU}.get(self.path.partition("?")[0])
            self.send_response(200 if page else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((page or "not here").encode())

        def log_message(self, format: str, *args: object) -> None:
            """Keep quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_url_is_fetched(site: str) -> None:
    [article], rejected = attempt(f"{site}/article?utm_source=x")
    assert rejected == []
    assert article.publication.title == "Council denies talks"
    assert article.publication.location == f"{site}/article?utm_source=x"
    assert article.publication.url == f"{site}/article"


@pytest.mark.parametrize(("path", "reason"), [("/gone", "status 404"), ("/menu", "without article text")])
def test_a_url_without_an_article_is_rejected(site: str, path: str, reason: str) -> None:
    articles, [(place, said)] = attempt(site + path)
    assert articles == []
    assert place == site + path
    assert reason in said
