"""Ages: how old somebody is said to be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.ages import AgeMention, ages_of
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

TYPE = "age"


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeClaim(Claim):
    """How old `subject` is: `value` in years. `noun` says what the subject is called ("woman", "plumber").

    `then` marks the age at an earlier time ("at age 12"), `plural` the age of several people.
    """

    type: Literal["age"] = "age"
    value: Amount
    noun: str = ""
    then: bool = False
    plural: bool = False

    def __str__(self) -> str:
        """The age as a reader would say it: `33`, `20 to 29`."""
        return str(self.value).removesuffix(" years").removesuffix(" year")


def extract(reading: Reading) -> Iterator[AgeClaim]:
    """Yields the ages of an article, each with the person it belongs to in the fullest form the article has."""
    for age in ages_of(reading.document.text):
        yield reading.claim(
            AgeClaim,
            age.start,
            age.end,
            subject=_full(reading, age),
            value=age.amount,
            attribution=reading.document.said_by(age.start, age.end),
            noun=age.noun,
            then=age.then,
            plural=age.plural,
        )


_PASSIVE = regex(r"\s(?:was|were|is|has been|had been|died|suffered)\b")


def _meant(reading: Reading, age: AgeMention) -> str:
    """The person whom "he" or "the 28-year-old" stands for: the one person of the sentence before, or its subject."""
    document = reading.document
    definite = not age.plural and document.text[max(0, age.start - 4) : age.start].lower() == "the "
    if age.by in ("", "who") and not definite:
        return ""
    sentence = document.sentence_at(age.start)
    if sentence is None:
        return ""
    before = [m for m in document.mentions_between(sentence.start, age.start) if m.kind == "person"]
    start = sentence.start
    if before and definite and age.noun:
        return ""  # beside a name, "the 35-year-old victim" is somebody else
    if not before:
        earlier = document.sentence_at(max(0, sentence.start - 2))
        if earlier is None or document.text.count("\n\n", earlier.start, sentence.start) > 1:
            return ""
        start = earlier.start
        before = [m for m in document.mentions_between(start, sentence.start) if m.kind == "person"]
    named = list(dict.fromkeys(m.full for m in before if not m.candidates))
    if len(named) == 1:
        return named[0]
    first = before[0] if before else None
    leads = first is not None and first.start - start <= _LEADS and not _PASSIVE.match(document.text, age.end)
    return first.full if first is not None and leads and not first.candidates else ""


_RELATED = regex(r"\b(?:his|her|their|whose)\b")  # "Holm, his 51-year-old wife": the age is not his
_LEADS = 30  # characters before the subject that a sentence begins with


def _full(reading: Reading, age: AgeMention) -> str:
    """The owner's name in the fullest form: the person mention that overlaps the name knows it."""
    if not age.name:
        return _meant(reading, age)
    if _RELATED.search(reading.document.text, age.name_end, age.end):
        return ""
    mentions = reading.document.mentions
    at = bisect_left(mentions, age.name_start, key=lambda m: m.end)
    for mention in mentions[at : at + 3]:
        if mention.start < age.name_end and mention.end > age.name_start and mention.kind == "person":
            held = set(age.name.replace(".", "").split()) <= set(mention.full.replace(".", "").split())
            fuller = held and not mention.candidates and "year" not in mention.full
            return mention.full if fuller else age.name
    return age.name
