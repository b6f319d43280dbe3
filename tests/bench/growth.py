"""How the cost of each stage grows with a text that is made to hurt: 1 is linear, 2 is quadratic.

Run with `python -m tests.bench.growth`. Times are processor time, the least of two; the layers that a stage builds on
are made before its clock starts. Every stage and text whose exponent is above 1.1 is printed, then the worst of all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import log
from time import process_time

from reconcile.claims import anniversary, date, duration, ownership, participation, place, role, state
from reconcile.claims.reading import Reading
from reconcile.language.document import Document
from reconcile.language.speech.quotations import scan_marks
from reconcile.sources.article import Article, Published
from reconcile.sources.dating import date_articles
from reconcile.sources.reading import read_source
from reconcile.sources.source_file import SourceFile
from reconcile.values.dates import Interval
from tests.hostile import MARKS, NAMES, PAGES, POSTS, SPEECH, TIMES

SMALL, LARGE = 16_000, 128_000
NOTED = 1.1
PUBLISHED = Published(interval=Interval.parse("2024-05-02"), how="stated")


def stages() -> Iterator[tuple[str, str, Callable[[str], float]]]:
    """Every stage with each of its texts, and what gives the seconds that it takes for a text."""
    for name in ("a.txt", "a.html"):
        for unit in PAGES:
            yield f"reading {name}", unit, partial(_page, name)
    for unit in MARKS:
        yield "quotation marks", unit, _marks
    for unit in NAMES:
        yield "names", unit, _names
    for unit in SPEECH:
        yield "attributions", unit, _attributions
    for modules, units in (
        ((anniversary, date, duration), TIMES),
        ((role, place, participation, state, ownership), POSTS),
    ):
        for module in modules:
            for unit in units:
                yield f"claims of type {module.TYPE}", unit, partial(_claims, module)


def _page(name: str, text: str) -> float:
    began = process_time()
    date_articles(read_source(SourceFile(name, text.encode())))
    return process_time() - began


def _marks(text: str) -> float:
    began = process_time()
    scan_marks(text)
    return process_time() - began


def _names(text: str) -> float:
    document = Document(text)
    began = process_time()
    _ = document.mentions
    return process_time() - began


def _attributions(text: str) -> float:
    document = Document(text)
    _ = document.mentions, document.sentences, document.quotations
    began = process_time()
    _ = document.attributions
    return process_time() - began


def _claims(module: object, text: str) -> float:
    reading = Reading(Article(id="a", text=text, published=PUBLISHED))
    for layer in ("times", "mentions", "sentences", "quotations"):
        getattr(reading.document, layer)
    reading.document.said_by(0, 1)
    began = process_time()
    list(module.extract(reading))  # type: ignore[attr-defined]  # every claim type has it
    return process_time() - began


def main() -> None:
    """Prints what grows faster than the text, and the worst exponent."""
    found: list[tuple[float, str]] = []
    for stage, unit, seconds in stages():
        # Each round reads a text of its own, so that nothing of it is known already.
        costs = [
            min(seconds(f"{turn} {unit * (size // len(unit))}") for turn in range(2))
            for size in (SMALL, LARGE)
        ]
        if costs[1] > 0.02:  # what takes less is the clock's own grain
            found.append((log(costs[1] / max(costs[0], 1e-4)) / log(LARGE / SMALL), f"{stage} on {unit!r}"))
    for exponent, what in sorted(found, reverse=True):
        if exponent > NOTED:
            print(f"growth: exponent {exponent:.2f} for {what}")
    worst = max(found)
    print(
        f"growth: {len(found)} stages and texts measured; the worst exponent is {worst[0]:.2f}, for {worst[1]}"
    )


if __name__ == "__main__":
    main()
