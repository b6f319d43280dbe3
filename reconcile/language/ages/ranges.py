"""Ages told as a range: "in her 20s", "aged 4 to 11"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reconcile.language.figures.counted import singulars
from reconcile.language.vocabulary import vocabulary
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class AgeRange(NamedTuple):
    """A range of ages: `text[start:end]`, from `first` on without the noun; whose it is, and whether of several."""

    start: int
    first: int
    end: int
    amount: Amount
    noun: str = ""
    plural: bool = False


_TENS = regex(r"[1-9]0['’]?\s?s\b(?!\sand\s\d)")
_IN_DIGITS = frozenset(f"{tens}0{many}" for tens in range(1, 10) for many in ("", "s"))
_DECADE = regex(
    r"\b(?:in|into|reached)\s(?:(?P<whose>his|her|their|the)\s)?(?:(?P<part>early|mid|late)[\s-]+(?:to[\s-](?:mid|late)[\s-])?)?"
    r"(?:(?P<decade>[1-9]0)['’]?\s?s|(?P<word>teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))\Z",
    holds="in|reached",
)
_OR_MORE = regex(
    r"\s(?:or|to)\s(?:(?:his|her|their)\s)?(?P<part>early|mid|late)[\s-](?:(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0(?=s\b))s?)\b"
)  # "in her late thirties or early forties"
_SPAN = regex(r"age[ds]?(?:\sof)?\s(?:from\s|between\s)?(\d{1,2})\s?(?:-|–|to|and)\s?(\d{1,2})\b(?!\s?%)")
_BETWEEN = regex(r"between\s(?:the\sages\sof\s)?(\d{1,2})\s?(?:-|–|to|and)\s?(\d{1,2})\b(?:\syears\sold)?")
_DECADES = {
    "teens": 13,
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_MANY_OR_ONE = regex(r"\b(?:man|men|woman|women|male|males|female|person|people|suspect|victim)s?\s\Z")
_WHOSE_TENS = regex(r"\b([a-z]+)\s(?:who\s(?:is|was)\s)?\Z")


def decades(text: str) -> Iterator[AgeRange]:
    """Yields the decades that somebody is said to be in."""
    places = vocabulary(text).places
    found = [(at + len(word) - len("ties"), at + len(word)) for at, word in places(_DECADES.keys())]
    found += [hit.span() for at, _ in places(_IN_DIGITS) if (hit := _TENS.match(text, at))]
    for start, end in sorted(found):
        match = _DECADE.search(text, max(0, start - 30), end)
        if match is None:
            continue
        whose, before = match.group("whose"), max(0, match.start() - 30)
        if whose in (None, "the") and (
            match.group("word") or not _MANY_OR_ONE.search(text, before, match.start())
        ):
            continue
        low = Decimal(match.group("decade") or _DECADES[match.group("word")])
        high = low + (6 if match.group("word") == "teens" else 9)
        parts = {"early": (low, low + 4), "mid": (low + 3, low + 7), "late": (low + 6, high)}
        low, high = parts.get(match.group("part") or "", (low, high))
        if further := _OR_MORE.match(text, end):
            part, decade = further.group("part"), further.group("decade")
            beyond = Decimal(decade) if decade.isdigit() else Decimal(_DECADES[decade])
            high, end = beyond + {"early": 4, "mid": 7}.get(part, 9), further.end()
        noun = _WHOSE_TENS.search(text, before, match.start())
        known = noun is not None and noun.group(1) in singulars()
        start = noun.start() if noun and known else match.start()
        said = singulars()[noun.group(1)] if noun and known else ""
        plural = whose == "their" or bool(noun and known and noun.group(1) != said)
        amount = Amount(low, high, None, "year")
        yield AgeRange(start, match.start(), end, amount, said, plural)


def spans(text: str) -> Iterator[AgeRange]:
    """Yields the ages from one to another."""
    for pattern in (_SPAN, _BETWEEN) if "between" in text else (_SPAN,):
        for match in pattern.finditer(text):
            if pattern is _BETWEEN and "age" not in match.group() and "old" not in match.group():
                continue
            low, high = (Decimal(g) for g in match.groups())
            if low < high:
                amount = Amount(low, high, None, "year")
                yield AgeRange(match.start(), match.start(), match.end(), amount, plural=True)
