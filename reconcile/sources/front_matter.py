"""The block of `key: value` lines between two `---` that may open a source file."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.values.regex import regex

_ENTRY = regex(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*?)[ \t]*\Z")
_NAMES = {
    "source": "publisher",
    "outlet": "publisher",
    "site": "publisher",
    "sitename": "publisher",
    "date": "published",
    "pubdate": "published",
    "published_at": "published",
    "wire": "agency",
    "credit": "agency",
    "lang": "language",
    "link": "url",
    "headline": "title",
}
_MAX_LINES = 60


class Entry(NamedTuple):
    """A value and where it stands in the file, without the quotation marks around it."""

    value: str
    start: int
    line: int
    column: int


class FrontMatter(NamedTuple):
    """The entries, and where the article's own text begins."""

    entries: dict[str, Entry]
    end: int = 0  # the offset after the closing line
    lines: int = 0  # how many lines it takes

    def get(self, key: str) -> str | None:
        """The value of `key`, None when it is absent or empty."""
        entry = self.entries.get(key)
        return entry.value or None if entry else None


def read_front_matter(text: str) -> FrontMatter:
    """The front matter of `text`; empty when the text does not open with a complete block."""
    at = 1 if text.startswith("\ufeff") else 0
    if not text.startswith("---\n", at):
        return FrontMatter({})
    entries: dict[str, Entry] = {}
    at, number = at + 4, 2
    while number < _MAX_LINES and at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        if line.rstrip() in ("---", "..."):
            return FrontMatter(entries, min(stop + 1, len(text)), number)
        if found := _ENTRY.match(line):
            key = found[1].lower()
            first, last = found.span(2)
            if last - first >= 2 and line[first] in "\"'" and line[last - 1] == line[first]:
                first, last = first + 1, last - 1
            name = _NAMES.get(key, key)
            entries.setdefault(name, Entry(line[first:last], at + first, number, first + 1))
        at, number = stop + 1, number + 1
    return FrontMatter({})
