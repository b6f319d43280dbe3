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
        return str(self.value).removesuffix(" year")


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


def _full(reading: Reading, age: AgeMention) -> str:
    """The owner's name in the fullest form: the person mention that overlaps the name knows it."""
    if not age.name:
        return ""
    mentions = reading.document.mentions
    at = bisect_left(mentions, age.name_start, key=lambda m: m.end)
    for mention in mentions[at : at + 3]:
        if mention.start < age.name_end and mention.end > age.name_start and mention.kind == "person":
            held = set(age.name.replace(".", "").split()) <= set(mention.full.replace(".", "").split())
            fuller = held and not mention.candidates and "year" not in mention.full
            return mention.full if fuller else age.name
    return age.name
