"""What the tests of reading share: short articles written for them, and one way to read."""

from __future__ import annotations

from pathlib import Path

from graphbuilder.model import Article
from graphbuilder.read import read

BODY = (
    "The council of the eastern valleys said on Monday that it had never met an envoy of the Red Banner Front. "
    "A colonel of the border guard told reporters that the commander of the Front had been seen twice in the village.\n"
)
SPANISH = (
    "El consejo de los valles dijo el lunes que nunca se había reunido con los enviados del Frente, y que los rumores "
    "de un pacto secreto eran falsos. Un coronel de la guardia fronteriza afirmó lo contrario.\n"
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Council denies talks - Hill Courier</title>
<meta property="og:site_name" content="Hill Courier"><meta name="author" content="Mina Darwesh">
<meta property="article:published_time" content="2021-03-04T10:00:00Z">
<link rel="canonical" href="https://Hill.example/news/1/?utm_source=feed#top"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Council denies talks</h1><p>{BODY}</p>
<p>The council and the guard have quarrelled over grazing land for as long as anyone can recall.</p></article>
<footer>Share Tweet</footer></body></html>"""
MENU = "<html><head><title>Hill Courier</title></head><body><nav><a href='/'>Home</a></nav></body></html>"


def attempt(*locations: str | Path) -> tuple[list[Article], list[tuple[str, str]]]:
    """What could be read, and what was rejected with which reason."""
    rejected: list[tuple[str, str]] = []
    articles = list(read(map(str, locations), reject=lambda place, reason: rejected.append((place, reason))))
    return articles, rejected


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path
