"""What a page says about its own article: the date it prints, the agency it credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.values.records import record

TYPE = "source"


@record
class SourceClaim(Claim):
    """A statement of a page about its article. `facet` is published, credited or told (as past).

    `where` is the kind of place that states it: front matter, heading, list entry, dateline, note.
    """

    type: Literal["source"] = "source"
    value: str
    facet: Literal["published", "credited", "told"]
    where: str = ""

    def __str__(self) -> str:
        return self.value


def extract(reading: Reading) -> Iterator[SourceClaim]:
    """Yields the dates that the page prints for the article, what disputes them, and the agency credit."""
    article = reading.article
    size = len(article.text)
    seen = set()
    stamps = [
        *article.stamps,
        *(stamp for conflict in article.conflicts for stamp in (conflict.first, conflict.second)),
    ]
    for stamp in stamps:
        start = None if stamp.start is None else stamp.start - article.start
        if start is None or start in seen or not 0 <= start <= size - len(stamp.words):
            continue
        if article.text[start : start + len(stamp.words)] != stamp.words:
            continue
        seen.add(start)
        facet = "told" if stamp.kind == "text" else "published"
        yield reading.claim(
            SourceClaim, start, start + len(stamp.words), value=stamp.words, facet=facet, where=stamp.kind
        )
    if article.agency and (credit := _credit(article.text, article.agency)):
        yield reading.claim(SourceClaim, *credit, value=article.agency, facet="credited")


def _credit(text: str, agency: str) -> tuple[int, int] | None:
    """Where the agency is credited: in brackets, else wherever it is named."""
    for form in (rf"\([^()\n]{{0,30}}\b{re.escape(agency)}\)", rf"\b{re.escape(agency)}\b"):
        if found := re.search(form, text):
            return found.span()
    return None
