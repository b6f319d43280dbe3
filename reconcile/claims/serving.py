"""Whether a length of time is one of service or of office by the words around it: "16 years on the throne"."""

from __future__ import annotations

from reconcile.language.sentences import Sentence
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

# "in twelve years as mayor", "after 16 years at the helm", "26 years with the company"
_AFTER = regex(
    r" (?:as (?:an? |the |its |their |his |her |[A-Z][\w’'-]+['’]s )?(?:[a-z-]+ ){0,2}?(?P<role>[a-z]+)\b"
    r"|(?:in|on|at|behind) (?:the |his |her |its |their )?(?P<seat>[a-z]+)\b"
    r"|with (?:the |his |her |its |their )(?:[a-z]+ )?(?P<body>company|firm|club|team|force|service|paper|school|yard|line)\b)"
)
# "had been with us 26 years", "was with the yard for 26 years"
_BEFORE = regex(
    r"\b(?:been|was|is|were|worked) (?:with (?:us|them|me|the [a-z]+)|(?:working )?(?:here|there))(?: ever)? \Z",
    holds=" us | them | me | here | there |with the",
)


# "in business for 40 years", "40 years in existence", "has been on the air since 1984": so old what is named is.
_GOING = r"in (?:business|existence|operation|print)|on (?:the )?air"
_EXISTS_FOR = regex(
    rf"(?:,|\b(?:been|is|are)) (?:{_GOING})(?: continuously)? ?\Z",
    holds="business|existence|operation|print|air",
)
_IN_ITS = regex(r"in its [\w-]+ year\b(?! (?:as|of|in|under|without|with|on|at)\b)")  # "now in its 50th year"
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_EXISTS = regex(rf" (?:{_GOING})\b(?! with\b)")


def exists(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the length or the "since" between `start` and `end` is how long something has existed up to now."""
    if _IN_ITS.match(text, start):
        return _YEAR.search(text, sentence.start, start) is None
    if not (_EXISTS_FOR.search(text, max(sentence.start, start - 40), start) or _EXISTS.match(text, end)):
        return False
    return _YEAR.search(text, sentence.start, start) is None and _YEAR.search(text, end, sentence.end) is None


def served(text: str, start: int, end: int, known: frozenset[str]) -> str:
    """The word that says what office or service the length between `start` and `end` is of; empty when none does.

    `known` are the words that the lexicon takes for an office, a body or a service.
    """
    found = _AFTER.match(text, end)
    if found is not None:
        role, seat = found.group("role"), found.group("seat")
        if role in known:
            return role or ""
        if seat and seat in word_set("seats"):
            return seat if seat in known else "service"
        if found.group("body"):
            return "service"
    return "service" if _BEFORE.search(text, max(0, start - 60), start) else ""
