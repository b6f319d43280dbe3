"""Fits the weights by which `align/likeness.py` tells which claims answer one question, and says how well they do.

Run with `python -m tests.bench.likeness [FOLDER ...]`: folders of marked stories, each with `sources/` and
`gold.yaml`; without any, the development stories of ../shared. Needs scikit-learn (the extra `bench`). Two claims
answer one question when one marked discrepancy or agreement quotes both. What is printed can be put in the place of
`WEIGHTS`; the quality is that on stories left out of the fit.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from reconcile import pipeline
from reconcile.align.figures import like_figures
from reconcile.align.likeness import LEAST, SURE, mutual
from reconcile.align.quotes import like_sayings
from reconcile.align.story import Story
from reconcile.align.times import like_clocks, like_dates, like_lengths
from reconcile.claims.claim import Claim
from reconcile.sources.walk import read_all

STORIES = Path(__file__).resolve().parents[3] / "shared" / "stories" / "dev"
_TIMES = frozenset({"date", "anniversary", "duration", "other"})


class Asked(NamedTuple):
    """What of one claim type is compared, the kinds of gold that ask for it, and the least likelihood used."""

    compared: Callable[[Story], Iterator[tuple[Any, Any, dict[str, float]]]]
    kinds: frozenset[str]
    least: float = LEAST


COMPARED: dict[str, Asked] = {
    "figures": Asked(like_figures.compared, frozenset({"number", "age", "duration"})),
    "lengths": Asked(
        like_lengths.compared,
        frozenset({"number", "age", "duration", "date", "anniversary"}),
    ),
    "dates": Asked(like_dates.compared, _TIMES, like_dates.LEAST),
    "clocks": Asked(like_clocks.compared, _TIMES, like_clocks.LEAST),
    "sayings": Asked(like_sayings.compared, frozenset({"quote", "attribution"}), like_sayings.LEAST),
}
FOLDS = 5  # parts of the stories, each left out of one fit
Pair = tuple[Claim, Claim, dict[str, float], bool]


def marked(story: Story, folder: Path, kinds: frozenset[str]) -> dict[str, set[int]]:
    """From each claim's id to the marked questions that its words answer."""
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    items = [item for item in gold["discrepancies"] if item["kind"] in kinds]
    texts = {path.name: path.read_text(encoding="utf-8") for path in (folder / "sources").iterdir()}
    found: dict[str, set[int]] = defaultdict(set)
    for number, item in enumerate([*items, *(gold.get("agreements") or ())]):
        for side in item["sides"]:
            at = texts[side["doc"]].find(side["quote"])
            for claim in story.claims if at >= 0 else ():
                article = story.articles[claim.span.article]
                start, end = (offset + article.start for offset in (claim.span.start, claim.span.end))
                if Path(article.path).name == side["doc"] and start < at + len(side["quote"]) and at < end:
                    found[claim.id].add(number)
    return found


def compared(folder: Path, asked_of: Asked) -> list[Pair]:
    """The pairs of one story folder, each with what is observed and whether editors mark one question."""
    articles, _ = read_all([folder / "sources"])
    found: list[Pair] = []
    for story in pipeline.read_stories(articles)[0]:
        asked = marked(story, folder, asked_of.kinds)
        found += [
            (first, second, seen, not asked[first.id].isdisjoint(asked[second.id]))
            for first, second, seen in asked_of.compared(story)
        ]
    return found


def main(folders: list[str]) -> None:
    """Prints the weights of each claim type, and how many pairs of left-out stories are right and wrong."""
    try:
        linear = importlib.import_module("sklearn.linear_model")
    except ImportError:
        print("likeness: scikit-learn is not installed (pip install -e '.[bench]'): skipped")
        return
    stories = [
        gold.parent for root in folders or [str(STORIES)] for gold in sorted(Path(root).rglob("gold.yaml"))
    ]
    if not stories:
        print("likeness: no marked stories: skipped")
        return
    for kind, asked_of in COMPARED.items():
        told = [compared(folder, asked_of) for folder in stories]
        names = list(next(pair[2] for pairs in told for pair in pairs))
        right, wrong = [0, 0], [0, 0]
        for out in range(min(FOLDS, len(told))):
            pairs = [pair for left in told[out::FOLDS] for pair in left]
            rest = [pair for at, kept in enumerate(told) if at % FOLDS != out for pair in kept]
            if not pairs or not any(pair[3] for pair in rest):
                continue
            weights = _fit(linear, names, rest)
            likely = weights.predict_proba([[pair[2][name] for name in names] for pair in pairs])[:, 1]
            answer = {(pair[0].id, pair[1].id): pair[3] for pair in pairs}
            scored = [(pair[0], pair[1], float(how)) for pair, how in zip(pairs, likely, strict=True)]
            for first, second, how in mutual(scored, asked_of.least):
                if str(first) != str(second):
                    for at, least in enumerate((asked_of.least, SURE)):
                        (right if answer[first.id, second.id] else wrong)[at] += how >= least
        print(
            f"likeness of {kind}: {len(stories)} stories, a fifth left out at a time; of pairs that differ, "
            f"{right[0]} right and {wrong[0]} not marked from {asked_of.least} on, {right[1]} and {wrong[1]} from {SURE} on"
        )
        weights = _fit(linear, names, [pair for pairs in told for pair in pairs])
        print(f"WEIGHTS = Weights(\n    {weights.intercept_[0]:.2f},\n    {{")
        for name, weight in zip(names, weights.coef_[0], strict=True):
            print(f'        "{name}": {weight:.2f},')
        print("    },\n)")


def _fit(linear: Any, names: list[str], pairs: list[Pair]) -> Any:
    """A logistic regression, held back a little so that rare observations do not run away."""
    model = linear.LogisticRegression(C=10, solver="newton-cholesky")
    return model.fit([[pair[2][name] for name in names] for pair in pairs], [pair[3] for pair in pairs])


if __name__ == "__main__":
    main(sys.argv[1:])
