"""A feed taken apart into its items, with a parser that knows no entity definitions."""

from __future__ import annotations

import re
from email.utils import parsedate
from html import unescape
from html.parser import HTMLParser

from reconcile.values.regex import regex

_ITEMS = ("item", "entry")
_FIELDS = {
    "title": "title",
    "link": "url",
    "pubdate": "published",
    "published": "published",
    "dc:date": "published",
    "updated": "updated",
    "description": "summary",
    "summary": "summary",
    "content": "text",
    "content:encoded": "text",
    "source": "publisher",
}
_PARAGRAPH = regex(r"</?(?:p|br|div|li|h\d)\b[^<>]*>", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")


def day_of(words: str) -> str:
    """The date as an ISO day where it is an RFC 2822 date, else as it stands."""
    parts = parsedate(words.strip())
    return f"{parts[0]:04d}-{parts[1]:02d}-{parts[2]:02d}" if parts else words.strip()[:10]


def plain(words: str) -> str:
    """Words without markup, a line a paragraph."""
    lines = (
        " ".join(unescape(_TAG.sub(" ", line)).split()) for line in _PARAGRAPH.sub("\n", words).split("\n")
    )
    return "\n".join(line for line in lines if line)


class Feed(HTMLParser):
    """Collects the fields of the items, each with the line it begins on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[tuple[int, dict[str, str]]] = []
        self.title = ""
        self._inside = False
        self._field: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ITEMS:
            self._inside = True
            self.items.append((self.getpos()[0], {}))
        elif tag in _FIELDS:
            self._field = _FIELDS[tag]
            address = dict(attrs).get("href")
            if tag == "link" and address and self._inside:
                self.items[-1][1].setdefault("url", address)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ITEMS:
            self._inside = False
        if tag in _FIELDS:
            self._field = None

    def handle_data(self, data: str) -> None:
        if self._field is None:
            return
        if self._inside:
            known = self.items[-1][1]
            known[self._field] = known.get(self._field, "") + data
        elif self._field == "title" and not self.title:
            self.title = data.strip()

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))
