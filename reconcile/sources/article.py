"""The article: one text by one publisher, and when it was published, with the derivation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text by one publisher. `start` and `end` say where it stands in the decoded source file.

    `text` is the article's own text; when the article is part of a larger file, a span's offsets in the file
    are `start` plus its offsets in `text`. `skip` holds the stretches of `text` (start, end) that are page
    furniture, not the article's words: nothing is extracted from them.

    `published` may be given as a date or an ISO string (`2025-07-11`, `2025-07`, `2025`). Lone surrogates in `text`,
    which no file format can hold, are replaced one for one; a `url` that is no address of the web is left out.
    """

    id: str
    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    published: Published | None = None
    url: str | None = None
    language: str = "en"
    trust: str | None = None
    start: int = 0
    line: int = 1  # of the article's first line in the file
    column: int = 1  # of the article's first character in that line
    skip: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = field(default=())  # what the reader repaired or found odd
    stamps: tuple[Stamp, ...] = ()  # what the page says about its date, for the solver
    conflicts: tuple[Conflict, ...] = ()  # what the solver could not make agree

    def __post_init__(self) -> None:
        for name in ("id", "text"):
            if not isinstance(getattr(self, name), str):
                raise TypeError(f"the {name} of an article is a string, not {getattr(self, name)!r:.80}")
        try:
            self.text.encode()
        except UnicodeEncodeError:
            object.__setattr__(self, "text", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", self.text))
        stated: Any = self.published
        if not isinstance(stated, Published | None):
            object.__setattr__(self, "published", _published(stated))
        # A `javascript:` link must never reach a report.
        if self.url is not None and not self.url.lower().startswith(("http://", "https://")):
            object.__setattr__(self, "url", None)

    @property
    def end(self) -> int:
        """Where the article ends in the decoded source file."""
        return self.start + len(self.text)


def _published(stated: Any) -> Published | None:
    """The publication date as a caller states it. Raises ValueError for what is no date."""
    if isinstance(stated, date):
        return Published(interval=Interval.day(stated), how="stated")
    if isinstance(stated, str):
        return Published(interval=Interval.parse(stated), how="stated") if stated.strip() else None
    raise ValueError(f"not a date: {stated!r:.80}")
