"""How fast figures, quantities and ages are found, and that hostile input does not slow them down.

Run with `python -m tests.bench.figures`. Reads the archive of ../shared when present, made-up news otherwise.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from math import log
from pathlib import Path
from time import perf_counter

from reconcile.claims import age, quantity
from reconcile.claims.reading import Reading
from reconcile.language.ages.forms import find_ages
from reconcile.language.figures.numbers import find_numbers
from reconcile.sources.article import Article

ARCHIVE = Path(__file__).resolve().parents[3] / "shared" / "data" / "archive" / "news.jsonl.gz"
MADE_UP = (
    "Police in Brae said 22 people, five of them children, were hurt on Friday. Ada Quill, 41, lost £1. 7m. "
    * 60
)
HOSTILE = {
    "a a a": "a ",
    "1 1 1": "1 ",
    "1,1,1": "1,",
    "one hundred": "one hundred and ",
    "Names": "Ann Lee ",
    "killed": "killed and ",
    "commas": "Ann, 22, ",
}


def texts(most: int = 300) -> list[str]:
    """The first texts of the archive, or made-up news."""
    if not ARCHIVE.exists():
        return [MADE_UP] * 50
    with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(most), lines, strict=False)]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Prints milliseconds an article of 6.5 kB, and the growth exponents on hostile input."""
    read = [Reading(Article(id=str(n), text=text)) for n, text in enumerate(texts())]
    size = sum(len(r.text) for r in read)
    for reading in read:
        _ = (
            reading.document.sentences,
            reading.document.times,
            reading.document.attributions,
            reading.document.mentions,
        )
    steps: dict[str, Callable[[Reading], object]] = {
        "numbers": lambda r: list(find_numbers(r.document.text)),
        "quantities": lambda r: list(quantity.extract(r)),
        "ages": lambda r: list(age.extract(r)),
    }
    for name, step in steps.items():
        took = seconds(lambda step=step: [step(r) for r in read])  # type: ignore[misc]  # bound at once
        print(f"{name}: {took * 1000 * 6500 / size:.2f} ms an article of 6.5 kB")
    for name, unit in HOSTILE.items():
        small, large = (unit * (count // len(unit)) for count in (16_000, 128_000))
        for finder in (find_numbers, find_ages):
            growth = seconds(lambda f=finder, t=large: list(f(t))) / seconds(
                lambda f=finder, t=small: list(f(t))
            )  # type: ignore[misc]  # bound at once
            print(f"{finder.__name__} on {name!r}: exponent {log(growth) / log(8):.2f}")


if __name__ == "__main__":
    main()
