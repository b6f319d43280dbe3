"""Numbers in figures and words, with their hedges and units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from reconcile.language.figures.figure import Figure, read_figure
from reconcile.language.figures.hedges import after_hedge, before_hedge, bounded
from reconcile.language.figures.measures import Unit, currency_before, unit_after
from reconcile.language.figures.no_quantities import (
    MONTH_AFTER,
    MONTH_BEFORE,
    an_age,
    dated,
    not_a_quantity,
    of_one_body,
)
from reconcile.language.figures.ranges import range_end
from reconcile.language.figures.votes import divided
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex
from reconcile.values.units import dimension


@dataclass(slots=True, eq=False, repr=False)
class NumberMention:
    """A number: `text[start:end]` (hedge and unit included; `figure_start`/`figure_end` the figure alone).

    `form` is count, measure, money, percent, ordinal, score, range, vague or code (a number that names a thing:
    a flight, a road, a model). `attached` says that the number modifies the next noun ("50-mile", "five-boat").
    """

    start: int
    end: int
    figure_start: int
    figure_end: int
    amount: Amount
    ordinal: bool = False
    form: str = "count"
    attached: bool = False


_ARTICLE = regex(
    r"\s(?:hundred|thousand|million|billion|trillion|dozen|third|quarter|half|fifth|tenth|mile|few|couple|handful|pair|number\sof)\b"
)
_INSIDE = "_.,/"  # what a number may go on behind, besides letters and digits


@cache
def _openers() -> frozenset[str]:
    """The words of the lexicon that a number may begin with."""
    entries = (*words("number_words"), *words("vague_numbers"))
    first = {re.split(r"[ =]", line)[0] for line in entries} | {"half", "no", "nobody", "none", "an"}
    return frozenset(first - {"few"})


def _starts(text: str) -> list[tuple[int, str]]:
    """Where a number may begin, at digits or at a word, with what stands there, in order."""
    known = vocabulary(text)
    found = list(known.figures)
    for start, word in known.places(_openers()):
        said = text[start : start + len(word)]
        if said in (word, word.capitalize(), word.upper()):
            found.append((start, said))
    found.sort()
    return found


def _opens(text: str, at: int, word: str) -> bool:
    """Whether a number may begin with `word` at `at`."""
    before = text[at - 1] if at else " "
    inside = before.isalnum() or before in _INSIDE
    if inside and not (word[0].isdigit() and _lone_stop(text, at)):
        return False
    if word in ("a", "an", "A", "An"):
        return _ARTICLE.match(text, at + len(word)) is not None
    return True


def _lone_stop(text: str, at: int) -> bool:
    """Whether a full stop or comma right before digits belongs to the words before ("Rs.500", "hurt,22 dead")."""
    return text[at - 1] in ".," and at > 1 and text[at - 2].isalpha()


_GRADE = regex(r"\s?(?:/\s?|out\sof\s)(100|10|5|20)(?![\w%]|\.\d)(?!\s[a-z]+s\b)")
_INDIAN = (Decimal(100000), Decimal(10000000))  # lakh and crore count rupees unless something else is named
_SCORE_TAIL = regex(r"\s?[-–]\s?(\d{1,3})(?![\w%])(?!\s?(?:year|mile|km|foot|feet|metre|meter|kg))")
_STREET = regex(r"\s(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Lane|Boulevard|Blvd|Ward|District|Precinct)\b")


def find_numbers(text: str) -> Iterator[NumberMention]:
    """Yields the numbers of `text` in order; dates, clock times and addresses are left to others."""
    at = 0
    for start, word in _starts(text):
        if start < at or not _opens(text, start, word):
            continue
        figure = read_figure(text, start)
        if figure is None:
            continue
        at = figure.end
        mention = _mention(text, figure)
        if mention is not None:
            at = max(at, mention.end)
            yield mention


def _mention(text: str, figure: Figure) -> NumberMention | None:
    odd = _ODD.match(text, figure.end) if text[figure.end : figure.end + 1] in "- " else None
    if odd is not None:
        figure.end = odd.end()
    start, end = figure.start, figure.end
    before = text[max(0, start - 24) : start]
    # "all but five" counts whoever is left out
    no_count = an_age(text, before, figure) or of_one_body(text, before, figure)
    no_count = no_count or before.endswith(("multi-", "Multi-", "ll but "))
    if no_count or (figure.digits and not_a_quantity(text, figure, before)):
        return None
    if figure.ordinal:
        if MONTH_BEFORE.search(before) or MONTH_AFTER.match(text, end) or _STREET.match(text, end):
            return None
        amount = Amount.of(figure.value)
        return NumberMention(start, end, start, end, amount, ordinal=True, form="ordinal")
    if figure.vague is not None:
        low, high = figure.vague
        hedge = before_hedge(text, start)
        of = _vague_unit(text, figure)
        amount = Amount(low, high, None, of.unit if of else "", text[start:end].lower())
        first = hedge.start if hedge and hedge.kind != "flat" else start
        return NumberMention(first, of.end if of else end, start, end, amount, form="vague")
    if figure.share:
        return None if before.endswith(_A_HALF) else _share(text, figure)
    if (share := _so_many_in(text, figure)) is not None:
        return share
    if (split := divided(text, figure)) is not None:
        amount = replace(Amount.of(figure.value), unit=f"against {split.value}")
        return NumberMention(start, split.end, start, split.end, amount, form="score")
    currency = currency_before(text, start)
    first = currency.start if currency else start
    if figure.digits and currency is None and (score := _score(text, figure, before)):
        return score
    unit = unit_after(text, end, scaled=figure.scaled, currency=bool(currency))
    sign = text[currency.start : currency.end] if currency else "%" if text[end : end + 1] == "%" else ""
    high_figure = range_end(text, figure, text[max(0, first - 24) : first], sign)
    if high_figure is not None:
        if figure.digits and dated(text, high_figure.end):
            return None  # "from 18 to 20 September", "2-3 a.m."
        behind = unit_after(text, high_figure.end, scaled=high_figure.scaled, currency=bool(currency))
        unit = behind if sign == "%" else unit or behind
    name = currency.unit if currency else unit.unit if unit else ""
    if name == "GBP" and currency is None and _WEIGHS.search(text, max(0, start - 40), start):
        name = "pound weight"
    last = high_figure.end if high_figure else end
    if unit and unit.end > last:
        last = unit.end
    if not name and (grade := _GRADE.match(text, last)):
        name = "percent" if grade.group(1) == "100" else f"out of {grade.group(1)}"
        last = grade.end()
    if not name and high_figure is None and _cold(text, start, last):
        name = "degree"
    if not name and figure.scale in _INDIAN:
        name = "INR"
    form = (
        "money"
        if currency or (unit and unit.money and name != "pound weight") or name == "INR"
        else "percent"
        if name == "percent"
        else "measure"
        if name
        else "count"
    )
    attached = bool(unit and unit.attached) or (
        not unit and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
    )
    if high_figure is not None:
        low, high = sorted((figure.value, high_figure.value))
        amount = Amount(low, high, None, name)
        attached = attached or (
            not unit and text[last : last + 1] == "-" and text[last + 1 : last + 2].isalpha()
        )
        return NumberMention(
            first,
            last,
            start,
            high_figure.end,
            amount,
            form="range" if form == "count" else form,
            attached=attached,
        )
    if name.startswith("degree"):
        first, figure.value, last = _below_zero(text, first, figure.value, last)
    hedge = before_hedge(text, first)
    tail = after_hedge(text, last)
    amount = Amount.of(figure.value, name)
    if odd is not None and hedge is None:
        amount = bounded(amount, "slightly", "odd")
    if figure.loose and (hedge is None or hedge.kind == "flat"):
        amount = bounded(amount, "about", "about")
    if hedge is not None:
        amount = bounded(amount, hedge.kind, hedge.words)
        first = hedge.start if hedge.kind != "flat" else first
    if tail is not None and amount.exact:
        amount = bounded(amount, tail.kind, tail.words)
        last = tail.end
    return NumberMention(first, last, start, end, amount, form=form, attached=attached)


def _vague_unit(text: str, figure: Figure) -> Unit | None:
    """The measure of which there are a few or a great many: "a few miles", "millions of barrels", "hundreds of millions of dollars"."""
    if figure.vague is None or figure.vague[0] is None:
        return None
    if figure.vague[0] < _GREAT:
        unit = unit_after(text, figure.end, scaled=False, currency=False)
        return unit if unit and dimension(unit.unit) in ("length", "time") else None
    unit = unit_after(text, figure.end, scaled=figure.vague[0] > _POUNDS, currency=False)
    kind = dimension(unit.unit) if unit else ""
    return unit if kind in ("money", "volume", "mass", "length", "area") else None


_GREAT, _POUNDS = 1000, 10**6  # thousands of pounds of beef are weighed, millions of pounds paid
_WEIGHS = regex(
    r"\bweigh(?:s|ed|ing|t)?\b(?:\s(?!and\b|but\b|or\b)\w+){0,3}\s\Z|\d\s?(?:inch(?:es)?|feet|foot)(?:\stall)?,?\s(?:and\s)?(?:about\s)?\Z",
    holds="weigh|inch|feet|foot",
)  # pounds that are no money
_ODD = regex(r"[- ]odd(?=[ -][a-z])")  # "forty-odd kilometres"
_MINUS = regex(r"(?:\bminus\s|(?<!\w)[-−–])\Z", re.I)
_BELOW = regex(r"\sbelow(?:\s(?:zero|freezing))?\b")
_COLD_BEFORE = regex(r"\b(?:was|is|at|to|of|hit|reached|touched|around|about)\s(?P<minus>minus\s)?\Z")
_COLD_AFTER = regex(r"\sbelow(?:\szero|\sfreezing|(?=\s?(?:[.,;)\n]|\Z)))")


def _below_zero(text: str, start: int, value: Decimal, end: int) -> tuple[int, Decimal, int]:
    """Where a temperature stands and what it is, the sign before it or "below zero" behind it included."""
    minus = _MINUS.search(text, max(0, start - 8), start)
    if minus is not None:
        return minus.start(), -value, end
    below = _BELOW.match(text, end)
    return (start, -value, below.end()) if below is not None else (start, value, end)


def _cold(text: str, start: int, end: int) -> bool:
    """Whether a figure without a unit is a temperature: "at 20 below", "it was minus three"."""
    if not text.startswith(" below", end) and not text.endswith("minus ", 0, start):
        return False  # most
    led = _COLD_BEFORE.search(text, max(0, start - 16), start)
    return led is not None and bool(led.group("minus") or _COLD_AFTER.match(text, end))


_A_HALF = ("first ", "second ", "latter ", "other ")  # of a match or a century
_OF_A_UNIT = regex(r"\s(?:of\s)?an?\s(?=[a-z])|[\s-](?=(?:mile|kilomet|inch|acre))")


def _share(text: str, figure: Figure) -> NumberMention:
    """A fraction as a percentage: "two-thirds of the homes"; a fraction said in words is a round figure.

    That of a unit is a measure: "half a mile".
    """
    hedge = before_hedge(text, figure.start)
    if (points := _OF_A_POINT.match(text, figure.end)) is not None:  # "raised by a quarter point"
        tenth = Amount.of(figure.value / 100, "percent")
        return NumberMention(figure.start, points.end(), figure.start, figure.end, tenth, form="percent")
    of = _OF_A_UNIT.match(text, figure.end)
    unit = unit_after(text, of.end() - 1, scaled=False, currency=False) if of else None
    if unit is not None:
        part = bounded(
            Amount.of(figure.value / 100, unit.unit),
            hedge.kind if hedge else "flat",
            hedge.words if hedge else "",
        )
        start = hedge.start if hedge and hedge.kind != "flat" else figure.start
        return NumberMention(start, unit.end, figure.start, figure.end, part, form="measure")
    amount = bounded(
        Amount.of(figure.value, "percent"), hedge.kind if hedge else "about", hedge.words if hedge else ""
    )
    first = hedge.start if hedge and hedge.kind != "flat" else figure.start
    return NumberMention(first, figure.end, figure.start, figure.end, amount, form="percent")


_OF_A_POINT = regex(r"[\s-](?:of\s)?(?:an?\s)?(?:percentage[\s-])?points?\b")
_IN_EVERY = regex(
    r"\sin\s(?:every\s)?|\sout\sof\severy\s|\sout\sof\s(?=(?:10|ten|100|a\shundred)\s[a-z]+s\b)"
)
_OF_A_SERIES = regex(
    r"[\s-](?:[a-z]+\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|seasons?|games?|matche?s?|races?"
    r"|starts?|sets?|rounds?|tournaments?|rows?|places?|parts?|stages?|languages?|volumes?|[A-Z])\b"
)
_WIDEST = Decimal(1000)


def _so_many_in(text: str, figure: Figure) -> NumberMention | None:
    """A share said as "six in ten" or "one in every three"; None when the figure opens no such share."""
    joint = _IN_EVERY.match(text, figure.end)
    if joint is None or figure.scaled or figure.value < 1:
        return None
    every = read_figure(text, joint.end())
    if every is None or every.ordinal or every.share or every.vague is not None:
        return None
    if not figure.value < every.value <= _WIDEST or every.value == 2 or _OF_A_SERIES.match(text, every.end):
        return None
    share = (figure.value * 100 / every.value).quantize(Decimal(1))
    hedge = before_hedge(text, figure.start)
    loose = hedge if hedge is not None and hedge.kind != "flat" else None
    amount = bounded(
        Amount.of(share, "percent"), loose.kind if loose else "about", loose.words if loose else ""
    )
    return NumberMention(
        loose.start if loose else figure.start, every.end, figure.start, every.end, amount, form="percent"
    )


_HIGHEST_LOSING = 20  # a result told with the loser first is hardly higher: "12-27" is a range


def _score(text: str, figure: Figure, before: str) -> NumberMention | None:
    """A result or a record: 3-2, 58-3. Ranges of counted things ("20-30 people") are not scores."""
    tail = _SCORE_TAIL.match(text, figure.end)
    if tail is None or figure.value >= 400 or figure.scaled:
        return None
    other = int(tail.group(1))
    after = text[tail.end() : tail.end() + 2]
    rising = figure.value < other
    if rising and (
        (after[:1] == " " and after[1:2].islower())
        or other > _HIGHEST_LOSING
        or re.search(r"age[sd]?\s(?:of\s)?\Z|\bfrom\s\Z", before, re.I)
    ):
        return None
    if text[tail.end() : tail.end() + 1] in ("-", "–", "/"):
        return None
    amount = replace(Amount.of(figure.value), unit=f"against {other}")
    return NumberMention(figure.start, tail.end(), figure.start, tail.end(), amount, form="score")
