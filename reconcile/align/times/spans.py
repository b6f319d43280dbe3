"""Since when something has been so: every claim that says or implies a beginning, as one record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.language.grammar.facets import event_nouns
from reconcile.language.grammar.themes import BECOMES
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.names.gazetteer import honorifics, name_set
from reconcile.language.names.lore import compare
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import word_set, words
from reconcile.values.dates import Grain, Interval
from reconcile.values.kinship import kin
from reconcile.values.regex import regex
from reconcile.values.roles import offices

_PLACE = regex(r"\b(?:in|to|In|residents? of) ([A-Z][\w'’-]+)")
_BEGINNINGS = frozenset(
    {
        "founded",
        "signed",
        "effective",
        "moved",
        "appointed",
        "elected",
        "begun",
        "married",
        "arrived",
        "built",
        "worked",
        "opened",
    }
)


_YEARLY = frozenset(
    {"existence", "office", "service", "force", "signature"}
)  # what lasts for months and years


class Beginning(NamedTuple):
    """A claim that implies when something of class `kind` began; `told` when the beginning itself is dated."""

    claim: DateClaim | DurationClaim
    kind: str
    began: Interval
    told: bool


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("spans"):
        kind, _, entries = line.partition(":")
        for word in [kind, *entries.split()]:
            found.setdefault(word.replace("_", " "), kind)
    return found


def beginnings(story: Story) -> Iterator[Beginning]:
    """Yields what the story's durations, "since" clauses and founding dates say about beginnings."""
    for claim in story.of(DurationClaim):
        kind = _kind(claim)
        if kind in _YEARLY and claim.value and claim.value.unit not in ("month", "year", "decade", "century"):
            continue  # trains that stood still for six hours say nothing about the age of the line
        if kind and claim.since is not None and claim.polarity:
            yield Beginning(claim, kind, claim.since, claim.facet == "since")
    for date in story.of(DateClaim):
        if date.value is None or date.facet not in _BEGINNINGS or date.value.grain < Grain.DAY:
            continue
        if date.event.startswith("re") and date.event[2:] in _kinds():
            continue  # rebuilt, reopened, refounded: not the beginning
        if date.modality != "asserted" or not date.polarity or date.bound not in ("on", "since", "around"):
            continue
        kind = _kinds().get(date.event) or _kinds().get(date.event.split()[-1] if date.event else "", "")
        if (date.facet == "effective") is not (kind == "force"):
            continue
        if date.facet == "begun":
            kind = "activity"
        resides = kind == "residence"
        if date.event in BECOMES:
            kind = "office"
        if (date.facet == "worked" and date.event != "join") or (date.facet == "arrived" and not resides):
            continue
        if kind and not (resides and date.value.grain < Grain.WEEK):
            yield Beginning(date, kind, date.value, True)


def _kind(claim: DurationClaim) -> str:
    """The class of the stretch, by its own noun or verb; empty when it is the length of something else."""
    kinds = _kinds()
    topic = kinds.get(claim.topic, "")
    event = kinds.get(claim.event) or kinds.get(claim.event.split()[0] if claim.event else "", "")
    if topic == "signature" or event == "force":
        return topic if topic == "signature" else event
    if event == "signature":
        return ""  # "they have signed six players since 2012"
    if (event == "imprisonment" and claim.facet == "for") or claim.what in _TERMS:
        return ""  # a sentence looks ahead, as does "a seven-year term"
    match claim.facet:
        case "since":
            return (topic if topic != "existence" or claim.topic == topic else "") or event or "activity"
        case "old":
            return topic if topic == "existence" else ""
        case "for" | "after":
            return topic if claim.topic == "existence" else event or topic
        case "within" if topic in ("service", "office"):
            return topic
        case "nth":
            return topic if topic in ("existence", "office", "service") else ""
        case "ago" | "within":
            return event if event in ("existence", "residence", "office") else ""
        case "":
            return topic if topic in ("service", "marriage", "office") or claim.topic == topic else ""
    return ""


_TERMS = frozenset({"term", "mandate", "contract"})


def same_subject(first: Beginning, second: Beginning, story: Story) -> bool:
    """Whether two beginnings are of one subject: a shared name in subject or clause, and no other name against it."""
    if first.kind == "activity":
        days = [b.began.start for b in (first, second) if b.began.grain <= Grain.DAY and b.began.start]
        near = len(days) == 2 and abs(days[0] - days[1]) <= timedelta(days=3)
        return near and not _of_another(first, second) and story.similarity(first.claim, second.claim) >= 0.12
    if first.kind == "residence":
        one, two = _places(first.claim), _places(second.claim)
        if (one or two) and not one & two:
            return False  # came to the country then, has lived in the town since
    a, b = names(first.claim.subject), names(second.claim.subject)
    if first.kind in _OF_PEOPLE and two_people(first.claim.subject, second.claim.subject):
        return False
    if first.kind == "office":
        one, two = _posts(first.claim), _posts(second.claim)
        if one and two and not one & two:
            return False  # became chairman then, and was a president elsewhere before
    if first.kind == "existence" and _house_and_trade(first, second):
        return False
    if a and b and (a & b):
        return len(a & b) == min(len(a), len(b))
    here, there = names(first.claim.sentence), names(second.claim.sentence)
    if first.kind == "residence":  # the place is what counts, unless other people live there
        return bool(_places(first.claim) & _places(second.claim)) and not (a and b and not a & b)
    if first.kind == "existence":  # who founded it may be named otherwise, the thing is what counts
        apart = a and b and any(c.topic for c in (first.claim, second.claim) if isinstance(c, DurationClaim))
        return bool(here & there) and not apart and not _of_two_kinds(first, second)
    if first.kind == "force" and bool(here & there) and not (a and b):
        mine, its = telling(first.claim.subject), telling(second.claim.subject)
        return len(mine & its) > 1 and mine & its in (mine, its)  # "the smoking ban"
    anybody = all(_person(c.subject) for c in (first.claim, second.claim) if not names(c.subject))
    return bool((a & there) or (b & here)) and not (a and b) and anybody


