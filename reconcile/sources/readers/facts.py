"""`facts.csv`: known facts, one a row, read as a reference source that outranks the others.

Columns: subject, attribute, value, as_of, url. Each row is read as one plain sentence ("The Marigold was built in
1986."), so that it meets the claims of articles on equal terms; offsets are in that text, one line a row.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.sources.article import Article, Published
from reconcile.sources.source_file import SourceFile
from reconcile.values.dates import Interval
from reconcile.values.regex import regex

SUFFIXES = (".csv",)
_COLUMNS = ("subject", "attribute", "value")
_DAY = regex(r"\d{4}-\d{2}-\d{2}\Z")
_YEAR = regex(r"\d{4}(?:-\d{2})?\Z")
_FIGURE = regex(r"[\d.,]+\Z")
_CASUALTIES = ("killed", "injured", "wounded", "missing", "arrested", "displaced", "rescued")


def read(source: SourceFile, identity: str) -> Iterator[Article]:
    """Yields the facts as one article of trust `reference`; nothing when the columns are missing, with a note."""
    import csv  # only files of facts pay for the parser
    import io

    rows = csv.DictReader(io.StringIO(source.text.removeprefix("\ufeff"), newline=""))
    names = [name.strip().lower() for name in rows.fieldnames or ()]
    missing = [name for name in _COLUMNS if name not in names]
    if missing:
        source.note(
            "E-FACTS", f"has no column {', '.join(missing)}; facts need subject, attribute and value", 1
        )
        return
    rows.fieldnames = names
    lines, urls, latest = [], [], ""
    for row in rows:
        cells = {name: (row.get(name) or "").strip() for name in (*_COLUMNS, "as_of", "url")}
        if not all(cells[name] for name in _COLUMNS):
            source.note(
                "E-FACTS", "a fact without a subject, an attribute or a value is left out", rows.line_num
            )
            continue
        lines.append(_sentence(cells["subject"], cells["attribute"].lower(), cells["value"]))
        latest = max(latest, cells["as_of"])
        urls.append(cells["url"])
    yield Article(
        id=identity,
        text="\n".join(lines),
        path=source.path,
        title="Known facts",
        publisher="reference facts",
        published=_published(latest, source),
        url=next((url for url in urls if url), None),
        trust="reference",
    )


def _published(latest: str, source: SourceFile) -> Published | None:
    """When the facts held last, as far as the rows say."""
    try:
        return (
            Published(interval=Interval.parse(latest), how="the latest as_of of the facts")
            if latest
            else None
        )
    except ValueError:
        source.note("E-FACTS", f"as_of {latest!r} is no date")
        return None


def _sentence(subject: str, attribute: str, value: str) -> str:
    if _DAY.match(value) or _YEAR.match(value):
        joint = "on" if _DAY.match(value) else "in"
        return f"{subject} was {attribute} {joint} {value}."
    if attribute == "age":
        return f"{subject} is {value} years old."
    if attribute in _CASUALTIES and _FIGURE.match(value):
        return f"{value} people were {attribute}: {subject}."
    if attribute in ("title", "role", "office"):
        return f"{subject} is the {value}."
    if attribute in ("place", "location", "venue", "city"):
        return f"{subject} took place in {value}."
    return f"{subject}: {attribute} {value}."
