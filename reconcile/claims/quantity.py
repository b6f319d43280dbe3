"""Quantities: how many, how much, how big; the measure says of what, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.figure_holders import done_so_often, holder
from reconcile.claims.reading import Reading
from reconcile.claims.uncounted import in_age, in_time, says_nothing
from reconcile.claims.vouching import authority
from reconcile.language.ages.forms import ages_of
from reconcile.language.figures.aboard import aboard, crew_beside
from reconcile.language.figures.bare_sums import with_currency
from reconcile.language.figures.casualties import find_casualties
from reconcile.language.figures.counted import counted, kind_among, of_them, ranked, tied
from reconcile.language.figures.distances import lies, origin
from reconcile.language.figures.elided import elided
from reconcile.language.figures.groups import BOTH, BOTH_SEXES, Group, collective, counted_groups, growing
from reconcile.language.figures.hedges import before_hedge, bounded, trailing
from reconcile.language.figures.how_often import Often, how_often
from reconcile.language.figures.idle_figures import conversions, idle
from reconcile.language.figures.measured import measured, named
from reconcile.language.figures.nominal import counted_before
from reconcile.language.figures.numbers import NumberMention
from reconcile.language.figures.ordinals import ordinal
from reconcile.language.figures.parameters import crime, narrowed, parameter, settled
from reconcile.language.figures.rates import per
from reconcile.language.figures.results import Result, results
from reconcile.language.figures.rivals import Rival, rival_sums, rivals
from reconcile.language.figures.shares import whole
from reconcile.language.figures.staffing import JOBS
from reconcile.language.figures.tolls import Casualty, told_apart, toll_before
from reconcile.values.amounts import Amount
from reconcile.values.records import record
from reconcile.values.regex import regex
from reconcile.values.units import dimension

TYPE = "quantity"


@record
class QuantityClaim(Claim):
    """A number with what it measures: `measure` is a news concept (killed, injured, price, …) or the counted noun.

    `counted` is the noun phrase as written; `form` how the number is said (count, money, percent, measure,
    ordinal, score, vague, range); `part` that it counts a part of a whole, `further` that it comes on top of
    others; `derived` how the figure was worked out when it is not written; `whole` the figure of
    the whole that it is a part of, as written.
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
    whole: str = ""
    per: str = ""  # the time it is counted over: "day" in "5,000 barrels a day"
    rival: str = ""  # who gives it against the figure before: "500 by their own count"
    rival_start: int = -1  # where that figure stands
    converted: bool = False  # stands in brackets behind the same measure in another unit

    def __str__(self) -> str:
        """The figure with what it counts: `more than 70 people`, `3rd victim`."""
        rank = self.value.point if self.form == "ordinal" else None
        return f"{self.value if rank is None else ordinal(int(rank))} {self.counted}".strip()


def extract(reading: Reading) -> Iterator[QuantityClaim]:
    """Yields the quantities of an article: casualty counts first tied to their verbs, then every other number."""
    document, text = reading.document, reading.document.text
    ages = ages_of(text)
    numbers = [n for n in with_currency(text, document.numbers) if not in_age(ages, n)]
    groups = list(counted_groups(text, numbers))
    casualties = find_casualties(text, document.sentences, groups)
    taken = {g.number.figure_start for c in casualties for g in c.groups if g.number is not None}
    rival, sums = rivals(text, groups), rival_sums(text, numbers)
    told: dict[int, QuantityClaim] = {}
    begun = {g.start: c for c in casualties for g in c.groups}
    for casualty in casualties:
        yield _casualty(reading, casualty, rival)
    shadows = conversions(text, numbers)
    phrases = {g.number.figure_start: g for g in groups if g.number is not None}
    meant = elided(text, groups)
    listed = {result.at: result for result in results(text, numbers, phrases)}
    for often in how_often(text, document.sentence_at):
        taken.add(often.number)
        yield _often(reading, often)
    for number in numbers:
        against = rival.get(number.figure_start)
        if against is not None and number.figure_start not in taken:
            yield _rival(reading, number, against, begun.get(against.first.start))
        elif (
            number.figure_start not in taken and (whole := toll_before(text, number, casualties)) is not None
        ):
            yield _of_whom(reading, number, whole, phrases.get(number.figure_start))
        elif (
            number.figure_start not in taken
            and not in_time(document.times, number)
            and not idle(text, number)
        ):
            at = number.figure_start
            beside = growing(groups, document.sentence_at(at))
            group, bare = phrases.get(at), meant.get(at)
            if group is not None and bare is not None:
                group = group._replace(head=bare.head, phrase=bare.phrase)
            claim = _plain(reading, number, group, listed.get(at), beside, converted=at in shadows)
            if says_nothing(text, number, claim.measure, claim.counted):
                continue
            if at in sums and (first := told.get(sums[at].first)) is not None:
                claim = replace(claim, measure=first.measure, event=first.event, counted=first.counted)
                claim = replace(claim, rival=sums[at].who, rival_start=first.span.start)
            told[number.start] = claim
            yield claim
            if claim.measure == "aboard" and claim.part and claim.value.exact:
                yield from _all_aboard(reading, claim)


