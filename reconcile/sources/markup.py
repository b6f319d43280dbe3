"""HTML to lines of words, with what the markup states about the article. One pass of the standard parser."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from reconcile.values.regex import regex

_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
        " header hr li main nav ol p pre section table tbody td th thead tr ul",
    )
)
_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
_SILENT = frozenset(
    re.findall(
        r"\w+", "script style noscript template svg button select option iframe object math textarea head"
    )
)
_FURNITURE = frozenset(re.findall(r"\w+", "nav footer aside form menu"))
_CLASS = regex(
    r"(?:\A|[\s_-])(?:share|sharing|social|related|comments?|cookies?|consent|newsletter|promo|advert\w*|ads?|sidebar|menu|nav\w*"
    r"|breadcrumbs?|footer|toolbar|recommend\w*|trending|popular|subscribe|signup|paywall|tags|byline|meta|dateline-meta"
    r"|timestamp|widget|banner|popup|modal|teaser|also)(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_DEEPEST = 256  # elements within elements; deeper ones are read as if they were not there
_SPACE = regex(r"[ \t\r\n\f\v]+")


@dataclass
class Block:
    """A stretch of words between block tags. `region` is article, main or page.

    `furniture` is told by tags, `suspect` by class names, which mislead ("content has-sidebar"); `linked` is the
    share of the words that are links.
    """

    words: str
    tag: str
    region: str
    furniture: bool
    suspect: bool
    linked: float


@dataclass
class Markup:
    """An HTML page, taken apart."""

    blocks: list[Block] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)  # JSON-LD
    title: str = ""
    language: str = ""
    canonical: str = ""


def parse_markup(text: str) -> Markup:
    """The blocks and statements of an HTML page. Broken markup is read as far as it goes."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Markup()
        self._open: list[tuple[str, bool, bool, bool]] = []  # tag, silent, furniture, suspect
        self._words: list[str] = []
        self._in_links = 0  # characters of the block that are links
        self._tag = "p"
        self._linked: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag in _BLOCKS:
            self.flush()
            self._tag = tag
        self._note(tag, known)
        if tag in _VOID or len(self._open) >= _DEEPEST:
            return
        if tag == "p" and self._open and self._open[-1][0] == "p":
            self._open.pop()
        inside_article = any(entry[0] == "article" for entry in self._open)
        label = f"{known.get('class', '')} {known.get('id', '')} {known.get('role', '')}"
        furniture = tag in _FURNITURE or (tag == "header" and not inside_article)
        suspect = tag not in ("article", "main", "body", "html") and bool(_CLASS.search(label))
        _, silent, outer_furniture, outer_suspect = (
            self._open[-1] if self._open else ("", False, False, False)
        )
        self._open.append(
            (tag, silent or tag in _SILENT, outer_furniture or furniture, outer_suspect or suspect)
        )
        if tag == "script" and "ld+json" in known.get("type", ""):
            self._linked = []

    def _note(self, tag: str, known: dict[str, str]) -> None:
        if tag == "meta":
            name = (known.get("property") or known.get("name") or known.get("itemprop") or "").lower()
            if name:
                self.page.meta.setdefault(name, known.get("content", ""))
        elif tag == "html":
            self.page.language = known.get("lang", "")
        elif tag == "link" and known.get("rel", "").lower() == "canonical":
            self.page.canonical = known.get("href", "")
        elif tag == "time" and known.get("datetime"):
            self.page.times.append(known["datetime"])

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.flush()
            self._tag = "p"
        if tag == "script" and self._linked is not None:
            self.page.scripts.append("".join(self._linked))
            self._linked = None
        for depth in range(len(self._open) - 1, max(-1, len(self._open) - 40), -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        if self._linked is not None:
            self._linked.append(data)
        elif self._open and self._open[-1][0] == "title":
            self.page.title = self.page.title or _SPACE.sub(" ", data).strip()
        elif not (self._open and self._open[-1][1]):
            self._words.append(data)
            if any(entry[0] == "a" for entry in self._open[-4:]):
                self._in_links += len(data.strip())

    def flush(self) -> None:
        """Closes the block that is being read."""
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        linked, self._words, self._in_links = self._in_links, [], 0
        if not words:
            return
        tags = [entry[0] for entry in self._open]
        region = "article" if "article" in tags else "main" if "main" in tags else "page"
        _, _, furniture, suspect = self._open[-1] if self._open else ("", False, False, False)
        self.page.blocks.append(
            Block(words, self._tag, region, furniture, suspect, min(1.0, linked / len(words)))
        )
