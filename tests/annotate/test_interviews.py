"""Who speaks without quotation marks, in interviews and transcripts."""

from __future__ import annotations

import pytest
from notation import article

from graphbuilder.annotate import annotate

QUESTIONS = (
    "A life in the hills\n{head}\n\nOmar Khan, 50, fought for Hamas until 2011. He lives in Beirut.\n\n"
    "How did you join?\n\nMy uncle took me to Fatah.\n\nAnd the money?\n\nQatar paid us.\n\nA lawyer disagreed."
)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (QUESTIONS.format(head="Interview by Sara Lind"), ["My uncle took me to Fatah.", "Qatar paid us."]),
        (QUESTIONS.format(head="Questions and answers"), []),
        (
            "Omar Khan: Qatar paid Hamas. Sara Lind: Did it pay Fatah? Omar Khan: It paid nobody else.",
            ["Qatar paid Hamas.", "Did it pay Fatah?", "It paid nobody else."],
        ),
        ("Omar Khan: Qatar paid Hamas.", []),
    ],
    ids=["interview", "explainer", "transcript", "one label"],
)
def test_turns(text: str, said: list[str]) -> None:
    (found,) = annotate([article(text)])
    assert [found.doc[s.start : s.end].text.strip() for s in found.speeches] == said
    assert {found.doc[s.speaker].text for s in found.speeches if s.speaker is not None} <= {"Khan", "Lind"}
