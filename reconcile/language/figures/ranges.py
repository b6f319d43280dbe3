"""Two figures that are the ends of one: "20 to 30 people", "between £38 million and £42 million"."""

from __future__ import annotations

import re
from decimal import Decimal

from reconcile.language.figures.figure import Figure, read_figure
from reconcile.values.regex import regex

_RANGE = regex(r"-\sto\s|\s?(?:-|–|—|\bto\b|\band\b|\bor\b)\s?")
_BETWEEN = regex(r"(?:between|from)\s\Z", re.I)
_CHANGED = regex(
    r"\b(?:rose|ris(?:en|es|ing)|rais(?:ed|es|ing)|increas(?:ed|es|ing)|gr(?:ew|own|ows|owing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|gone|went|goes|fell|fallen|falls|falling"
    r"|dropp(?:ed|ing)|drops|cut|cuts|cutting|doubl(?:ed|es|ing)|lower(?:ed|s|ing)|reduc(?:ed|es|ing)|shr[aiu]nk|revis(?:ed|es|ing)|upgrad(?:ed|es|ing)|chang(?:ed|es|ing)|expand(?:ed|s|ing)|widen(?:ed|s|ing))\b[^.;]{0,64}?\s(?:by|from)\s\Z"
)
_FROM_SUM = regex(r"\bfrom\s\Z", re.I)
_VERB = 88  # characters before a figure in which a verb of change may stand


def range_end(text: str, figure: Figure, before: str, sign: str) -> Figure | None:
    """The upper figure of a range that begins with `figure`, if one does; both may bear the `sign`: "£3m to £5m"."""
    percent = sign == "%"
    joint = _RANGE.match(text, figure.end + percent)
    if joint is None:
        return _guessed(text, figure, before) if text.startswith(", ", figure.end) else None
    word = joint.group().strip().lower().removeprefix("- ")
    between = _BETWEEN.search(before) is not None
    if word == "to" and _CHANGED.search(text, max(0, figure.start - _VERB), figure.start):
        return None  # "rose by 22 to 530", "raised from 500 to 1,000"
    if word == "and" and not between:
        return None
    if word == "to" and not (between or figure.digits or figure.value > 1):
        return None
    again = bool(sign) and not percent and text.startswith(sign, joint.end())
    other = read_figure(text, joint.end() + len(sign) * again)
    if (
        other is None
        or other.ordinal
        or other.vague is not None
        or (percent and text[other.end : other.end + 1] != "%")
    ):
        return None
    if again and word in ("to", "and") and _FROM_SUM.search(before):
        return None  # "from £10m to £20m" may tell of a change
    value = other.value
    if other.scaled and not figure.scaled and figure.value < 1000 <= value:
        figure.value = figure.value * other.scale
    if word == "or" and value - figure.value > max(Decimal(2), value / 2):
        return None
    if value <= figure.value or (word in "-–—" and not figure.digits):
        return None
    return other


def _guessed(text: str, figure: Figure, before: str) -> Figure | None:
    """The upper figure of a guess as people say it: "I heard like 50, 60 shots"."""
    if figure.value < _LEAST or _GUESSING.search(before) is None:
        return None
    other = read_figure(text, figure.end + 2)
    if other is None or other.ordinal or other.vague is not None or other.digits != figure.digits:
        return None
    ends = _COUNTED.match(text, other.end) is not None
    return other if ends and _STEP * figure.value <= other.value <= 2 * figure.value else None


_LEAST, _STEP = 2, Decimal("1.05")  # two years of a season are no guess
_GUESSING = regex(
    r"(?:\b(?:like|about|maybe|probably|perhaps|for|was|were|heard|saw|least|some|only|just|another|say|around)|[-–—:])\s\Z",
    re.I,
)
_COUNTED = regex(r"\s(?!and\b|or\b|to\b)[a-z]+|\?")