_CROWDS, _CROWD = ("population", "attendance", "capacity"), Decimal(20)

# Counts of people that a concept nearby gives a name: "home to 120,000 people".
_OF_PEOPLE = {
    "population": frozenset({"person", "resident", "inhabitant", "soul"}),
    "attendance": frozenset({"person", "spectator", "fan", "guest", "partygoer", "supporter"}),
    "capacity": frozenset({"person", "spectator", "seat"}),
    "magnitude": frozenset({"quake", "earthquake", "tremor"}),
}


def _casualty(reading: Reading, casualty: Casualty, rival: Mapping[int, Rival]) -> QuantityClaim:
    first = casualty.groups[0]
    against = rival.get(first.number.figure_start) if first.number is not None else None
    return reading.claim(
        QuantityClaim,
        casualty.start,
        casualty.end,
        measure=casualty.measure,
        value=casualty.amount,
        counted=first.phrase,
        event=casualty.measure,
        hedge=casualty.amount.hedge,
        attribution=authority(reading, casualty.sentence, max(casualty.start, first.start))
        or reading.document.said_by(casualty.start, casualty.end),
        part=(first.part and not first.single) or casualty.split,
        whole=first.whole,
        per=per(reading.document.text, casualty.sentence, casualty.start, casualty.end),
        further=first.further,
        derived=casualty.derived
        or ("a single person, no figure" if casualty.single else told_apart(reading.document.text, casualty)),
        rival=against.who if against else "",
        rival_start=against.first.start if against else -1,
    )


def _often(reading: Reading, often: Often) -> QuantityClaim:
    """How often a deed was done, and by or to whom, where that one is named."""
    hedge = before_hedge(reading.text, often.number) if often.number >= 0 else None
    amount = often.times
    return reading.claim(
        QuantityClaim,
        often.start,
        often.end,
        subject=done_so_often(reading, often),
        measure=often.measure,
        value=bounded(amount, hedge.kind, hedge.words) if hedge is not None else amount,
        counted=("wound" if often.measure == "wound" else "time") + "s" * (amount.point != 1),
        event=often.measure,
    )


def _all_aboard(reading: Reading, passengers: QuantityClaim) -> Iterator[QuantityClaim]:
    """Passengers and crew together, where both are counted side by side."""
    crew = crew_beside(reading.document.text, passengers.span.end)
    if crew is None or passengers.value.point is None:
        return
    yield reading.claim(
        QuantityClaim,
        passengers.span.start,
        crew.end,
        measure="aboard",
        value=Amount.of(passengers.value.point + crew.many),
        counted="people on board",
        event="aboard",
        attribution=passengers.attribution,
        derived=f"{passengers.value.point} passengers and {crew.many} of the crew",
    )


