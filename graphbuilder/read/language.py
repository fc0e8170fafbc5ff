"""Only English is read; an article in another language is told, not misread."""

from __future__ import annotations

from functools import cache
from typing import Any

from graphbuilder.errors import ReadError

_SAMPLE = 4_000
_FEWEST_LETTERS = 40
"""A headline of names looks like any language."""
_LEAST_OTHER = 0.5
_MOST_ENGLISH = 0.005

_NAMES = {
    "ar": "Arabic", "arz": "Arabic", "az": "Azerbaijani", "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "my": "Burmese",
    "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def refuse_other_languages(text: str) -> None:
    """Let English pass, and what is too short or too mixed to tell.

    Raises:
        ReadError: the text is in another language, beyond doubt.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return
    ranked = _identifier().rank(sample)
    code, certainty = ranked[0]
    if certainty >= _LEAST_OTHER and dict(ranked)["en"] < _MOST_ENGLISH:
        name = f"{_NAMES[code]} ({code})" if code in _NAMES else f"the language {code}"
        raise ReadError(f"looks like {name}, only English is read; translate it or leave it out")


@cache
def _identifier() -> Any:
    """The model, loaded once: about half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
