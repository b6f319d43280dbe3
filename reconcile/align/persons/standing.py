"""What a story's state claims have in common: the person they speak of, and when their articles came out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from reconcile.align.persons.holders import one_person
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.values.regex import regex
from reconcile.values.weekdays import other_weekdays

_NEAR = 100  # characters from a claim in which a year is one of its own
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_SUSPECT = regex(
    r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|culprits?|assailants?|robbers?|killers?|accused|defendant|he|she|him|her)\b",
    re.IGNORECASE,
)

_WITHDRAWN = regex(
    r"\b(?:initial|initially|originally|previously|earlier|at first|first reports?|early reports?|had said|had claimed|had told"
    r"|incorrect|incorrectly|wrongly|erroneous|erroneously|mistakenly|corrected|retracted|turned out|declaring)\b",
    re.IGNORECASE,
    holds="initial|originally|previously|earlier|at first|first report|early report|had said|had claimed|had told|incorrect|wrongly|erroneous|mistakenly|corrected|retracted|turned out|declaring",
)


def withdrawn(claim: Claim) -> bool:
    """Whether the claim's sentence tells what was first believed or said, and no longer is."""
    return taken_back(claim.sentence)


def taken_back(sentence: str) -> bool:
    """Whether a sentence tells what was first believed or said, and no longer is."""
    return _WITHDRAWN.search(sentence) is not None


def one_subject(first: Claim, second: Claim) -> bool:
    """Whether two claims can be about one person: like names, or a suspect who is not named."""
    if first.subject and second.subject:
        return one_person(first.subject, second.subject)
    unnamed = first if not first.subject else second
    return _SUSPECT.search(unnamed.sentence) is not None


def day(story: Story, claim: Claim) -> str:
    """The day the claim's article came out, as an ISO date; empty when it is not known to the day."""
    published = story.article(claim).published
    return published.value if published is not None and len(published.value) == 10 else ""


def told_since(story: Story, asked: Iterable[Claim], answers: Iterable[Claim]) -> bool:
    """Whether an article that answers came out on the day of one that leaves the question open, or later."""
    told = [day(story, answer) for answer in answers]
    return any(then and then <= now for claim in asked if (then := day(story, claim)) for now in told)


def long_ago(story: Story, claim: Claim) -> bool:
    """Whether the words beside a claim are of another year than its article: of an earlier case."""
    published = day(story, claim)[:4]
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    years = _YEAR.findall(claim.sentence, max(0, start - _NEAR), min(len(claim.sentence), end + _NEAR))
    return bool(years) and bool(published) and published not in years


_PERIOD = regex(
    r"\b(?:in|since|from|during|of)(?: (?:early|late|mid|the))? (?P<when>(?:19|20)\d\d|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|spring|summer|autumn)\b(?! [12]?\d\b)"
    r"|\b(?P<ago>last (?:year|month|spring|summer|autumn|winter|[A-Z][a-z]+ary|March|April|May|June|July|August|[A-Z][a-z]+ber)"
    r"|(?:weeks?|months?|years?) (?:ago|earlier|before)|earlier version|an earlier|previous(?:ly)?|until (?:now|then)|the year before)\b"
)


def _period(story: Story, claim: Claim) -> frozenset[str]:
    """The years, months and times past that the sentence names, but for those in which its article came out."""
    published = day(story, claim)
    month = date.fromisoformat(published).strftime("%B") if published else ""
    named = frozenset(m.group("when") or m.group("ago") for m in _PERIOD.finditer(claim.sentence))
    return named - {published[:4], month}


def other_time(story: Story, first: Claim, second: Claim) -> bool:
    """Whether the sentence of one claim names a time past that the sentence of the other does not name."""
    return _period(story, first) != _period(story, second)


_SAID = regex(r"\b(?:said|says|told|according|announced|added|reported|statement)\b[^,;.]*")


def other_day(first: Claim, second: Claim) -> bool:
    """Whether both sentences name weekdays, other than those of the saying, and none in common."""
    return other_weekdays(_SAID.sub("", first.sentence), _SAID.sub("", second.sentence))


def in_order(story: Story, earlier: Claim, later: Claim) -> bool | None:
    """Whether the first claim's article came out before the second's; None when that is not known."""
    one, other = day(story, earlier), day(story, later)
    return one < other if one and other else None


def apart(story: Story, first: Claim, second: Claim) -> int:
    """How many days lie between the articles of two claims; 0 when that is not known."""
    one, other = day(story, first), day(story, second)
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) if one and other else 0
