"""How two spellings of a name are made comparable."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[\s\-–—/_]+")
_PIECES = re.compile(r"[a-z]+|[0-9]+")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def fold_word(word: str) -> str:
    """A word without case, accents and punctuation: ``U.S.`` and ``us`` are equal."""
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = word if word.isascii() else unicodedata.normalize("NFKD", word)
    return _NOT_WORD.sub("", plain.encode("ascii", "ignore").decode().casefold())


def fold_words(name: str) -> tuple[str, ...]:
    """The folded words of a name; hyphens and slashes part words, so ``al-Qaeda`` equals ``Al Qaeda``."""
    return tuple(piece for piece in map(fold_word, _SEPARATORS.split(name)) if piece)


def fold_pieces(word: str) -> list[str]:
    """A word as letters and figures apart, a genitive too: ``M-19`` is m, 19; ``People's`` is people, s."""
    if word.isascii() and word.isalpha():
        return [word.lower()]
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode() if not word.isascii() else word
    parts = re.sub(r"['’](?=s\b)", " ", word.replace("’", "'")).split() if "'" in word or "’" in word else [plain]
    return [piece for part in parts for piece in _PIECES.findall(fold_word(part))]


def name_pieces(name: str) -> tuple[str, ...]:
    """The pieces of all words of a name."""
    return tuple(piece for word in _SEPARATORS.split(name) for piece in fold_pieces(word))


def fold_name(name: str) -> str:
    """A name as a key: folded, without a leading article or a final possessive."""
    if name.isascii() and name.isalnum():
        return name.lower()
    words = fold_words(re.sub(r"['’]s\b", "", name))
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)
