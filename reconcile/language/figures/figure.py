"""Reads one figure, in digits or in words, with its scale: 1,500 · 1.9bn · two and a half million · 14th · dozens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from reconcile.lexicon import words
from reconcile.values.regex import regex


@dataclass(slots=True, eq=False, repr=False)
class Figure:
    """A figure: `text[start:end]` and what it says. `scaled` says that a scale word stood with it ("1.9 bn")."""

    start: int
    end: int
    value: Decimal
    digits: bool = True
    ordinal: bool = False
    scale: Decimal = Decimal(1)
    vague: tuple[Decimal | None, Decimal | None] | None = None
    share: bool = False  # a fraction of something, as a percentage
    loose: bool = False  # no more exact than it is written: "a third of a million"

    @property
    def scaled(self) -> bool:
        """Whether a scale word belongs to the figure."""
        return self.scale != 1


# Scraped text tears figures apart: "10 , 000", "1, 500", "1. 7m". They are sewn up where only a figure can be meant.
_DIGITS = regex(
    r"(?P<grouped>\d{1,3}(?:(?:,\d{3})+|(?: ?, ?\d{3})+|(?:\u00a0|\u202f)\d{3}(?:[\u00a0\u202f]\d{3})*)(?!\d))(?P<point>\.\d+(?!\.?\d))?"
    r"|(?P<indian>\d{1,2}(?:,\d{2})+,\d{3}(?!\d))"
    r"|(?P<torn>\d{1,3}\. \d{1,2}(?= ?(?:m|bn|b|million|billion|trillion|crore|%)\b))"
    r"|(?P<mixed>\d{1,2} ?(?:½|¼|¾)|\d{1,2}[ -]1\\?/[234](?!\d)|\d{1,2} and a half\b)"
    r"|(?P<plain>\d{1,15}(?:\.\d+(?!\.?\d))?)"
)
_ORDINAL = regex(r"(?:st|nd|rd|th)\b")
_SCALE = regex(
    r"[\s-]?(million|billion|trillion|thousand|hundred|dozen|lakhs?|crores?|bln|mln|bn|mn|tn|[mbk])\b", re.I
)
_PARTS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_SHORT = {"bn": 9, "mn": 6, "bln": 9, "mln": 6, "tn": 12, "m": 6, "b": 9, "k": 3}
_FRACTION = regex(
    r"(?:a |(?:one|two|three|four|nine)[ -])?(half|third|quarter|fifth|tenth|thirds|quarters|fifths|tenths)\b",
    re.I,
    holds="half|third|quarter|fifth|tenth",
)


@cache
def _values() -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    cardinals: dict[str, Decimal] = {}
    ordinals: dict[str, Decimal] = {}
    for line in words("number_words"):
        word, value = line.split(" = ")
        (ordinals if value.endswith("*") else cardinals)[word] = Decimal(value.rstrip("*"))
    return cardinals, ordinals


@cache
def _vague() -> dict[str, tuple[Decimal | None, Decimal | None]]:
    found: dict[str, tuple[Decimal | None, Decimal | None]] = {}
    for line in words("vague_numbers"):
        word, bounds = line.split(" = ")
        low, high = bounds.split(" ")
        found[word] = (Decimal(low), None if high == "-" else Decimal(high))
    return found


@cache
def _vague_pattern() -> re.Pattern[str]:
    longest = sorted(_vague(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?:{'|'.join(longest)})\b", re.I)


_OPENING = 3  # letters that tell whether it is worth looking for a vague number


@cache
def _vague_openings() -> frozenset[str]:
    return frozenset(word[:_OPENING] for word in _vague())


_MOST_WORDS = 12  # a longer run of number words is no number that anybody writes
_NEXT_WORD = regex(r"(?:\sand\s|[\s-])?([A-Za-z]+)")
_HALF_AFTER = regex(r"\sand\s(?:a\shalf|one-half)\b|-and-a-half\b", re.I, holds="half")


_NO_ONE = regex(r"no(?: |-)one\b", re.I)


def read_figure(text: str, at: int) -> Figure | None:
    """The figure that begins at `at`, None when there is none."""
    if at >= len(text):
        return None
    head = text[at]
    if head.isdigit():
        return _in_digits(text, at)
    if head in _PARTS:
        return Figure(at, at + 1, _PARTS[head])
    return _in_words(text, at)


def _in_digits(text: str, at: int) -> Figure | None:
    match = _DIGITS.match(text, at)
    if match is None:
        return None
    if match.group("mixed"):
        value = _mixed(match.group("mixed"))
    elif match.group("grouped"):
        value = Decimal(re.sub(r"\D", "", match.group("grouped")) + (match.group("point") or ""))
    else:
        value = Decimal(re.sub(r"[^\d.]", "", match.group()))
    figure = Figure(at, match.end(), value)
    if match.group("plain") and (ordinal := _ORDINAL.match(text, figure.end)):
        figure.end, figure.ordinal = ordinal.end(), True
        return figure
    return _scaled(text, figure)


def _mixed(written: str) -> Decimal:
    whole = re.match(r"\d+", written)
    assert whole
    value = Decimal(whole.group())
    if "half" in written or written[-1] == "½" or written.endswith("/2"):
        return value + Decimal("0.5")
    if written[-1] == "¾":
        return value + Decimal("0.75")
    return value + (Decimal("0.33") if written.endswith("3") else Decimal("0.25"))


def _scaled(text: str, figure: Figure) -> Figure:
    scale = _SCALE.match(text, figure.end)
    if scale is None:
        return figure
    word = scale.group(1).lower()
    if len(word) == 1 and not _letter_is_scale(text, figure, scale):
        return figure
    if word in _SHORT:
        factor = Decimal(10) ** _SHORT[word]
        figure.value = figure.value.scaleb(_SHORT[word])
    else:
        cardinals, _ = _values()
        factor = cardinals[word.rstrip("s")]
        power = factor.logb() if factor != 12 else None
        figure.value = figure.value.scaleb(int(power)) if power is not None else figure.value * factor
    figure.scale = factor
    figure.end = scale.end()
    return figure


_COUNTED_BY_MILLIONS = regex(
    r"\s(?:barrels|gallons|tonnes|tons|litres|liters|people|euros|dollars|pounds|homes|households|users|customers|jobs|viewers|votes|copies|doses)\b"
)
_NOUN_FOLLOWS = regex(
    r"\s(?!a\b|an\b|the\b|and\b|or\b|from\b|to\b|in\b|at\b|of\b|deep|high|long|wide|tall|above|below|away|off|final|race|sprint|title|relay|freestyle|butterfly|hurdles)[a-z]{4,}"
    r"|\s[A-Z][a-z]+\s(?:kron|crown|dollar|franc|peso|rupee|pound|rouble)"
)


def _letter_is_scale(text: str, figure: Figure, scale: re.Match[str]) -> bool:
    """Whether a lone m, b or k after figures is a scale, not metres: a currency before or a noun after says so."""
    if scale.group()[0] in " -" and scale.group(1) != "m":
        return False
    before = text[max(0, figure.start - 4) : figure.start].rstrip()
    if before and (before[-1] in "$€£¥₹#" or (before[-3:].isupper() and before[-3:].isalpha())):
        return True
    if scale.group()[0] in " -":
        return scale.group()[0] == " " and _COUNTED_BY_MILLIONS.match(text, scale.end()) is not None
    if scale.group(1) in "kK":
        return text[scale.end() : scale.end() + 1] not in "mg"
    return _NOUN_FOLLOWS.match(text, scale.end()) is not None and figure.value < 1000


def _in_words(text: str, at: int) -> Figure | None:
    opens = text[at : at + _OPENING].lower() in _vague_openings()
    vague = _vague_pattern().match(text, at) if opens else None
    if vague is not None and vague.group().lower() != "both":
        return Figure(at, vague.end(), Decimal(0), digits=False, vague=_vague()[vague.group().lower()])
    fraction = _FRACTION.match(text, at, at + len("three-quarters of"))
    if fraction is not None and (found := _fraction(text, at, fraction)):
        return found
    cardinals, ordinals = _values()
    total, current, end, position, seen, ordinal = Decimal(0), Decimal(0), at, at, 0, False
    last_scale = Decimal(1)
    while True:
        match = _NEXT_WORD.match(text, position)
        if match is None or (seen == 0 and match.start(1) != at) or seen >= _MOST_WORDS:
            break
        word = match.group(1).lower()
        if seen == 0 and word in ("a", "an"):
            if text.startswith(" mile", match.end()):
                return Figure(at, match.end(), Decimal(1), digits=False)
            position, current = match.end(), Decimal(1)
            seen = -1
            continue
        if seen == 0 and word in ("no", "nobody", "none"):
            if _NO_MORE.match(text, match.end()):
                return None
            whole = _NO_ONE.match(text, at)
            if (
                word == "no"
                and whole is None
                and text.startswith(("-", ".", "”", '"', "’", "!", ","), match.end())
            ):
                return None  # "no-fly", "No. 6", "No, no!"
            return Figure(at, whole.end() if whole else match.end(), Decimal(0), digits=False)
        if "and" in match.group()[: match.start(1) - match.start()] and (current + total) % 100 != 0:
            break
        if word in cardinals:
            value = cardinals[word]
            if value >= 100 or (value == 12 and word == "dozen"):
                if value > 100 and total and value > last_scale > 1:
                    break
                current = (current or Decimal(1)) * value
                if value > 100:
                    total, current, last_scale = total + current, Decimal(0), value
            elif seen > 0 and not _continues(current, value):
                break
            else:
                current += value
        elif word in ordinals and not (seen > 0 and not _continues(current, ordinals[word])):
            if word == "second" and seen == 0 and not _ordinal_second(text, match.end()):
                return None
            current = ordinals[word] + (current if seen > 0 else 0)
            ordinal, end, seen = True, match.end(1), max(seen, 0) + 1
            break
        else:
            break
        end, position, seen = match.end(1), match.end(1), max(seen, 0) + 1
    if seen <= 0:
        return None
    figure = Figure(at, end, total + current, digits=False, ordinal=ordinal, scale=last_scale)
    half = None if ordinal else _HALF_AFTER.match(text, end, end + len(" and one-half of"))
    if half is not None:
        figure.end, figure.value = half.end(), figure.value + Decimal("0.5")
        return _scaled(text, figure)
    return figure


_NO_MORE = regex(
    r"\s(?:(?:more|less|fewer|longer|later|sooner|earlier|greater|higher|lower) than|longer|doubt|matter|wonder)\b"
)  # "no more than 40"


def _continues(current: Decimal, value: Decimal) -> bool:
    """Whether a word for `value` continues the number: twenty two, hundred (and) five."""
    if current == 0:
        return True
    if current % 100 == 0:
        return value < 100
    return current % 10 == 0 and current % 100 >= 20 and value < 10


def _ordinal_second(text: str, end: int) -> bool:
    return not text.startswith("-", end)


# What a fraction is of; that of a length may stand right before it: "a quarter-mile".
_OF = regex(r"\s(?:of|or)\b|[\s-](?:mile|kilomet|inch|acre)")
_HALF_OF = regex(r"\s(?:of|the|an?)\b|[\s-](?:mile|kilomet|inch|acre)")


_HALF_A_SCALE = regex(r"[\s-](?:an?[\s-])?(million|billion|dozen)\b")
_OF_A_SCALE = regex(r"\sof\sa\s(million|billion|trillion)\b")  # "three quarters of a million"
_BY = (" by ", " nearly ", " almost ")  # "fell by a fifth"


def _fraction(text: str, at: int, match: re.Match[str]) -> Figure | None:
    written = match.group().lower()
    count, part = Decimal(1), match.group(1).lower().rstrip("s")
    if written.startswith(("two", "three", "four", "nine")):
        count = _values()[0][re.split("[ -]", written)[0]]
    elif written == part and part != "half":
        return None  # "third" alone is an ordinal
    elif part in ("third", "fifth", "tenth", "quarter") and not (
        _OF.match(text, match.end()) or text.endswith(_BY, 0, at)
    ):
        return None
    if count > 1 and not match.group(1).lower().endswith("s"):
        return None
    size = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}[part]
    scale = (_OF_A_SCALE if part != "half" else _HALF_A_SCALE).match(text, match.end())
    if scale is not None:
        factor = _values()[0][scale.group(1)]
        third = size == 3  # 330,000 and some more
        value = (
            (count * factor / size / 10_000).quantize(Decimal(1)) * 10_000 if third else count * factor / size
        )
        return Figure(at, scale.end(), value, digits=False, scale=factor, loose=third)
    if part == "half" and not _HALF_OF.match(text, match.end()):
        return None
    return Figure(at, match.end(), (count * 100 / size).quantize(Decimal(1)), digits=False, share=True)
