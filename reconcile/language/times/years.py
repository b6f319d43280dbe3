"""Four figures that are a year, and four that count or name something."""

from __future__ import annotations

from functools import cache

from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.lexicon import words
from reconcile.values.places import street_kind

_SAID = frozenset(
    [
        "in",
        "on",
        "since",
        "of",
        "by",
        "until",
        "from",
        "before",
        "after",
        "prep",
        "between",
        "mod",
        "and",
        "to",
        "approx",
        "the",
        "month",
        "maymonth",
        "season",
    ]
)


@cache
def counted() -> frozenset[str]:
    """Nouns that four figures before them count or name: "1990 people", "the 1953 team"."""
    return frozenset(words("not-years"))


@cache
def numbered() -> frozenset[str]:
    """Words before a figure that names a thing: "Flight 1903"."""
    return frozenset(words("numbered"))


_DATED = frozenset(
    {"circa", "ca", "c", ".", "dated", "painted", "built", "founded", "born", "est", "established"}
)


def year_stands(context: Context, frame: Frame) -> bool:
    """Whether four figures are a year, by what stands around them."""
    tokens, first = context.tokens, frame.first
    while first < frame.last and not tokens.word(first).isdigit():
        first += 1
    if first == frame.last:
        return True  # spelled out
    before, after = tokens.word(first - 1), tokens.word(first + 1)
    if first and tokens.glued(first - 1) and (before.isalnum() or before in "$£€¥#,.:/%_@+"):
        return False
    if before == "-" and tokens.glued(first - 1) and tokens.word(first - 2).isdigit():
        return False  # a telephone number
    if tokens.glued(first) and first + 1 < len(tokens.pieces):
        if after in ("%", "_", "°", "$") or after.isalnum():
            return False
        if after in ".,:/-" and tokens.glued(first + 1) and tokens.word(first + 2)[:1].isdigit():
            return False
    if after.lower() in counted() or (after == "-" and tokens.word(first + 2).lower() in counted()):
        return False
    name = tokens.word(first - 2) if before in (".", "-") else before
    if name.lower() in numbered() or (before == "-" and tokens.glued(first - 1) and name.isupper()):
        return False  # "Flight 1903", "No. 1987", "F-2000"
    if before in ("as", "than") and tokens.word(first - 2) in (
        "many",
        "much",
        "more",
        "fewer",
        "less",
        "few",
    ):
        return False
    said = context.name(first - 1) in _SAID or before.lower() in _DATED
    if before.lower() not in _OPENS and (after.lower() in _HARMED or _addressed(context, first + 1)):
        return False  # "left 2032 injured", "at 2036 Oak Avenue"; but "in 2032 injured three"
    number = frame.year or 0
    if 1900 <= number < 2060:
        return True
    if before in (",", "(") and after == ")" and 1300 <= number < 1900:
        return True  # "Dusk (I. Moss, 1701)"
    return said and not (
        after.islower() and after.endswith("s") and len(after) > 3 and context.name(first + 1) == ""
    )


_OPENS = frozenset({"in", "since", "until", "during", "before", "after", "by", "early", "late", ","})
_HARMED = frozenset(
    {"injured", "wounded", "killed", "hurt", "dead", "missing", "displaced", "homeless", "evacuated"}
)
_STREET = 4  # words from the number of a house to the end of its street


def _addressed(context: Context, first: int) -> bool:
    """Whether the tokens from `first` on are the name of a street."""
    tokens = context.tokens
    for index in range(first, first + _STREET):
        word = tokens.word(index)
        if index > first and word[:1].isupper() and street_kind(f"x {word}"):
            return True
        if not (word[:1].isupper() or word[:1].isdigit() or word in ("st", "nd", "rd", "th")):
            return False
    return False
