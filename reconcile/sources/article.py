"""The article: one text by one publisher, and when it was published, with the derivation."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic.dataclasses import dataclass

from reconcile.values.dates import Interval
from reconcile.values.regex import regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """When an article was published: an interval, and how it is known in one sentence."""

    interval: Interval
    how: str
    narrow: Interval | None = (
        None  # where the text's own weekdays tell more than is worth stating as the date
    )

    @property
    def anchor(self) -> Interval:
        """What relative times in the text count from: the interval, or a narrower one inside it."""
        return self.narrow or self.interval

    @property
    def value(self) -> str:
        """The date as far as it is known: `2025-07-11`, `2025-07`, `2025`."""
        return self.interval.iso


def _published(value: Any) -> Any:
    """Accepts a date or an ISO string (`2025-07-11`, `2025-07`, `2025`) where a caller states the date."""
    if isinstance(value, date):
        return Published(interval=Interval.day(value), how="stated")
    if isinstance(value, str):
        return Published(interval=Interval.parse(value), how="stated") if value.strip() else None
    return value


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words on the page that date the article, as found: `kind` says where ("front matter", "heading", …).

    `start` is where they stand in the decoded file, None when they are not part of its words (a URL, markup).
    """

    kind: str
    words: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements about one publication date that cannot both hold, each with where its words stand."""

    first: Stamp
    second: Stamp
    because: str
    day: date | None = None  # of an event told as past
    days_late: int | None = None  # how long after publication that day lies


_SURROGATE = regex("[\ud800-\udfff]")


def _text(value: Any) -> Any:
    """Replaces lone surrogates, which no file format can hold, one for one."""
    if isinstance(value, str) and not value.isascii():
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value)
    return value


def _web_address(value: Any) -> Any:
    """Only addresses of the web are kept: a `javascript:` link must never reach a report."""
    if isinstance(value, str) and not value.lower().startswith(("http://", "https://")):
        return None
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text by one publisher. `start` and `end` say where it stands in the decoded source file.

    `text` is the article's own text; when the article is part of a larger file, a span's offsets in the file
    are `start` plus its offsets in `text`. `skip` holds the stretches of `text` (start, end) that are page
    furniture, not the article's words: nothing is extracted from them.
    """

    id: str
    text: Annotated[str, BeforeValidator(_text)]
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: Annotated[Published | None, BeforeValidator(_published)] = None
    url: Annotated[str | None, BeforeValidator(_web_address)] = None
    language: str = "en"
    trust: str | None = None
    start: int = 0
    line: int = 1  # of the article's first line in the file
    column: int = 1  # of the article's first character in that line
    skip: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = field(default=())  # what the reader repaired or found odd
    stamps: tuple[Stamp, ...] = ()  # what the page says about its date, for the solver
    conflicts: tuple[Conflict, ...] = ()  # what the solver could not make agree

    @property
    def end(self) -> int:
        """Where the article ends in the decoded source file."""
        return self.start + len(self.text)
