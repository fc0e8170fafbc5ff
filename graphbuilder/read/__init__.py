"""From paths, URLs and streams to articles: the first stage.

sources      which reader a location needs; folders, standard input, URLs
text, html, jsonl   one kind of source each
assemble     what all kinds share: limits, language, the end that is no article, the id
header       title, author, date and outlet as they stand in plain text
"""

from graphbuilder.read.sources import read

__all__ = ["read"]
