"""How many functions extraction calls an article: a figure that no busy machine changes.

Run with `python -m tests.bench.calls`. Reads the example's sources, each once before, so that lexicons and patterns are
at hand. Calls of Python and of built-in functions both count, with one hash seed: a figure that grows tells of work that
was added.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from reconcile import Article, extract, read

ROOT = Path(__file__).resolve().parents[2]
SHOWN = 8  # the modules that call most


def articles() -> list[Article]:
    """The articles of the example workspace."""
    return [article for path in sorted((ROOT / "sources").iterdir()) for article in read(path)]


def calls(work: list[Article]) -> Counter[str]:
    """How many calls each module makes while the claims of `work` are extracted."""
    made: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: Any) -> None:
        if event in ("call", "c_call"):
            made[frame.f_globals.get("__name__", "")] += 1

    sys.setprofile(count)
    try:
        for article in work:
            extract(article)
    finally:
        sys.setprofile(None)
    return made


def main() -> None:
    """Prints the calls an article and a thousand characters, and which modules make most of them."""
    if os.environ.get("PYTHONHASHSEED") != "0":  # the order of sets decides how soon a look-up ends
        seeded = os.environ | {"PYTHONHASHSEED": "0"}
        subprocess.run([sys.executable, "-m", "tests.bench.calls"], check=True, env=seeded)
        return
    known = articles()
    for article in known:
        extract(article)
    fresh = [replace(article, text=f"{article.text}\n") for article in known]  # no layer of theirs is kept
    made = calls(fresh)
    size = sum(len(article.text) for article in fresh)
    total = made.total()
    print(
        f"calls: {total / len(fresh):,.0f} an article of the example, {1000 * total / size:,.0f} in 1,000 characters"
    )
    for module, count in made.most_common(SHOWN):
        print(f"calls: {count / len(fresh):,.0f} in {module}")


if __name__ == "__main__":
    main()
