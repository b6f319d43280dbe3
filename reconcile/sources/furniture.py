"""Page furniture: menus, share bars, cookie lines, counters, captions of other items; told from an article's words."""

from __future__ import annotations

import re
from functools import cache

from reconcile.lexicon import words as lexicon
from reconcile.sources.stamps import is_stamp
from reconcile.values.regex import regex

LONGEST = 200  # furniture is short; a longer line is read as prose
_LABEL = 140

_SEGMENTS = regex(
    r"\s*[|•·»›]+\s*|\s{2,}[-–—/]?\s*|\s+/\s+|\s*\]\s*\[\s*|(?<=\w)\.\s+(?=[A-Z][a-z]+ posts)|\t+"
)
_SEPARATOR = regex(r"[|•·»›/\]\t]|  |posts")
_EDGE = " \t\u00a0|•·*#>»›[](){}-–—:.,!…\"'“”"
_COUNTED = regex(
    r"""
    (?:\d[\d,.]*[km]?|no|zero)\ (?:comments?|shares?|repl(?:y|ies)|likes?|views?|retweets?|votes?|followers?)(?:\b.{0,20})?
  | \d+\s*-?\s*min(?:ute)?s?\.?\s+(?:read|listen|watch)
  | (?:est(?:imated)?\.?\ )?reading\ time.{0,20}
  | (?:posted|written|published)\ by\ .{1,40}
  | by\ (?:staff|admin|editor|newsroom|.{0,30}\ staff)
  | (?:copyright\s+)?(?:©|\(c\)|copyright\ (?=\d))\s*.{0,100}
  | page\ \d+(?:\ of\ \d+)? | \d+\ of\ \d+ | \d{1,2}:\d\d
  | https?://\S+ | www\.\S+
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What the alternatives begin with, but for digits.
_COUNTED_OPENS = (
    *(
        "no ",
        "zero ",
        "est",
        "reading time",
        "posted by ",
        "written by ",
        "published by ",
        "by ",
        "copyright",
    ),
    *("©", "(c)", "page ", "http", "www."),
)
_MARKUP = regex(
    r"!?-{2,}.*?-{2,}>|<!--.*|<[a-z/][^>]*>|.*?\b(?:gtag|google tag|window\.dataLayer|function\s*\(|var\s\w+\s*=)",
    re.I,
)
# "April 8, 2031 at 1:06 pm | Reply": when a reader's comment was posted
_COMMENTED = regex(
    r"[A-Z][a-z]{2,8} \d{1,2}, \d{4} at \d{1,2}:\d\d ?[apAP]\.?[mM]\.?\s*(?:\|.{0,12}|Reply|\(Edit\))?\Z"
)
_ELSEWHERE = regex(r"\((?:Published|Posted|Updated|Aired)\s+[^()]{6,40}\d{4}\)\Z")


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture."""
    if len(line) > LONGEST:
        return False
    if (len(line) <= _LABEL and _phrase(line)) or _MARKUP.match(line):
        return True
    parts = segments(line)
    if not parts:
        return True  # a rule of dashes, a lone bullet
    if len(parts) == 1:
        return line[0] in "•·" and len(parts[0].split()) <= 4
    known = sum(1 for part in parts if _phrase(part) or is_stamp(part))
    if known and all(len(part.split()) <= 5 or is_stamp(part) for part in parts):
        return True
    return is_menu(line)


def opens_with_a_label(line: str) -> bool:
    """Whether a line, however long, begins with words that only furniture begins with: "Read also: …"."""
    return len(line) <= _LABEL and _phrase(line)


def is_menu(line: str) -> bool:
    """Whether the line is a row of short labels: "Home | Sport | Culture"."""
    parts = segments(line)
    return (
        len(parts) >= 3
        and all(len(part.split()) <= 3 and len(part) <= 24 for part in parts)
        and not any(character.isdigit() for character in line)
    )


def ends_article(line: str) -> bool:
    """Whether nothing below this line belongs to the article: what is on offer next, or readers' comments."""
    return _is_heading(line) and (
        _matches(_bare(line), *_entries("boilerplate_ends")) or _COMMENTED.match(line) is not None
    )


def lists_other_items(line: str) -> bool:
    """Whether the line heads a list of other items, which may stand in the middle of an article."""
    return _is_heading(line) and _matches(_bare(line), *_entries("boilerplate_breaks"))


def _is_heading(line: str) -> bool:
    return len(line) <= 80 and line.count(" ") < 8


def tells_of_another_item(line: str) -> bool:
    """Whether the line is the caption of an unrelated item, closed by that item's own date of publication."""
    return line.endswith(")") and bool(_ELSEWHERE.search(line[-70:]))


def segments(line: str) -> list[str]:
    """The parts of a line that separators set off, without empty ones."""
    if not _SEPARATOR.search(line):
        bare = line.strip(_EDGE)
        return [bare] if bare else []
    return [part for part in (piece.strip(_EDGE) for piece in _SEGMENTS.split(line)) if part]


def _phrase(text: str) -> bool:
    bare = _bare(text)
    if not bare or _matches(bare, *_entries("boilerplate")):
        return True
    return (bare[0].isdigit() or bare.startswith(_COUNTED_OPENS)) and bool(
        _COUNTED.fullmatch(text.strip(_EDGE))
    )


def _bare(text: str) -> str:
    return text.strip(_EDGE).lower()


def _matches(bare: str, whole: frozenset[str], opening: dict[str, tuple[str, ...]]) -> bool:
    if bare in whole:
        return True
    starts = opening.get(bare[:3])
    return starts is not None and bare.startswith(starts)


@cache
def _entries(name: str) -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    entries = lexicon(name)
    opening: dict[str, list[str]] = {}
    for entry in entries:
        if entry.endswith("*"):
            opening.setdefault(entry[:3], []).append(entry[:-1].split("*")[0])
    return frozenset(e for e in entries if "*" not in e), {k: tuple(v) for k, v in opening.items()}