def _posts(claim: Claim) -> frozenset[str]:
    """The posts that the words around a time name."""
    start, end = (at - claim.sentence_start for at in (claim.span.start, claim.span.end))
    said = _WORDS.findall(claim.sentence[max(0, start - _AROUND) : end + _AROUND].lower())
    held = [offices()[word] for word in said if word in offices()]
    return frozenset(name for office in held for name in (office.name, *office.wider))


_WORDS = regex(r"[a-z]+(?:-[a-z]+)*")
_AROUND = 48  # characters beside a time in which its post may stand


def _person(subject: str) -> bool:
    """Whether a subject without a name may be anybody who is named: "he", "the mayor", but not "a new mayor", "the cabinet"."""
    said = subject.lower().partition(" of ")[0].split() or [""]
    return said[0] not in _OTHERS and (not said[-1] or said[-1] in PRONOUNS or said[-1] in person_nouns())


_OTHERS = frozenset({"new", "next", "former", "vice", "deputy", "acting"})


def _of_two_kinds(first: Beginning, second: Beginning) -> bool:
    """Whether the one was built and the other founded, said of things without a word in common: a bus, its owner."""
    made = [b.claim.event == "build" for b in (first, second)]
    mine, its = telling(first.claim.subject), telling(second.claim.subject)
    return made[0] is not made[1] and bool(mine) and bool(its) and not mine & its


def _house_and_trade(first: Beginning, second: Beginning) -> bool:
    """Whether the one was built, and the other is how long a business has gone on: a hotel moves into an old house."""
    built = [b.claim.event == "build" for b in (first, second)]
    traded = [isinstance(b.claim, DurationClaim) and b.claim.topic == "existence" for b in (first, second)]
    return any(built) and any(traded)


def two_named(first: Claim, second: Claim) -> bool:
    """Whether each of the two is told of somebody or something by name, and they share no word of these."""
    mine, its = names(first.subject), names(second.subject)
    return bool(mine and its) and not (mine & telling(second.subject) or its & telling(first.subject))


def two_people(first: str, second: str) -> bool:
    """Whether two subjects are two people, or one is a relative or a house: "Ada Moss", "his father", "the Moss family"."""
    one, other = first.rpartition(" ")[2], second.rpartition(" ")[2]
    mine, its = names(first), names(second)
    full = min(len(mine), len(its)) > 1 and bool(mine - its) and bool(its - mine)
    unlike = one != other and any(word in kin() or word in name_set("houses") for word in (one, other))
    return unlike or (full and compare(first, second).verdict == "different")


_OF_PEOPLE = frozenset({"office", "service"})


def _of_another(first: Beginning, second: Beginning) -> bool:
    """Whether one of two is told of somebody or something by name, of which the other's sentence knows nothing."""
    one, other = first.claim, second.claim
    return any(
        bool(mine := names(a.subject)) and not mine & names(f"{b.subject} {b.sentence}")
        for a, b in ((one, other), (other, one))
    )


def _places(claim: Claim) -> frozenset[str]:
    """The names after "in" or "to" in the claim's sentence."""
    return frozenset(t for m in _PLACE.finditer(claim.sentence) for t in telling(m.group(1)))


@cache
def _name() -> re.Pattern[str]:
    return re.compile(r"\b[A-Z][\w'’-]+")


@lru_cache(maxsize=8192)
def names(phrase: str) -> frozenset[str]:
    """The stems of the capitalized words of a phrase; none of a common noun alone, which has its capital from where it stands."""
    if phrase.isalpha() and _common(phrase.lower()):
        return frozenset()  # "Polls close at eight", "Firefighters arrived"
    return frozenset(
        t for m in _name().finditer(phrase) if not _titles(phrase, m) for t in telling(m.group())
    )


def _common(word: str) -> bool:
    """Whether a lower-case word is a noun for what is held or happens, or for people in the plural."""
    return (
        word in event_nouns()
        or word in word_set("occasions")
        or (word[-1:] == "s" and word[:-1] in person_nouns())
    )


def _titles(phrase: str, word: re.Match[str]) -> bool:
    """Whether a word is a title before a name: "President Ada Moss"."""
    return phrase[word.end() + 1 : word.end() + 2].isupper() and word.group().lower() in honorifics()
