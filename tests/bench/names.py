"""Finding and clustering names: how fast, how much memory, how both grow; and how many known people are found.

    python -m tests.bench.names

Reads the news archive and the annotated incidents beside the repository; what is not there is skipped.
"""

from __future__ import annotations

import gzip
import json
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import Any

from reconcile import Article, extract
from reconcile.align.clusters import cluster
from reconcile.claims.name import NameClaim
from reconcile.language.document import Document
from reconcile.language.names.lore import compare, person_name
from reconcile.language.names.same_thing import telling_words
from reconcile.values.romanization import consonants, eastern_sound, folded, latin, sound

SHARED = Path(__file__).parents[3] / "shared" / "data"
ARCHIVE = SHARED / "archive" / "news.jsonl.gz"
PAIRS = SHARED / "pairs"
MOST = 50_000
KEPT = (
    person_name,
    compare,
    folded,
    latin,
    sound,
    consonants,
    eastern_sound,
    telling_words,
)  # each run starts cold


def main() -> None:
    """Prints every figure that the inputs at hand allow."""
    if ARCHIVE.is_file():
        names = speed()
        growth(names)
    if (PAIRS / "incidents-gold.jsonl").is_file():
        people()


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON lines file, compressed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from (json.loads(line) for line in data.splitlines())


def speed() -> list[tuple[str, str]]:
    """Prints how long finding mentions takes; returns the names of the archive, the most frequent first."""
    texts = [row["text"] for row in rows(ARCHIVE)]
    size = sum(map(len, texts))
    start = time.process_time()
    found = Counter((m.kind, text[m.start : m.end]) for text in texts for m in Document(text).mentions)
    spent = time.process_time() - start
    print(
        f"mentions: {spent / size * 6500 * 1000:.2f} ms per 6,500 characters, {size / spent:,.0f} characters a second"
    )
    return [name for name, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def growth(names: list[tuple[str, str]]) -> None:
    """Prints the time and memory of clustering 5,000 and 50,000 names, and the exponent between them.

    The 5,000 are every tenth of the 50,000, so that both hold the same mix of names; the 5,000 most frequent, which are
    shorter than the rest, are timed too.
    """
    names = names[:MOST]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cluster(names[:100])  # the lexicon is loaded once, whatever the size
    tenth = timed("every tenth", names[::10])
    timed("the most frequent", names[:5_000])
    whole = timed("all", names)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"growth exponent {log(whole / tenth) / log(10):.2f}; memory of clustering {(after - before) / 1024:.0f} MB"
    )


def timed(label: str, names: list[tuple[str, str]]) -> float:
    """The least of three times that clustering `names` takes, each from cold caches; prints it."""
    took = []
    for _ in range(3):
        for kept in KEPT:
            kept.cache_clear()
        start = time.process_time()
        found = cluster(names)
        took.append(time.process_time() - start)
    sizes, refused = len(set(found.root)), len(found.refused)
    print(
        f"clustering {len(names):,} names ({label}): {min(took):.2f} s, {sizes:,} clusters, {refused:,} pairs refused"
    )
    return min(took)


def people() -> None:
    """Prints the recall of persons with a name and an age whose name stands in an article of their incident."""
    texts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(PAIRS / "incidents-articles.jsonl.gz"):
        texts[str(row["cluster"])].append(row)
    known: dict[str, list[str]] = {}
    wanted = found = 0
    for incident in rows(PAIRS / "incidents-gold.jsonl"):
        for person in incident["participants"]:
            name = person.get("name")
            if not name or not person.get("age"):
                continue
            exact = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
            held = [row for row in texts[str(incident["cluster"])] if exact.search(row["text"])]
            if not held:
                continue
            wanted += 1
            found += any(_named(row, name, known) for row in held)
    print(
        f"people with a name and an age, named in an article: {found} of {wanted} found, recall {found / max(1, wanted):.3f}"
    )


def _named(row: dict[str, Any], name: str, known: dict[str, list[str]]) -> bool:
    if row["id"] not in known:
        claims = extract(Article(id=row["id"], text=row["text"]))
        known[row["id"]] = [c.value for c in claims if isinstance(c, NameClaim) and c.kind == "person"]
    return name in known[row["id"]]


if __name__ == "__main__":
    main()
