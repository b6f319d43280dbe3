"""Each YAML file holds one class of expression: a text, its date, and what must be found in it.

A line of `finds` is `words = TYPE value`, with `-> START..END` for the interval where it matters (`none`: none).
Every mention of the text must be listed, in order.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile.language.times import TimeMention, tag_times

FOLDER = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['text'][:40]}")
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_finds(case: dict[str, Any]) -> None:
    published: date | None = case.get("published")
    found = tag_times(case["text"], published)
    wanted = case["finds"] or []
    got = [said(case["text"], mention, line) for mention, line in zip(found, wanted, strict=False)]
    got += [said(case["text"], mention, "") for mention in found[len(wanted) :]]
    assert got == wanted, case.get("why", "")


def said(text: str, mention: TimeMention, like: str) -> str:
    line = f"{text[mention.start : mention.end]} = {mention.type} {mention.value}".rstrip()
    if mention.flaw:
        line += f" ({mention.flaw})"
    if "->" in like:
        line += f" -> {span(mention)}"
    return line


def span(mention: TimeMention) -> str:
    interval = mention.through if mention.through else mention.interval
    if interval is None or interval.start is None or interval.end is None:
        return "none"
    start, end = interval.start.isoformat(timespec="minutes"), interval.end.isoformat(timespec="minutes")
    return f"{start.removesuffix('T00:00')}..{end.removesuffix('T00:00')}"