def _of_whom(reading: Reading, number: NumberMention, whole: Casualty, own: Group | None) -> QuantityClaim:
    """A part of a toll, which counts what the toll counts: people, if it has no noun of its `own`."""
    kind = kind_among(reading.document.text, number.end, one=number.amount.point == 1) or (
        own if own is not None and own.head and not own.part else None
    )
    return reading.claim(
        QuantityClaim,
        number.start,
        kind.end if kind else number.end,
        measure=whole.measure,
        value=number.amount,
        counted=kind.phrase if kind else whole.groups[0].phrase,
        event=whole.measure,
        hedge=number.amount.hedge,
        attribution=reading.document.said_by(number.start, number.end),
        part=True,
    )


def _rival(reading: Reading, number: NumberMention, rival: Rival, toll: Casualty | None) -> QuantityClaim:
    """A figure that somebody named sets against the one before it, maybe a `toll`: it counts what that one counts."""
    return reading.claim(
        QuantityClaim,
        number.start,
        number.end,
        measure=toll.measure if toll is not None else rival.first.head or "count",
        value=number.amount,
        counted=rival.first.phrase,
        event=toll.measure if toll is not None else "",
        hedge=number.amount.hedge,
        attribution=rival.who,
        rival=rival.who,
        rival_start=toll.start if toll is not None else rival.first.start,
        form=number.form,
    )


_AT_ONCE = 10_000  # passengers on board one thing; an airport has millions of them
_STOREYS = frozenset({"story", "storey"})
_HOUSES = {
    "home": "house",
    "residence": "house",
    "dwelling": "house",
    "structure": "building",
    "tower": "building",
}


def _word_after(text: str, end: int) -> str:
    """The word that a hyphen ties to a figure: "magnitude" in "6.1-magnitude"."""
    match = re.compile(r"-([a-z]+)").match(text, end)
    return match.group(1) if match else ""


_OF_MORE = regex(
    r"[^.;\d]{0,90}?,\s(?:(?:about|some|nearly|roughly|only)\s)?(?:an?|one|two|three)[\s-](?:half|third|quarter|fifth|sixth|eighth|tenth)s?"
    r"\sof\s(?:what|the\stotal|the\swhole|all|its|their)\b"
)


_FIRED = regex(
    r"\b(?:fir(?:ed|es|e|ing)|shot off|let off|unload(?:ed|ing)|unleash(?:ed|ing)|squeez(?:ed|ing) off|discharg(?:ed|ing)|spray(?:ed|ing)|pump(?:ed|ing))\b"
)
_CROWD_WORDS = frozenset(
    {"spectator", "attendee", "reveler", "reveller", "onlooker", "picnicker", "partyer", "merrymaker"}
)


_TOTAL = regex(r"\b(?:total|figure|tally|toll|number|count)\b")


