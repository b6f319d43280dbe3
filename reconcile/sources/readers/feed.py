"""RSS and Atom feeds: one article an item. Read with the tolerant parser, which knows no entity definitions."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.sources.article import Article, Stamp
from reconcile.sources.credits import agency_of, credited_outlet
from reconcile.sources.source_file import SourceFile

SUFFIXES = (".rss", ".atom", ".xml")


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields the items of the feed that hold words; offsets are in the extracted text."""
    from reconcile.sources.feeds import Feed, day_of, plain  # only feeds pay for the parser

    feed = Feed()
    feed.feed(source.text)
    feed.close()
    start = 0
    for number, (line, item) in enumerate(feed.items, 1):
        title = plain(item.get("title", ""))
        words = plain(item.get("text") or item.get("summary", ""))
        text = f"{title}\n{words}".strip()
        if not text:
            continue
        publisher = plain(item.get("publisher") or feed.title) or None
        stated, url = day_of(item.get("published") or item.get("updated", "")), item.get("url", "").strip()
        stamps = ([Stamp("list entry", stated)] if stated else []) + ([Stamp("url", url)] if url else [])
        yield Article(
            id=f"{identity}#{number}",
            text=text,
            path=source.path,
            title=title or None,
            publisher=publisher or credited_outlet(url),
            agency=agency_of(text, "", publisher),
            url=url or None,
            start=start,
            line=line,
            stamps=tuple(stamps),
        )
        start += len(text) + 1
