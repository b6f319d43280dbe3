"""Reading and dating take linear time on text that is made to hurt."""

from __future__ import annotations

from time import process_time

import pytest

from reconcile.sources.dating import date_articles
from reconcile.sources.reading import read_source
from reconcile.sources.source_file import SourceFile

SEEDS = [
    "a a a a ",
    "1 1 1 1 ",
    "| | | ",
    "\" ' ",
    "time\n",
    "• x\n",
    "on May 5 was ",
    "1999 signed 1999 ",
    "11-11-",
]
SEEDS += [
    "60th anniversary of the A A ",
    "Home\nHome\n",
    "<div>",
    "<a href=x>",
    "(AAA) - ",
    "2011/11/",
    "A year ago today ",
]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
@pytest.mark.parametrize("seed", SEEDS)
def test_hostile_text(name: str, seed: str) -> None:
    def seconds(size: int) -> float:
        text = (seed * (size // len(seed) + 1))[:size]
        start = process_time()
        date_articles(read_source(SourceFile(name, text.encode())))
        return process_time() - start

    seconds(1_000)
    small, large = seconds(20_000), seconds(160_000)
    assert large < 24 * max(small, 0.01)
