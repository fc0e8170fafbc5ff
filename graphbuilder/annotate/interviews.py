"""Who speaks without quotation marks: the answers of an interview, and the turns of a transcript ("Khan: No, ...")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from graphbuilder.annotate.entity import Annotated, NameSpan, Speech
from graphbuilder.annotate.units import Unit
from graphbuilder.lexicon import Lexicon

_HEAD_UNITS = 3


def turns(annotated: Annotated, *, lexicon: Lexicon) -> list[Speech]:
    """The stretches that somebody says in answer to questions, or behind his name and a colon."""
    return [*_answers(annotated, lexicon), *_labelled(annotated)]


def _answers(annotated: Annotated, lexicon: Lexicon) -> Iterator[Speech]:
    """Every second paragraph from the first question on, if the head of the article calls it an interview."""
    doc, units = annotated.doc, annotated.units
    whole = doc.text
    texts = [whole[unit.start : unit.end].strip() for unit in units]
    asked = [n for n, text in enumerate(texts) if n > 0 and text.endswith("?")]
    if len(asked) < 2 or not any(_announces(text, lexicon) for text in texts[:_HEAD_UNITS]):
        return
    speaker = _interviewed(annotated, units[: asked[0]])
    if speaker is None:
        return
    answering = False
    for n, unit in enumerate(units[asked[0] :], asked[0]):
        answering = n not in asked and not answering
        span = doc.char_span(unit.start, unit.end, alignment_mode="expand")
        if answering and span is not None:
            yield Speech(span.start, span.end, speaker)


def _interviewed(annotated: Annotated, units: Sequence[Unit]) -> int | None:
    """The first person named between byline and questions."""
    text = [unit for unit in units if unit.kind == "paragraph"]
    people = (span for span in annotated.names if span.entity.kind == "person" and span.form == "name")
    starts = ((span, annotated.doc[span.start].idx) for span in people)
    return next((span.end - 1 for span, at in starts if any(u.start <= at < u.end for u in text)), None)


def _announces(text: str, lexicon: Lexicon) -> bool:
    return any(word.strip(":,.") in lexicon.interviews for word in text.lower().split())


def _labelled(annotated: Annotated) -> Iterator[Speech]:
    """Turns behind a person's name and a colon, up to the next one or the end of the paragraph."""
    doc = annotated.doc
    labels = [span for span in annotated.names if _is_label(doc, span)]
    if len(labels) < 2:
        return
    colons = (t.i for t in doc[1:] if t.text == ":" and doc[t.i - 1].text[:1].isupper())
    others = [annotated.name_at[n - 1].start if n - 1 in annotated.name_at else n - 1 for n in colons]
    for span in labels:
        unit = annotated.unit_of(doc[span.start].idx)
        ends = [n for n in others if n > span.end]
        last = next((t.i for t in doc[span.end :] if unit is not None and t.idx >= unit.end), len(doc))
        yield Speech(span.end + 1, min([last, *ends]), span.end - 1)


def _is_label(doc: Doc, span: NameSpan) -> bool:
    opens = span.start == 0 or doc[span.start].is_sent_start or doc[span.start - 1].text in {".", "?", "!"}
    closed = span.end < len(doc) - 1 and doc[span.end].text == ":" and doc[span.end + 1].text not in {'"', "“", "\n"}
    return bool(opens and closed and span.entity.kind == "person")
