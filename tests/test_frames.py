"""One fact in the frames that newsrooms tell it in: any two of them that cannot both be true make an alarm.

Each file of tests/frames holds a fact: two values that cannot both be true, and the sentences that tell it, with `{}`
where the value stands (`{-}` where it stands before a noun: "12-day"); or sentences (`frames`) each of which every one of
others (`against`) rules out. A frame that is not read, or is read as another event, shows as a pair that does not meet.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
import yaml

from reconcile import Article, check

FRAMES = Path(__file__).parent / "frames"
OPENINGS = (
    "Police in Brae gave details of the case on Friday. ",
    "More of what had happened in Brae became known this week. ",
)


def _article(name: str, opening: str, frame: str, value: str) -> Article:
    told = frame.replace("{-}", value.replace(" ", "-").removesuffix("s")).replace("{}", value)
    return Article(
        id=name, publisher=name.title(), published="2024-05-08", text=f"{opening}{told[0].upper()}{told[1:]}"
    )


@pytest.mark.parametrize("path", sorted(FRAMES.glob("*.yml")), ids=lambda path: path.stem)
def test_frames(path: Path) -> None:
    fact = yaml.safe_load(path.read_text(encoding="utf-8"))
    one, other = fact.get("values", ("", ""))
    pairs = product(fact["frames"], fact["against"]) if "against" in fact else combinations(fact["frames"], 2)
    unmet = []
    for at, (first, second) in enumerate(pairs):
        if at % 2:  # either frame comes first in turn
            first, second = second, first
        articles = [_article("tern", OPENINGS[0], first, one), _article("gull", OPENINGS[1], second, other)]
        if not {"contradiction", "tension"} & {finding.verdict for finding in check(articles).findings}:
            unmet.append((first, second))
    assert not unmet, f"{fact['fact']}: {unmet}"
