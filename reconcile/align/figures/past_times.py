"""Past times that a sentence places its figure in, and whether two of them can be one."""

from __future__ import annotations

from functools import lru_cache

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.sources.article import Article
from reconcile.values.regex import regex

_PAST_EVENT = regex(
    r"\b(?i:in|of|since|between|back\sin|early|late|during|year|an?|the)\s(?:[A-Z][a-z]+\s)?(1[89]\d\d|20\d\d)s?\b|\b(?:last|previous)\s(?:year|month|February|March|April|May|June|July|August|September|October|November|December|January)\b|\b[Ii]n\s(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b|\byears?\s(?:to\sthe\s(?:day|week|month)\s)?(?:ago|earlier|after\s(?:another|the|its|his|her|their)\b|since\s(?:the|its|that|a|an)\b)|\bearlier\sthis\syear\b"
)


def other_time(claim: QuantityClaim, story: Story) -> str:
    """A past year or month that the claim's sentence, or the one it leans on, places the figure in; empty for the news itself."""
    past = _past(claim.sentence, claim.span.start - claim.sentence_start)
    published = story.article(claim).published
    if published and published.interval.start and past == str(published.interval.start.year):
        return ""
    return past


@lru_cache(maxsize=4096)
def _past(sentence: str, at: int) -> str:
    """The past year that a sentence names, or that it names a past time without its year; empty when neither.

    Of two times the last one before the figure at `at` is meant: "the blast in April and a 2005 fire that killed 15".
    """
    told = list(_PAST_EVENT.finditer(sentence))
    match = next((m for m in reversed(told) if m.end() <= at), told[0] if told else None)
    if match is not None and _TODAY.search(sentence, match.end(), at if at > match.end() else match.end()):
        return ""  # "opened in 1961, employs around 600 people"
    return (match.group(1) or (_MONTH if match.group("month") else _PAST)) if match else ""


_TODAY = regex(
    r"\b(?:employs?|has|have|is|are|now|runs|owns|operates)\b(?! (?:been|[a-z]+(?:ed|wn|en|ost))\b)"
)
_PAST, _MONTH = "past", "month"  # a time long ago, and a month of the twelve before


def one_time(first: str, second: str) -> bool:
    """Whether two past times may be one: "in 1951" and "seventy years ago"."""
    return first == second or (bool(first and second) and not (first.isdigit() and second.isdigit()))


def two_years(first: str, second: str, article: Article) -> bool:
    """Whether one of two times is a year, and the other that of the news, or of a month in the year before it."""
    published = article.published
    news = published.interval.start.year if published and published.interval.start else 0
    for one, other in ((first, second), (second, first)):
        if one.isdigit() and (other == "" or (other == _MONTH and int(one) < news - 1)):
            return True
    return False
