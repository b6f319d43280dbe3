"""Whole numbers and ordinals in words and figures: "64th", "forty-ninth", "seventy-five"."""

from __future__ import annotations

import re
from functools import cache

from reconcile.lexicon import words
from reconcile.values.regex import regex

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_FIRSTS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SPLIT = regex(r"[\s-]+")


@cache
def _values() -> dict[str, int]:
    found = {word: n for n, word in enumerate(_ONES.split(), 1)}
    found |= {word: n for n, word in enumerate(_FIRSTS.split(), 1)}
    for n, word in enumerate(_TENS.split(), 2):
        found[word] = n * 10
        found[word[:-1] + "ieth"] = n * 10
    found |= {"hundred": 100, "hundredth": 100, "dozen": 12, "a": 1}
    return found


def is_number(word: str) -> bool:
    """Whether a word, in lower case, is a number or the last word of one: "six", "third", "hundred", "a"."""
    return word in _values()


def whole(text: str) -> int | None:
    """The number that `text` writes, as a figure or in words, cardinal or ordinal; None when it is no whole number.

    "0th" and "1.5th" are no ordinals, and so None.
    """
    plain = text.lower().strip().replace(",", "")
    figure = re.fullmatch(r"(\d{1,6})(?:st|nd|rd|th)?", plain)
    if figure:
        number = int(figure.group(1))
        return number if number or plain == "0" else None
    values, total = _values(), 0
    for part in _SPLIT.split(plain):
        if part == "and":
            continue
        if part not in values:
            return None
        value = values[part]
        total = (
            max(total, 1) * 100 if value == 100 else total * 12 if value == 12 and total else total + value
        )
    return total or None


def ordinal(number: int) -> str:
    """The number as an ordinal: 1st, 22nd, 113th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def jubilee(name: str) -> int | None:
    """How many years a jubilee of that name marks: 100 for a centenary; None for no jubilee."""
    for entry in words("jubilees"):
        known, _, years = entry.partition(":")
        if known == name.lower():
            return int(years)
    return None


def in_words(number: int) -> str:
    """The ordinal in words, up to the nineteenth; empty for larger ones."""
    said = _FIRSTS.split()
    return said[number - 1] if 0 < number <= len(said) else ""
