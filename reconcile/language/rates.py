"""The time that a figure is counted over: "5,000 barrels a day", "each week some 300", "an annual fee of 40,000"."""

from __future__ import annotations

from reconcile.language.sentences import Sentence
from reconcile.values.regex import regex

_PER = regex(
    r"(?:\s\([^)\n]{1,40}\))?(?:\sof\s\w+)?\s(?:(?:a|an|per|each|every)\s(day|week|month|year|hour|minute|game|season)\b|(daily|yearly|annually|hourly)\b)"
)
_EVERY = regex(
    r"\W{0,3}(?:[Ee]ach|[Ee]very|[Ii]n\san?\s(?:average|typical|normal))\s(day|week|month|year|season)\b"
)
# Behind the verb of its clause: "300 crates pass through the port each day", "sold 40 boats in 24 hours".
_LATER = regex(
    r"[^.;:,\d]{0,80}?\s(?:(?:each|every|per)\s(day|week|month|year|hour)\b|(?<!\bin )(?<!\bfor )(?<!\bof )(?<!\bwithin )(?<!\bonce )(?<!\btwice )"
    r"a\s(day|week|month)\b(?=\s?[.,;:)]|\s(?:from|in|into|at|on|and|to|by)\b|\s?$)|(?:in|over)\s(?:the\s)?(24)\shours\b)"
)
_BEFORE = regex(
    r"\b(?:(?P<often>[Dd]ai|[Ww]eek|[Mm]onth|[Yy]ear|[Hh]our)ly|(?P<annual>[Aa]nnual))\s(?:[a-z]+\s){1,3}?(?:of|is|was|at|to|averaged|totals?|totaled|totalled)\s"
    r"(?:(?:about|around|some|nearly|almost|only|just|roughly|at|least|more|less|than|over|under)\s)*\Z"
)
_PER_DAILY = {"daily": "day", "yearly": "year", "annually": "year", "hourly": "hour"}


def per(text: str, sentence: Sentence | None, start: int, end: int) -> str:
    """The time that a figure is counted over, empty when none is said."""
    if text.startswith("bpd", end - 3):
        return "day"
    match = _PER.match(text, end)
    if match is not None:
        return match.group(1) or _PER_DAILY[match.group(2)]
    if sentence is None:
        return ""
    later = _LATER.match(text, end, min(sentence.end, end + _REACH))
    if later is not None:
        return "day" if later.group(3) else later.group(1) or later.group(2)
    before = _BEFORE.search(text, max(sentence.start, start - _NEAR), start)
    if before is not None:
        often = before.group("often")
        return "year" if often is None else "day" if often[1:] == "ai" else often.lower()
    first = _EVERY.match(text, sentence.start)
    return first.group(1) if first else ""


_NEAR = 70  # characters before a figure in which "annual" or "daily" may stand
_REACH = 110  # characters behind a figure in which its clause may say over what time