def _plain(
    reading: Reading,
    number: NumberMention,
    group: Group | None,
    result: Result | None,
    beside: str,
    *,
    converted: bool,
) -> QuantityClaim:
    """The claim of a number; `beside` is what the sentence counts besides, which a bare total may be of."""
    text, sentence = reading.document.text, reading.document.sentence_at(number.start)
    start, end = number.start, max(number.end, group.end if group else 0)
    if group is None and number.form == "count":
        them = counted(text, number.end)  # "the nine satellites" behind "eight of"
        head, phrase, end = them.head, them.phrase, max(end, them.end)
    else:
        head, phrase = (group.head, group.phrase) if group else ("", "")
    firm = ""
    if number.form == "ordinal" or (number.attached and not number.amount.unit):
        noun = tied(text, number.end)
        if not noun.head and number.form == "ordinal":
            noun = counted(text, number.end, one=True)
        head, phrase, end = noun.head, noun.phrase, noun.end
        if not head and number.ordinal and sentence is not None:
            head = phrase = firm = ranked(text, sentence.start, number.start, number.end)
    part = bool(group and group.part)
    if part and text.endswith(("of us", "of us "), 0, end):
        part = False  # who speaks counts all of them: "Forty-four of us went down"
    if part and not head and (behind := of_them(text, number.start)):
        head, phrase, part = behind.head, behind.phrase, False
    kind = dimension(number.amount.unit) or ("money" if number.form == "money" else "count")
    if not head and number.form in ("count", "vague", "range") and sentence is not None:
        head = counted_before(text, sentence.start, number.start, number.end)
        if head in ("", "total") and _TOTAL.search(
            text, max(sentence.start, number.start - 40), number.start
        ):
            head = beside or head  # "another 59 cases, taking the total to 1,320"
    head = collective(phrase) if head == "member" else head
    if head in BOTH and (both := BOTH_SEXES.match(text, end)) is not None:
        head, phrase, end = BOTH[head], text[number.end : both.end()].strip(), both.end()
    concept, whose = firm, ""
    if sentence is not None and number.form != "ordinal":
        firm, whose = parameter(text, start, end, kind, head)
        concept = firm or measured(text, sentence, start, end, kind)
        if firm in JOBS:  # they are still jobs, which others count as workers
            firm, phrase = "", phrase.removeprefix("new ")
            head, phrase = ("job", "jobs") if head in ("cut", "loss") else (head, phrase)
    if concept in _CROWDS and not firm and (number.amount.high or _CROWD) < _CROWD:
        concept = ""
    if number.attached and concept == "distance":
        concept = "length"  # "a 25-mile chase"
    if number.attached and not number.amount.unit:
        concept = firm or named(_word_after(text, number.end), kind)
        head, phrase, end = (
            ("", "", number.end + 1 + len(_word_after(text, number.end))) if concept else (head, phrase, end)
        )
    if number.attached and head in _STOREYS:
        house = counted(text, end, one=True)
        head = concept = f"story {_HOUSES.get(house.head, house.head)}".strip()
        end = max(end, house.end)
        phrase = "stories"
    measure = firm or (result.head if result else "") or head or concept or number.form
    rate = per(text, sentence, start, end)
    if (
        head == "passenger" and not rate and (number.amount.low or number.amount.high or 0) < _AT_ONCE
    ) or aboard(text, number.start, end, head):
        measure = concept = "aboard"
    if head in ("shot", "gunshot") or (
        head in ("round", "bullet") and _FIRED.search(text, start - 24, end + 24)
    ):
        measure = concept = "shots"  # fired, while the measure "shot" counts people
    if head in _CROWD_WORDS or head.endswith("goer"):
        measure = "attendance"
    if concept in _OF_PEOPLE and head in _OF_PEOPLE[concept]:
        measure = concept
    if number.form in ("money", "measure", "percent") or (number.form == "vague" and number.amount.unit):
        measure = concept or kind
        if not phrase:
            share_of = whole(text, number.end) if number.form == "percent" else ""
            phrase = share_of or counted(text, number.end).phrase
    amount, end = trailing(text, end, number.amount)
    if measure in ("charge", "conviction"):
        whose = crime(text, number.end if not phrase else end)
    elif measure == "population":
        whose = whose or settled(text, start)
    elif measure == "distance" and sentence is not None:
        whose = lies(text, sentence.start, start)
    event = concept if concept in {measure, *JOBS} else ""  # a word near that the figure is not of
    if sentence is not None:
        measure = narrowed(measure, text[sentence.start : sentence.end], start - sentence.start)
    return reading.claim(
        QuantityClaim,
        start,
        end,
        subject=result.who
        if result
        else whose
        if firm or whose
        else holder(reading, sentence, number, measure),
        measure=measure,
        value=amount,
        counted=phrase or (result.phrase if result else ""),
        event=event,
        place=origin(text, number.end) if concept == "distance" else "",
        per=rate,
        hedge=amount.hedge,
        attribution=authority(reading, sentence, start) or reading.document.said_by(start, end),
        form=number.form,
        part=(part and concept not in JOBS)
        or (head == "passenger" and measure == "aboard")
        or _OF_MORE.match(text, end) is not None,
        whole=(group.whole if group else "") or (result.whole if result else ""),
        converted=converted,
        further=bool(group and group.further and concept not in JOBS),
    )
