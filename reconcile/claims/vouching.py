"""Who vouches for a figure in its own sentence: the body that measured it, the side that counted."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from reconcile.claims.reading import Reading
from reconcile.language.sentences import Sentence
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_VERBS = (
    "puts?|placed|estimate[sd]?|measured|reported|counts?|counted|calculate[sd]|recorded|says?|said|confirmed"
)
_AUTHORITY = regex(
    r"(?P<who>(?:[Tt]he\s)?[A-ZÀ-Þ][\w'’.-]*(?:\s[a-z]+(?=\s(?:center|centre|survey|ministry|agency|institute|office|service)))?(?:\s(?:of\s|for\s)?(?:the\s)?(?:[A-ZÀ-Þ][\w'’.-]*|center|centre|survey|ministry|agency|police|officials)){0,5})"
    rf"\s(?:{_VERBS})\b"
    r"|\b[Aa]ccording\sto\s(?P<by>(?:the\s|a\s|an\s)?(?:[\w'’.-]+\s){0,4}[\w'’-]+)"
)
_EDGE = regex(r"[,;:]")
_OWN_COUNT = regex(
    r"\bby\s(?P<whose>(?:the\s)?[\w'’-]+(?:\s[\w'’-]+){0,2}?['’]s?|its|his|her|their|our|my|[\w-]+['’]s?)\s(?:own\s)?"
    r"(?:count|estimate|tally|reckoning|calculation|figures|reading|account)s?\b",
    holds="count|estimate|tally|reckoning|calculation|figures|reading",
)
_FIGURES = regex(r"\d[\d,.]*")
_LEFT = 90  # characters behind a figure in which its authority may be named


def authority(reading: Reading, sentence: Sentence | None, at: int) -> str | None:
    """Who vouches for a figure in its own sentence: "the Brae Seismic Centre put the magnitude at 5.9"."""
    if sentence is None:
        return None
    text = reading.document.text
    if (who := _puts(text, sentence.start, at)) is not None:
        return who
    last = min(sentence.end, at + _LEFT)
    own = _OWN_COUNT.search(text, at, last) if text.find("by", at, last) >= 0 else None
    if own is not None and len(_FIGURES.findall(text, at, own.start())) <= 1:
        return own.group("whose").removesuffix("'s").removesuffix("’s")
    best = None
    for end, who, by in _authorities(reading.document.text, sentence.start, sentence.end):
        if by or end <= at:
            best = who or by
    return _EDGE.split(best)[0].strip() if best else None


_SUBJECT = (
    r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-ZÀ-Þ][\w-]+['’]s)\s|(?=[A-ZÀ-Þ]))(?!(?:In|On|At|And|But|By|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
    r"(?:(?!(?:said|says|told|that)\b)[\w'’.-]+\s){0,3}?[\w'’-]+(?:\s(?:of|for)\s(?:the\s)?(?:[\w'’-]+\s){0,2}?[\w'’-]+){0,2}?"
)
_PUTS = regex(
    rf"(?P<who>{_SUBJECT})(?:,\s[^.;:]{{3,90}},)?\s(?:(?:has|have|had|now|later|then)\s){{0,2}}"
    r"(?:puts?|estimate[sd]?|reckon(?:s|ed)?|gave|gives|placed|places|set|sets)\s(?:[\w'’-]+\s){1,9}?(?:at|as)\s[\"“]?\Z"
)
_PUT_BY = regex(
    r"[^.,;:\d]{0,30}?\sby\s(?P<by>(?:the\s|an?\s)?[\w'’-]+(?:\s(?!on\b|in\b|at\b|and\b|but\b)[\w'’-]+){0,2})"
)
_WAS_PUT = regex(r"\b(?:put|estimated|given|reckoned|placed)\s(?:at|as)\s\Z")
_AS_FAR = 200  # characters before a figure in which the clause may begin that tells who puts it so high


def _puts(text: str, start: int, at: int) -> str | None:
    """Who puts a figure so high: "the governor, Ana Silko, put the deficit at", "was put at 40 by the council"."""
    if not text.endswith(("at ", "as ", 'at "', "at “"), start, at):
        return None
    found = _PUTS.search(text, max(start, at - _AS_FAR), at)
    if found is not None:
        return found.group("who")
    by = _PUT_BY.match(text, at) if _WAS_PUT.search(text, max(start, at - 24), at) else None
    return by.group("by") if by is not None else None


@lru_cache(maxsize=4)
def _vouched(text: str) -> list[int]:
    """Where somebody may vouch for something, kept for the text's other figures."""
    return [at for at, _ in vocabulary(text).places(_VOUCHING)]


@lru_cache(maxsize=4)
def _authorities(text: str, start: int, end: int) -> tuple[tuple[int, str, str], ...]:
    """Who is named as an authority in a sentence, each with where that is said; kept for the sentence's other figures."""
    vouched = _vouched(text)
    at = bisect_left(vouched, start)
    if at == len(vouched) or vouched[at] >= end or not _VOUCHED.search(text, start, end):
        return ()
    return tuple(
        (m.end(), m.group("who") or "", m.group("by") or "") for m in _AUTHORITY.finditer(text, start, end)
    )


# What an authority cannot do without, to be asked first: a word sooner than the pattern.
_VOUCHING = frozenset(
    [
        "put",
        "puts",
        "placed",
        "estimate",
        "estimates",
        "estimated",
        "measured",
        "reported",
        "count",
        "counts",
        "counted",
    ]
) | frozenset(["calculates", "calculated", "recorded", "say", "says", "said", "confirmed", "according"])
_VOUCHED = regex(
    rf"(?:[A-ZÀ-Þ][\w'’.-]*|cent(?:er|re)|survey|ministry|agency|police|officials)\s(?:{_VERBS})\b|ccording\sto"
)
