"""What a figure measures: the news concept whose word stands near it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from reconcile.language.sentences import Sentence
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex

_WORD = regex(r"[A-Za-z]+(?:-[a-z]+)?")
_BREAK = regex(r"[;:.!?]\s|\s[–—-]\s|\s(?:while|but|whereas|although)\s")
_TO_PAY = regex(r"\b(?:to|will|would|must|should|shall|can|could|had to|[Tt]hey|[Ww]e|[Yy]ou|it)\s\Z")
# What a sum is in, says what it is: "$40,000 in fines", "$4m worth of damage".
_IN_WHAT = regex(
    r"\s(?:in|worth of|of)\s(?!(?:the|an?|its|his|her|their|all)\s)(?P<what>[a-z-]+)(?:\s(?P<next>[a-z]+))?"
)
# What is worth so much, where that is itself a sum: "the prize, worth", "a contract worth".
_WORTH = regex(
    r"\b(?P<what>[a-z]+),?\s(?:(?:which|that)\s)?(?:(?:is|are|was|were)\s)?(?:worth|valued\sat)\s(?:[a-z]+\s){0,3}\Z",
    re.I,
    holds="worth|valued",
)
# What a figure came of is not what it is of: "a profit of $41 million on higher sales".
_BECAUSE = regex(
    r"\b(?:on|amid|despite|as|after|thanks to|because of|driven by|helped by)\s(?:(?:higher|lower|strong|stronger|weak|weaker|rising|falling|better|record|its|increased)\s){1,2}\Z"
)
_LEFT, _RIGHT = 110, 45


@cache
def _concepts(kind: str) -> dict[str, str]:
    """The words for concepts that a figure of `kind` can measure, each with its concept."""
    found: dict[str, str] = {}
    for line in words("measures"):
        concept, kinds, forms = line.replace(" = ", " ", 1).split(" ", 2)
        if kind in kinds.split(","):
            found.update(dict.fromkeys(forms.split(), concept))
    return found


@cache
def _firsts() -> frozenset[str]:
    """The first words of the words for concepts: "death" of "death-toll"."""
    forms = (form for line in words("measures") for form in line.partition(" = ")[2].split())
    return frozenset(form.partition("-")[0] for form in forms)


@lru_cache(maxsize=4)
def _naming(text: str) -> list[int]:
    """Where words for concepts begin, kept for the text's other figures."""
    return [at for at, _ in vocabulary(text).places(_firsts())]


def named(word: str, kind: str) -> str:
    """The concept that `word` names for a figure of `kind`, empty when it names none."""
    return _concepts(kind).get(word.lower(), "")


# Before "population": what is counted is a part of it.
_PART_OF = regex(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|most|much|part|majority|per ?cent)(?: of)?(?: (?:the|its|their|this))?(?: [\w'’-]+){0,2} \Z"
)


# What is spent where a length of time follows: "spent almost a year in the archives".
_TIME_SPENT = regex(
    r"\s(?:[\w-]+\s){0,3}?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|mornings?|afternoons?|evenings?|time)\b"
)
_SHARE_DEAL = regex(r"\s(?:deal|swap|offer|sale|issue|merger|buyback)\b")
_COUNTED = regex(r"\d\s\Z")
_HELD = regex(r"\b(?:of|its|their)\s\Z")  # "its seats", those that a party has


def _of_another(concept: str, text: str, word: re.Match[str]) -> bool:
    """Whether the word for a concept tells of something else than the figure: time that was spent, "60 seats", a share deal."""
    if concept == "spent":
        return _TIME_SPENT.match(text, word.end()) is not None
    if concept == "price" and word.group().lower() == "share":
        return _SHARE_DEAL.match(text, word.end()) is not None
    if concept == "attendance" and word.group().lower() == "came":
        return text.startswith(" to", word.end()) and not text[word.end() + len(" to") :].strip()
    if concept == "capacity" and word.group().lower() == "seats" and _HELD.search(text, 0, word.start()):
        return True
    return concept == "capacity" and _COUNTED.search(text, 0, word.start()) is not None


def measured(text: str, sentence: Sentence, start: int, end: int, kind: str) -> str:
    """The concept that a figure of `kind` at `text[start:end]` measures: the nearest named in its clause, or none."""
    first, last = max(sentence.start, start - _LEFT), min(sentence.end, end + _RIGHT)
    near = _naming(text)
    at = bisect_left(near, first)
    if at == len(near) or near[at] >= last:
        return ""  # most
    left, right = text[first:start], text[end:last]
    stops = [stop.end() for stop in _BREAK.finditer(left)]
    if stops and left[:-1].endswith(":") and stops[-1] == len(left):
        stops.pop()  # the label of a row: "Total cost with land: £90 million"
    left = left[stops[-1] :] if stops else left
    ahead = _BREAK.search(right)
    if ahead is not None:
        right = right[: ahead.start()]
    best: tuple[int, str] | None = None
    concepts = _concepts(kind)
    if kind == "money" and (told := _IN_WHAT.match(right) or _WORTH.search(left)) is not None:
        for word in filter(None, told.groups()):
            what = concepts.get(word.lower(), "price")
            if what not in ("price", "value"):
                return what
    for match in _WORD.finditer(left):
        concept = concepts.get(match.group().lower())
        if concept == "distance":
            continue  # the direction follows the figure: "35 miles southwest of"
        if concept == "population" and match.group() == "home" and not left.startswith(" to", match.end()):
            continue
        if concept == "population" and _PART_OF.search(left, 0, match.start()):
            continue
        paid = match.group() == "pay" and not left[match.end() :].strip()
        if concept == "salary" and (paid or _TO_PAY.search(left, 0, match.start())):
            continue  # what somebody is to pay is nobody's wage
        if concept is not None and not _of_another(concept, left, match):
            best = (len(left) - match.end(), concept)
    for match in _WORD.finditer(right):
        concept = concepts.get(match.group().lower())
        if concept == "population" and _PART_OF.search(right, 0, match.start()):
            continue
        if concept is not None and (
            _of_another(concept, right, match) or _BECAUSE.search(right, 0, match.start())
        ):
            continue
        if concept is not None:
            if best is None or match.start() + 4 < best[0]:
                best = (match.start(), concept)
            break
    return best[1] if best else ""
