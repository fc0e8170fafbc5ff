"""The page on extraction tells of the parts that the ablation switches off, and of no other."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

from graphbuilder.extract import stance
from graphbuilder.extract.stance import climb

ROOT = Path(__file__).parents[2]


def test_the_page_has_a_row_for_each_part() -> None:
    spec = importlib.util.spec_from_file_location("ablation", ROOT / "benchmarks" / "ablation.py")
    assert spec is not None
    assert spec.loader is not None
    ablation = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ablation)
    page = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z ]+) \| 0\.", page, flags=re.MULTILINE)
    assert rows == [*ablation.PARTS, ablation.EVERY_CLAIM]
    for switch in ablation.PARTS.values():
        with switch():
            pass
    assert stance.climb is climb
