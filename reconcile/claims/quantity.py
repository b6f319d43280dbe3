"""Quantities: how many, how much, how big; the measure says of what, and what is counted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic.dataclasses import dataclass

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.casualties import Casualty, find_casualties
from reconcile.language.groups import Group, counted_groups
from reconcile.language.numbers import NumberMention
from reconcile.values.amounts import Amount

TYPE = "quantity"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityClaim(Claim):
    """A number with what it measures: `measure` is a news concept (killed, injured, price, …) or the counted noun.

    `counted` is the noun phrase as written; `form` how the number is said (count, money, percent, measure,
    ordinal, score, vague, range); `part` that it counts a part of a whole, `further` that it comes on top of
    others; `derived` how the figure was worked out when it is not written.
    """

    type: Literal["quantity"] = "quantity"
    measure: str
    value: Amount
    counted: str = ""
    place: str = ""
    form: str = "count"
    part: bool = False
    further: bool = False
    derived: str = ""

    def __str__(self) -> str:
        """The figure with what it counts: `more than 70 people`."""
        return f"{self.value} {self.counted}".strip()


def extract(reading: Reading) -> Iterator[QuantityClaim]:
    """Yields the quantities of an article: casualty counts first tied to their verbs, then every other number."""
    document, text = reading.document, reading.document.text
    numbers = document.numbers
    groups = list(counted_groups(text, numbers))
    casualties = find_casualties(text, document.sentences, groups)
    taken = {g.number.figure_start for c in casualties for g in c.groups if g.number is not None}
    for casualty in casualties:
        yield _casualty(reading, casualty)
    phrases = {g.number.figure_start: g for g in groups if g.number is not None}
    for number in numbers:
        if number.figure_start not in taken:
            yield _plain(reading, number, phrases.get(number.figure_start))


def _casualty(reading: Reading, casualty: Casualty) -> QuantityClaim:
    first = casualty.groups[0]
    return reading.claim(
        QuantityClaim,
        casualty.start,
        casualty.end,
        measure=casualty.measure,
        value=casualty.amount,
        counted=first.phrase,
        event=casualty.measure,
        hedge=casualty.amount.hedge,
        part=first.part,
        further=first.further,
        derived=casualty.derived or ("a single person, no figure" if casualty.single else ""),
    )


def _plain(reading: Reading, number: NumberMention, group: Group | None) -> QuantityClaim:
    start, end = number.start, max(number.end, group.end if group else 0)
    return reading.claim(
        QuantityClaim,
        start,
        end,
        measure=group.head if group else number.amount.unit,
        value=number.amount,
        counted=group.phrase if group else "",
        hedge=number.amount.hedge,
        form=number.form,
        part=bool(group and group.part),
        further=bool(group and group.further),
    )
