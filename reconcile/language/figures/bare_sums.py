"""Figures that leave their unit to those beside them: "210 million euros (grants of 145 million)", "has offered 4.5"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest

from reconcile.language.figures.numbers import NumberMention
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
# Before a figure of millions without a noun, which little but money is told in: "the bonds come to three billion".
_SUMS = regex(
    r"\b(?:assets|bail|bid|bonds?|budget|contract|costs?|damage|debts?|deal|deficit|endowment|fees?|fines?|funding|funds?|grants?|insurance|jackpot"
    r"|loans?|losses|offer|overrun|pay-?offs?|payments?|penalt(?:y|ies)|pensions?|price|proceeds|profits?|purse|ransom|rent|revenues?|sales|savings"
    r"|settlement|subsid(?:y|ies)|surplus|tax(?:es)?|wages?)\b(?:(?!illion)[^.;:\d]){0,40}?\s(?:of|is|was|are|were|at|to|comes?|came|totall?(?:ed|s)|reach(?:ed|es)|exceed(?:ed|s))"
    r"\s(?:to\s)?(?:[a-z]+\s){0,2}\Z"
    r"|\b(?:cost(?:s|ing)?|offer(?:ed|s|ing)?|pa(?:id|ys?|ying)|spen[dt]s?|raised|ow(?:es|ed)|earn(?:ed|s)|worth|demand(?:ed|s)|borrow(?:ed|s)|len[dt]|invest(?:ed|s)?|sold\sfor|bought\sfor)"
    r"\s(?:[a-z]+\s){0,4}\Z"
)
_MILLION = Decimal(10) ** 6
# Before a figure with a decimal place, without a noun: a share of the votes; or of the pay, where the text tells others.
_VOTED = regex(r"\belected\s(?:[a-z]+\s){0,3}with\s(?:[a-z]+\s){0,2}\Z")
_RAISED = regex(
    r"\b(?:offer(?:ed|s|ing)?|ask(?:ed|s|ing)?\sfor|demand(?:ed|s|ing)?|settl(?:ed|es|ing)\sfor|(?:rise|raise|increase|offer)\sof|an?\s(?:bare|mere|meagre|paltry))\s(?:(?:about|some|only|just)\s)?\Z"
)
_IN = regex(rf"\sin\s(?:[a-z]+\s)?(?:{_PAID}|cash)\b")
_ENDS = regex(r"\s?(?:[,;.)]|\Z|\s(?:for|in|and)\b)")
_CEASES = regex(
    r"\s?(?:[,;.)\n\"”]|\Z|\s(?:for|from|in|and|a\syear|over|to|by|but|when|if|says?|said|(?:[a-z]+\s)(?:years?|months?)\slater)\b)"
)
_LEAST = Decimal(1000)
_BEFORE = 45


def with_currency(text: str, numbers: Iterable[NumberMention]) -> list[NumberMention]:
    """The numbers of a text, those that money is said of without its currency given that of the sum before, else the first.

    A bare figure that tells a share of the votes, or of the pay, is a percentage.
    """
    numbers = list(numbers)
    coins = [n.amount.unit for n in numbers if dimension(n.amount.unit) == "money"]
    shares = any(n.form == "percent" for n in numbers)
    last, sum_end, found = coins[0] if coins else "", -1, []
    for number, following in zip_longest(numbers, numbers[1:]):
        if dimension(number.amount.unit) == "money":
            last = number.amount.unit
        elif following is not None and _from(text, number, following):
            amount = replace(number.amount, unit=following.amount.unit)
            number = replace(number, amount=amount, form=following.form)
        elif last and (_bare(text, number) or _beside(text, sum_end, number)):
            number = replace(number, amount=replace(number.amount, unit=last), form="money")
        elif _bare_share(text, number, shares):
            number = replace(number, amount=replace(number.amount, unit="percent"), form="percent")
        if (number.amount.point or 0) >= _MILLION:
            sum_end = number.end if number.form == "money" else sum_end if _bare_million(text, number) else -1
        found.append(number)
    return found


def _from(text: str, number: NumberMention, following: NumberMention) -> bool:
    """Whether a figure leaves its unit to the one it changed to: "cut from 5.5 to 5.25 per cent"."""
    if number.form != "count" or number.amount.unit or following.form not in ("percent", "measure"):
        return False
    led = text.endswith(("from ", "From "), 0, number.start)
    return led and text[number.figure_end : following.start].strip() == "to"


def _bare(text: str, number: NumberMention) -> bool:
    amount = number.amount
    if number.form != "count" or amount.unit or amount.point is None or amount.point < _LEAST:
        return False
    if _IN.match(text, number.figure_end):
        return True
    window = max(0, number.start - _BEFORE)
    if _OF.search(text, window, number.start) and _ENDS.match(text, number.figure_end):
        return True
    if amount.point < _MILLION or not _CEASES.match(text, number.figure_end):
        return False
    return _SUMS.search(text, max(0, number.start - _FAR), number.start) is not None


def _bare_million(text: str, number: NumberMention) -> bool:
    amount = number.amount
    return number.form == "count" and not amount.unit and _CEASES.match(text, number.figure_end) is not None


def _beside(text: str, sum_end: int, number: NumberMention) -> bool:
    """Whether a figure of millions without a noun follows a sum of millions that ends at `sum_end`: it is a sum too.

    "valued by the salvor at 31 million euros and by the insurers at 19 million"; not "a population of 90 million".
    """
    if not 0 <= sum_end <= number.start <= sum_end + _NEARBY or not _bare_million(text, number):
        return False
    if (number.amount.point or 0) < _MILLION:
        return False
    before = max(0, number.start - _BEFORE), number.start
    if _WHOM.search(text, *before):
        return False
    of = _NOUN_OF.search(text, *before)
    return of is None or _SUM_WORDS.fullmatch(of.group("noun")) is not None


_NOUN_OF = regex(r"\b(?P<noun>[a-z-]+)\sof\s(?:(?:about|around|some|nearly|almost|over|only|just)\s)?\Z")
_WHOM = regex(  # "was seen by five million", "Two million in Brae go hungry"
    r"(?:\A|[.!?][\"”’']?\s+|\n|\b(?:seen|watched|read|used|visited|heard|viewed|attended|spoken|followed|played|joined)\sby\s(?:(?:about|around|some|nearly|almost|over)\s)?)\Z"
)
_SUM_WORDS = regex(
    rf"(?:{_PAID}|assets|bid|bonds?|contract|damage|debts|deal|deficit|endowment|funding|funds?|instalments?|offer|penalty|proceeds|profits|purse|rent"
    r"|revenues|sales|settlement|sums|surplus|share|spoke|speaks?|speaking|talks?|talked|instead|out|total|rest|half|figure|estimate|value|valuation)"
)
_NEARBY = 600  # characters that a sum lends its currency to the figures behind it


def _bare_share(text: str, number: NumberMention, shares: bool) -> bool:
    """Whether a figure is a percentage without the sign: "re-elected with 53.1", "has offered 4.5" beside "9%"."""
    amount = number.amount
    if number.form != "count" or amount.unit or amount.point is None or amount.point >= _WHOLE:
        return False
    if amount.point == amount.point.to_integral_value() or not _CEASES.match(text, number.figure_end):
        return False
    before = max(0, number.start - _BEFORE), number.start
    return bool(_VOTED.search(text, *before) or (shares and _RAISED.search(text, *before)))


_FAR, _WHOLE = 80, Decimal(100)
