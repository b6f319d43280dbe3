"""JSON Lines: one article a line, with `text` and what else is known (title, publisher, published, url, agency)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from reconcile.sources.article import Article, Stamp
from reconcile.sources.credits import agency_of, credited_outlet
from reconcile.sources.source_file import SourceFile

SUFFIXES = (".jsonl", ".ndjson")

_NAMES = {
    "text": ("text", "body", "content"),
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet"),
    "published": ("published", "date", "published_at"),
    "agency": ("agency",),
    "url": ("url", "link"),
    "language": ("language", "lang"),
    "trust": ("trust",),
}


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields the articles of the file. A broken line is noted and skipped; offsets are in the record's text."""
    start = 0
    for number, line in enumerate(source.text.split("\n"), 1):
        record = _record(source, line.strip("\ufeff \t"), number)
        text = _field(record, "text") if record else None
        if record and text is None:
            source.note("E-RECORD", "has no text", number)
        elif record and text:
            yield _article(source, record, text, f"{identity}#{number}", start, number)
            start += len(text) + 1


def _article(
    source: SourceFile, record: dict[str, Any], text: str, name: str, start: int, number: int
) -> Article:
    publisher, url = _field(record, "publisher"), _field(record, "url")
    stated = _field(record, "published")
    stamps = [Stamp("front matter", stated)] if stated else []
    if url:
        stamps.append(Stamp("url", url))
    return Article(
        id=name,
        text=text,
        path=source.path,
        title=_field(record, "title"),
        publisher=publisher or credited_outlet(url),
        agency=_field(record, "agency") or agency_of(text, "", publisher),
        url=url,
        language=_field(record, "language") or "en",
        trust=_field(record, "trust"),
        start=start,
        line=number,
        stamps=tuple(stamps),
    )


def _record(source: SourceFile, line: str, number: int) -> dict[str, Any] | None:
    if not line:
        return None
    try:
        found = json.loads(line, parse_constant=_refused, object_pairs_hook=_once)
    except RecursionError:
        source.note("E-DEPTH", "is nested too deeply", number)
    except ValueError as error:
        source.note("E-JSON", f"is not JSON: {error}", number)
    else:
        if isinstance(found, dict):
            return found
        source.note("E-RECORD", "is not an object", number)
    return None


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice")
        found[key] = value
    return found


def _field(record: dict[str, Any], name: str) -> str | None:
    for key in _NAMES[name]:
        value = record.get(key)
        if isinstance(value, str) and value:
            return value
    return None
