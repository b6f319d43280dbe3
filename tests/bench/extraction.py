"""All claim types together: articles a second on one core, beside what other tools do with the same texts.

Run with `python -m tests.bench.extraction`. Reads every twelfth article of the news archive of ../shared when it is
there, else the example's sources over and over. dateparser and spaCy come with the extra `bench`; what is not
installed is said and left out. Times are processor time, the least of three.
"""

from __future__ import annotations

import gzip
import importlib
import json
import math
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from reconcile import Article, extract
from reconcile.cli import start_fast

ROOT = Path(__file__).resolve().parents[2]
ARCHIVE = ROOT.parent / "shared" / "data" / "archive" / "news.jsonl.gz"
MOST = 300  # articles; the slow tools get a tenth of them, or fewer
EVERY = 12
HOSTILE = {
    "deaths": "killed dead: ",
    "articles": "a a a a ",
    "names with ages": "Ann Lee, 71, ",
    "tolls": "22 people were killed, ",
    "prepositions": "in the ",
    "quotation marks": "\"' “ ",
    "line ends": "\n\n\n",
    "initials": "A. B. ",
    "denials": "not no never ",
}
SIZES = (16_000, 1_000_000)


def articles() -> list[Article]:
    """A sample of the archive with its dates; without it, the example's sources repeated."""
    if ARCHIVE.is_file():
        with gzip.open(ARCHIVE, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for at, line in enumerate(lines) if at % EVERY == 0]
        return [
            Article(id=row["id"], title=row["title"], text=row["text"], published=row["published"])
            for row in rows[:MOST]
        ]
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "sources").iterdir())]
    return [
        Article(id=f"{turn}-{at}", text="\n\n".join([text] * 3), published="2025-07-14")
        for turn in range(MOST // len(texts))
        for at, text in enumerate(texts)
    ]


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The least processor time that `work` took."""
    taken = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return min(taken)


def exponent(unit: str) -> tuple[float, float]:
    """How time grows from the smaller to the larger text of repeated `unit`, and the larger one's time."""
    taken = []
    for size, rounds in zip(SIZES, (3, 1), strict=True):
        # a longer text each round: what is kept of the texts looked at last must not help
        texts = [(unit * (size // len(unit) + rounds))[: size + turn] for turn in range(rounds)]
        articles = iter([Article(id="a", text=text, published="2025-07-14") for text in texts])
        taken.append(seconds(lambda left=articles: extract(next(left)), rounds))
    return math.log(taken[1] / taken[0]) / math.log(SIZES[1] / SIZES[0]), taken[1]


def main() -> None:
    """Prints the figures and the ratios, then how extraction grows on hostile input."""
    start_fast()  # as the command does
    read = articles()
    size = sum(len(article.text) for article in read)
    for article in read[
        :30
    ]:  # lexicons are loaded and patterns compiled once; documents kept are of these texts
        extract(Article(id=article.id, text=f"{article.text}\n", published="2025-07-14"))
    took = seconds(lambda: [extract(article) for article in read])
    ours = size / took
    print(
        f"extraction: {len(read) / took:.0f} articles a second on one core, {size // len(read):,} characters each: {ours:,.0f} characters a second"
    )
    texts = [article.text for article in read]
    others = {
        "dateparser's search": _dateparser(texts[::20], {}),
        "dateparser's search, told that it is English": _dateparser(texts[::10], {"languages": ["en"]}),
        "spaCy's blank pipeline with sentencizer": _spacy(texts),
    }
    for name, speed in others.items():
        if speed is None:
            print(f"extraction: {name}: not installed (pip install -e '.[bench]'): left out")
        else:
            print(
                f"extraction: {name}: {speed:,.0f} characters a second on the same texts; ours is {ours / speed:.2f} times that"
            )
    for name, unit in HOSTILE.items():
        growth, last = exponent(unit)
        print(f"extraction: exponent {growth:.2f} on {name}, {SIZES[-1]:,} characters in {last:.2f} s")


def _dateparser(texts: list[str], settings: dict[str, list[str]]) -> float | None:
    """Characters a second of dateparser's search for dates."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        search(texts[0][:500], **settings)
        return sum(map(len, texts)) / seconds(lambda: [search(text, **settings) for text in texts], 1)


def _spacy(texts: list[str]) -> float | None:
    """Characters a second of spaCy's blank English pipeline, which cuts words and sentences and no more."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline(texts[0])
    return sum(map(len, texts)) / seconds(lambda: [pipeline(text) for text in texts])


if __name__ == "__main__":
    main()
