"""What a length of time is counted from: "64 years after it was signed", "a decade after its founding"."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from reconcile.language.document import Document
from reconcile.language.grammar.verbs import base_of
from reconcile.language.sentences import Sentence
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_WAS = regex(
    r" (?P<whose>it|they|(?:the |its |their )?(?:[\w’'-]+ ){0,3}?[\w’'-]+) (?:was|were|had been) (?:first |formally |officially )?"
    r"(?P<deed>signed|founded|established|created|set up|built|formed|incorporated|launched)\b(?! (?:by|into|up to) (?:the )?(?:list|register))",
    holds="was|were|had been",
)
_NOUN = regex(
    r" (?:its|their|the) (?P<deed>signing|founding|foundation|establishment|creation|construction)\b(?: of (?P<whose>(?:the )?[A-Z][^,.;:\n]{2,60}))?"
)
_DEEDS = {
    "signing": "sign",
    "founding": "found",
    "foundation": "found",
    "establishment": "establish",
    "creation": "create",
    "construction": "build",
    "set up": "set",
    "built": "build",
}
_IT = frozenset({"it", "they"})
_LATELY = timedelta(days=31)


class From(NamedTuple):
    """The deed from which a length is counted, where the words stand that say of what, when the length ends,
    and whether the words name of what."""

    deed: str
    whose: tuple[int, int]
    until: Interval
    named: bool


def counted_from(document: Document, sentence: Sentence, end: int) -> From | None:
    """From which beginning the length before `end`, which is right behind its "after", is counted.

    None where that is no beginning, and where the sentence does not date what came so long after it.
    """
    text = document.text
    found = _WAS.match(text, end, sentence.end) or _NOUN.match(text, end, sentence.end)
    until = _dated(document, sentence) if found else None
    if found is None or until is None:
        return None
    deed = found.group("deed")
    return From(
        _DEEDS.get(deed) or base_of(deed),
        found.span("whose"),
        until,
        (found.group("whose") or "it").lower() not in _IT,
    )


def _dated(document: Document, sentence: Sentence) -> Interval | None:
    """The only day of the sentence that is just before publication, or its only year."""
    times = [
        time.interval
        for time in document.times
        if sentence.start <= time.start < sentence.end and time.type in ("DATE", "TIME") and time.interval
    ]
    days = [time for time in times if time.grain <= Grain.DAY]
    found = days or times
    if len(found) != 1 or not (found[0].grain == Grain.YEAR or _just_now(found[0], document)):
        return None
    return found[0]


def _just_now(time: Interval, document: Document) -> bool:
    published = document.published
    if published is None or time.start is None or published.start is None:
        return False
    return time.grain <= Grain.DAY and abs(published.start - time.start) <= _LATELY
