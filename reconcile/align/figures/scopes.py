"""What a figure is said of: the place, the thing that holds what is counted, and whether it only adds to earlier ones."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.staffing import COMING
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.places import known, relate_places
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

_BREAK = regex(r"[;:]\s|\s(?:and|but|while|whereas|against)\s|\d[\d,.]*\s(?:[a-z]+\s)?[a-z]+s\b")
_NAME = regex(r"(?:[A-Z]\.){2,}|[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]+){0,2}")
_IN = regex(r"\b(?:in|at|across|throughout|within|around|of|near)\s(?:the\s|all\s|all\sof\s)?\Z")
_PART_OF_NAME = regex(
    r"\b(?!(?:Government|Republic|Kingdom)\s)[A-Z][\w’'-]*\sof\s(?:the\s)?\Z"
)  # "the Gulf of Mexico"
_BEFORE = 12  # characters before a figure in which "another" or "a further" may stand
_REACH = 60  # characters behind a figure in which a place is that of what it counts
_NEW = regex(
    r"\b(?:new|newly|fresh|more(?!\sthan)|further|additional|another|extra)\b",
    re.I,
    holds="new|fresh|more|further|additional|another|extra",
)
_HELD = regex(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\w'’-]+\s){0,3}?(?P<noun>[a-z]{3,})"
    r"(?=,|\s(?:of|in|from|made|set|with|which|that|bearing|holding|containing)\b)"
)
_WITH = regex(r"\b(?:with|bearing|holding|containing|carrying)\s")


@lru_cache(maxsize=8192)
def where(claim: QuantityClaim) -> str:
    """The known place that a figure is said of: right behind what it counts, else the last before it in its clause."""
    start, end = _within(claim)
    after = claim.sentence[end : end + _REACH]
    stop = _BREAK.search(after)
    after = after[: stop.start()] if stop else after
    for match in _NAME.finditer(after):
        inside = _IN.search(after, 0, match.start()) and not _PART_OF_NAME.search(after, 0, match.start())
        if inside and not _sum(after, match.end()) and (name := _place(match.group())):
            return name
    before = claim.sentence[:start]
    stops = [match.end() for match in _BREAK.finditer(before)]
    clause = before[stops[-1] :] if stops else before
    named = [
        name
        for match in _NAME.finditer(clause)
        if not _PART_OF_NAME.search(clause, 0, match.start())
        and not _sum(clause, match.end())
        and (name := _place(match.group()))
    ]
    if named or not stops or not before[: stops[-1]].rstrip().endswith(":"):
        return named[-1] if named else ""
    labels = [
        match.group() for match in _NAME.finditer(before, 0, stops[-1]) if before.startswith(":", match.end())
    ]
    return _place(labels[-1]) if labels else ""  # "Iceland: 6 confirmed, 14 probable cases"


def _sum(text: str, end: int) -> bool:
    """Whether a name is that of a currency: the "US" of "US$50 million"."""
    return text[end : end + 1] in _CURRENCY


_CURRENCY = tuple("$£€¥")


def _within(claim: QuantityClaim) -> tuple[int, int]:
    """Where the claim's words stand in its sentence."""
    return claim.span.start - claim.sentence_start, claim.span.end - claim.sentence_start


def _place(name: str) -> str:
    """The longest beginning of a name that the gazetteer knows for a place: "U.S.-listed" names the United States."""
    stem, joint, rest = name.partition("-")
    bare = (name if joint and rest[:1].isupper() else stem).removesuffix("'s").removesuffix("’s")
    while bare and not known(bare):
        bare = bare.rpartition(" ")[0]
    return bare


def places_apart(first: QuantityClaim, second: QuantityClaim) -> tuple[str, str] | None:
    """The places that two figures are said of, where the gazetteer knows that they lie apart; else None."""
    if "distance" in (first.measure, second.measure):
        return None  # the places beside a distance are its ends
    here, there = where(first), where(second)
    return (here, there) if here and there and relate_places(here, there) is Relation.DIFFERS else None


def added(claim: QuantityClaim) -> bool:
    """Whether the figure counts what came on top of what was known before: "61 new cases", "a further 59"."""
    start, end = _within(claim)
    found = _NEW.search(claim.sentence, max(0, start - _BEFORE), end)
    return found is not None and not (claim.event == COMING and found.group() == "new")


def taken_in(claim: QuantityClaim, other: QuantityClaim) -> str:
    """What the greater figure says that it counts too, or the lesser that it leaves out: "contractors", "tax"; or empty."""
    low, high = sorted((claim, other), key=lambda c: c.value.point or c.value.low or c.value.high or 0)
    added = _beside(high, _counting_in())
    if added and added != _beside(low, _counting_in()):
        return added
    return _beside(low, _leaving_out())


def _beside(claim: QuantityClaim, told: re.Pattern[str]) -> str:
    """What a pattern finds in the words around a figure, in lower case; empty for nothing."""
    start, end = _within(claim)
    match = told.search(claim.sentence, max(0, start - _REACH), end + _REACH)
    return match.group("noun").lower() if match else ""


@cache
def _counting_in() -> re.Pattern[str]:
    joints = r"and|plus|with|including|counting|together\swith|along\swith|as\swell\sas"
    return regex(
        rf"\b(?:{joints})\s(?:the\s|its\s|their\s|all\s|any\s|every\s|possible\s|potential\s)*(?P<noun>{_left_or_counted()})\b",
        re.I,
    )


@cache
def _leaving_out() -> re.Pattern[str]:
    joints = r"excluding|without|before|not\s(?:counting|including)|exclusive\sof|net\sof|leaving\sout"
    return regex(rf"\b(?:{joints})\s(?:the\s|its\s|their\s|any\s)*(?P<noun>{_left_or_counted()})\b", re.I)


def _left_or_counted() -> str:
    return "|".join(words("counted_in"))


def things_apart(first: QuantityClaim, second: QuantityClaim, story: Story) -> tuple[str, str] | None:
    """The two things that hold what two figures count, where one article names both: a tiara with twelve, a ring with two."""
    here, there = _thing(first), _thing(second)
    if not here or not there or senses(here) & senses(there):
        return None
    texts = (story.article(claim).text for claim in (first, second))
    return (here, there) if any({here, there} <= vocabulary(text).words for text in texts) else None


def _thing(claim: QuantityClaim) -> str:
    """The noun of what a figure's things stand or lie in: "tiara" in "the tiara, set with 12 stones"; empty for none."""
    before = claim.sentence[: _within(claim)[0]]
    joined = [match for match in _WITH.finditer(before) if match.end() >= len(before) - _REACH]
    if not joined:
        return ""
    nouns = [match.group("noun") for match in _HELD.finditer(before, 0, joined[-1].end())]
    return nouns[-1] if nouns else ""
