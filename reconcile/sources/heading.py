"""What stands above an article's first paragraph: site name, menu, date line, headline, byline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from reconcile.sources.article import Stamp
from reconcile.sources.furniture import is_furniture, is_menu, segments
from reconcile.sources.lines import Line
from reconcile.sources.stamps import is_stamp, printed_dates
from reconcile.values.regex import regex

_STANDFIRSTS = 2  # paragraphs that may stand above a date line
_DEPTH = 40  # lines; a heading is never deeper
_ADDRESS = regex(r"https?://\S+\Z|www\.\S+\Z")
_SITE = regex(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|example|[a-z]{2})\Z", re.IGNORECASE)
_SITE_WORD = regex(
    r"\b(?:news|times|post|herald|tribune|gazette|journal|chronicle|courier|mail|radio|tv|online|daily|weekly|wire|press"
    r"|observer|guardian|telegraph|star|sun|avis|posten|zeitung|blog|today|review|standard|express|argus|echo|bulletin)\b",
    re.IGNORECASE,
)
_TO_THE_MINUTE = regex(r"\d[:.] ?\d\d|published|updated|posted", re.IGNORECASE)
_BYLINE = regex(r"(?:By|BY|by):? [A-Z][\w.'’-]+(?: [\w.'’,&-]+){0,9}\Z", holds="by")
_DATED_BYLINE = regex(
    r"(?:by|posted|published|written|updated|filed|submitted)\b[^.!?]*\d"  # Posted on May 12, 2031 by Ada
    r"|[^.!?]*\d{4}\s*(?:,|\||-|–)?\s*by\b",  # May 12, 2031 by Ada
    re.IGNORECASE,
)
_FULL_NAME = regex(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?\s+\Z")
_MENU = 5  # short lines above the first paragraph
_LONGEST_NAME = 40  # characters of a site's name
_STOPS, _CLOSERS = (".", "!", "?", "…"), "\"'”’)]"


_BEHIND = regex(r"(?: -| \||: :| ::| »| –| —) (?=[^\n]{2,100}\Z)")
_STATION = regex(
    r"\b(?:(?-i:[KW][A-Z]{2,3})(?:-?TV)?\d*\b|[\w-]+\.com\b|(?:FOX|NBC|ABC|CBS|CW) ?\d|Channel \d|News (?:\d|Now\b|Headlines\b|Station\b)"
    r"|News\W[^.]{0,40}\b(?:Weather|Sports?|Video)\b|Homepage\b)",
    re.IGNORECASE,
)


def headline_end(title: str) -> int:
    """Where the headline ends in the title of a web page: before the name of a station or site, if one is behind it."""
    for dash in _BEHIND.finditer(title):
        if title.count(" ", 0, dash.start()) > 2 and _STATION.search(title, dash.end()):
            return dash.start()
    return len(title)


@dataclass(eq=False, repr=False)
class Heading:
    """What the heading says. `dropped` holds the starts of lines that are furniture."""

    title: str | None = None
    publisher: str | None = None
    byline: str = ""
    url: str | None = None
    stamps: list[Stamp] = field(default_factory=list)
    dropped: dict[int, str] = field(default_factory=dict)


def is_prose(words: str) -> bool:
    """Whether a line reads as a paragraph, not as a headline or a label."""
    if len(words) < 60 or words.count(" ") < 5:
        return False
    return len(words) >= 120 or _closed(words)


def _closed(words: str) -> bool:
    """Whether a stop ends the line, but for the marks that close a quotation or a parenthesis."""
    return words.rstrip(_CLOSERS).endswith(_STOPS)


def read_heading(lines: list[Line], title: str | None) -> Heading:
    """The heading of a page that is one article; `title` is the headline when the file states it."""
    heading = Heading(title=title)
    names: list[Line] = []  # what may be site name, headline or standfirst
    menu_after: set[int] = set()
    paragraphs = 0
    for line in lines[:_DEPTH]:
        words = line.words
        if is_prose(words) and not _furnished(words):
            paragraphs += 1
            if paragraphs > _STANDFIRSTS:
                break
            continue
        if paragraphs and not (is_stamp(words) and _TO_THE_MINUTE.search(words)):
            continue
        icon = len("time") if words.startswith("time") and words[4:5].isdigit() else 0
        dates = printed_dates(words[icon:])
        if _ADDRESS.match(words):
            heading.url = heading.url or words
            heading.dropped[line.start] = "address"
        elif dates and (is_stamp(words) or is_furniture(words) or _furnished(words)):
            heading.stamps.extend(Stamp("heading", d.words, line.start + icon + d.start) for d in dates)
            heading.dropped[line.start] = "date"
            heading.byline = heading.byline or words
        elif is_furniture(words):
            heading.dropped[line.start] = "furniture"
            if is_menu(words):
                menu_after.update(other.start for other in names)
            elif len(segments(words)) > 1:
                heading.byline = heading.byline or words
        elif not _closed(words):
            names.append(line)
    _tell_apart(heading, names, menu_after, in_rows=len(names) >= _MENU and paragraphs > 0)
    return heading


def _furnished(words: str) -> bool:
    """Whether a line that holds a date is a byline or a row of labels: "News October 7, 2024 No Comments on …"."""
    low = words.lower()
    if len(words) <= 300 and ("no comments on" in low or "minute read" in low or "min read" in low):
        return True
    if len(words) > 100:
        return False
    if _DATED_BYLINE.match(words):
        return True
    date = next(iter(printed_dates(words)), None)
    return date is not None and bool(_FULL_NAME.match(words[: date.start]))  # Ada Quill May 12, 2031


def _tell_apart(heading: Heading, names: list[Line], above_menu: set[int], *, in_rows: bool) -> None:
    """Decides which of the short lines is the site's name, its motto, a menu label, the headline, the byline."""
    for line in [line for line in names if _BYLINE.match(line.words)]:
        heading.dropped[line.start] = "byline"
        heading.byline = heading.byline or line.words
        names.remove(line)
    shouted = sum(1 for line in names if line.words.isupper())
    if in_rows and 2 * shouted < len(names):  # a menu with one label a line
        for line in [line for line in names if line.words.count(" ") < 2]:
            heading.dropped[line.start] = "label"
            if _is_site(line, above_menu) and heading.publisher is None and heading.title is None:
                heading.publisher = line.words
            names.remove(line)
    shouting = len(names) >= _MENU and 2 * shouted >= len(names)  # a transcript in capitals
    if heading.title is None and len(names) >= 2 and not shouting and _is_site(names[0], above_menu):
        site = names.pop(0)
        heading.publisher = site.words
        heading.dropped[site.start] = "site"
        while len(names) > 1 and (names[0].start in above_menu or _is_section(names[0].words)):
            heading.dropped[names.pop(0).start] = "motto"
    stated = heading.title is not None
    if names and not stated:
        heading.title, _, site_name = names[0].words.partition(" | ")
        if 0 < len(site_name) <= _LONGEST_NAME:
            heading.publisher = heading.publisher or site_name
    known = (heading.title or "").casefold()
    for line in names if stated else names[1:]:
        if known.startswith(line.words.casefold()) and len(line.words) > 20:
            heading.dropped[line.start] = "headline again"


def _is_section(words: str) -> bool:
    return words.isupper() and words.count(" ") < 2


def _is_site(line: Line, above_menu: set[int]) -> bool:
    words = line.words
    return bool(
        line.start in above_menu
        or _SITE.match(words)
        or (words.isupper() and len(words.split()) <= 6)
        or (len(words.split()) <= 4 and _SITE_WORD.search(words))
    )
