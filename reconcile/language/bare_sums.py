"""Sums that leave their currency to the sums beside them: "210 million euros (grants of 145 million)", "a bonus of 10,000"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from reconcile.language.numbers import NumberMention
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_PAID = (
    "aid|bill|bonus|bonuses|bribe|budget|charge|compensation|cost|costs|credit|credits|damages|debt|donation|fee|fees|fine|fines"
    "|grant|grants|income|investment|loan|loans|loss|losses|payment|payments|payoff|price|prize|profit|ransom|relief|revenue|reward|salary"
    "|savings|subsidy|subsidies|sum|tax|taxes|turnover"
)
_OF = regex(
    rf"\b(?:{_PAID})\s(?:of|is|was|at|to)\s(?:(?:about|around|some|nearly|almost|over|only|just)\s)?\Z"
)
_IN = regex(rf"\sin\s(?:[a-z]+\s)?(?:{_PAID}|cash)\b")
_ENDS = regex(r"\s?(?:[,;.)]|\Z|\s(?:for|in|and)\b)")
_LEAST = Decimal(1000)
_BEFORE = 45


def with_currency(text: str, numbers: Iterable[NumberMention]) -> list[NumberMention]:
    """The numbers of a text, those that money is said of without its currency given that of the sum before, else the first."""
    numbers = list(numbers)
    coins = [n.amount.unit for n in numbers if dimension(n.amount.unit) == "money"]
    if not coins:
        return numbers
    last, found = coins[0], []
    for number in numbers:
        if dimension(number.amount.unit) == "money":
            last = number.amount.unit
        elif _bare(text, number):
            number = number._replace(amount=replace(number.amount, unit=last), form="money")
        found.append(number)
    return found


def _bare(text: str, number: NumberMention) -> bool:
    amount = number.amount
    if number.form != "count" or amount.unit or amount.point is None or amount.point < _LEAST:
        return False
    if _IN.match(text, number.figure_end):
        return True
    before = _OF.search(text, max(0, number.start - _BEFORE), number.start)
    return before is not None and _ENDS.match(text, number.figure_end) is not None
