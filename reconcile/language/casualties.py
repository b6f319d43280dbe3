"""Who was killed, injured, arrested, …: ties counted groups to the words that say what happened to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import groupby

from reconcile.language.casualty_words import Trigger, find_triggers, trigger_words
from reconcile.language.counted import singulars
from reconcile.language.groups import Group, single_groups
from reconcile.language.sentences import Sentence
from reconcile.lexicon import words
from reconcile.values.amounts import Amount


@dataclass(frozen=True, slots=True)
class Casualty:
    """A count of people to whom something happened: `text[start:end]` holds the count and the word for it.

    `groups` are the counted groups, several when they are added up ("two men and a woman"); `single` when no
    figure is written ("a man was killed"); `derived` says how a figure was worked out when it is not written.
    """

    start: int
    end: int
    measure: str
    amount: Amount
    groups: tuple[Group, ...]
    sentence: Sentence
    single: bool = False
    derived: str = ""


@cache
def _anybody() -> frozenset[str]:
    return frozenset(words("anybody"))


def find_casualties(text: str, sentences: Sequence[Sentence], groups: Sequence[Group]) -> list[Casualty]:
    """The casualty counts of `text`, in order. `groups` are its counted groups in order."""
    triggers = list(find_triggers(text))
    found: list[Casualty] = []
    at = low = 0
    for sentence in sentences:
        mine = []
        while at < len(triggers) and triggers[at].start < sentence.end:
            if triggers[at].start >= sentence.start:
                mine.append(triggers[at])
            at += 1
        while low < len(groups) and groups[low].start < sentence.start:
            low += 1
        if mine:
            high = low
            while high < len(groups) and groups[high].start < sentence.end:
                high += 1
            found.extend(_in_sentence(text, sentence, mine, groups[low:high]))
    return settle_shot(list(_with_killer(text, found)))


def _in_sentence(
    text: str, sentence: Sentence, triggers: list[Trigger], counted: Sequence[Group]
) -> Iterator[Casualty]:
    if sentence.end - sentence.start > _LONGEST_PROSE:
        return  # no sentence of prose: a table or a dump
    counted = [g for g in counted if g.head not in _NO_VICTIMS]
    groups = _merged(counted, list(single_groups(text, sentence.start, sentence.end)))
    used: set[tuple[int, str]] = set()
    for trigger in triggers:
        members = _members(text, sentence, trigger, groups, triggers)
        members = [g for g in members if (g.start, trigger.measure) not in used]
        if not members:
            yield from _implied(text, sentence, trigger)
            continue
        used.update((g.start, trigger.measure) for g in members)
        if all(g.head in _anybody() or g.further for g in members):
            yield _casualty(members, trigger, sentence)
        else:  # "seven officers and two civilians" are two counts
            yield from (_casualty([member], trigger, sentence) for member in members)


_SUBJECT_ONE = re.compile(
    r"(?P<subject>\b(?:[Hh]e|[Ss]he|[Ww]ho|[A-ZÀ-Þ][\w'’-]+|NOUN)\b(?:,?\s(?:age\s|aged\s)?\d{1,3},?|,\sof\s[A-Z][\w\s]{2,24},)?)\s"
    r"(?P<aux>(?:(?:was|is|has|had|be|been|being|also|later|then|reportedly|apparently|since|both)\s){0,4})\Z"
)
_INTRANSITIVE = frozenset({"died", "dies", "dead", "deceased"})
_PASSIVE_AFTER = re.compile(
    r"\s?(?:$|[,.;]|\s(?:in|by|after|at|when|near|during|while|on|outside|inside|as|and|early|late|over)\b)",
    re.I,
)
_NOT_A_PERSON = frozenset(
    {"it", "this", "that", "police", "authorities", "officials", "and", "the", "no", "nobody", "gunman"}
)


@cache
def _subject_one() -> re.Pattern[str]:
    nouns = sorted(
        set(singulars().values())
        - {"other", "dead", "death", "fatality", "casualty", "life", "body", "family"}
    )
    both = [*nouns, *(noun.capitalize() for noun in nouns)]
    return re.compile(_SUBJECT_ONE.pattern.replace("NOUN", "|".join(both)))


def _implied(text: str, sentence: Sentence, trigger: Trigger) -> Iterator[Casualty]:
    """The one person whom a singular subject stands for: "Officer Byrne was shot dead", "Teenage boy killed in"."""
    if trigger.measure != "killed" or trigger.shape not in ("verb", "state"):
        return
    window = max(sentence.start, trigger.start - 90)
    match = _subject_one().search(text[window : trigger.start])
    if match is None or match.group("subject").lower() in _NOT_A_PERSON:
        return
    word = text[trigger.start : trigger.end].lower()
    aux = match.group("aux").split()
    passive = any(a in ("was", "is", "been", "being") for a in aux)
    stated = passive or word.split()[0] in _INTRANSITIVE
    subject = match.group("subject")
    headline = subject.lower() in singulars() and _PASSIVE_AFTER.match(text, trigger.end) is not None
    if not stated and not (headline and word.split()[-1] in ("killed", "dead", "death", "down", "shot")):
        return
    start = window + match.start("subject")
    group = Group(start, start + len(subject), Amount.of(1), subject.lower(), subject, single=True, part=True)
    yield Casualty(start, trigger.end, "killed", group.amount, (group,), sentence, single=True)


_SUICIDE = re.compile(
    r"\b(?:kill(?:ed|ing|s)?\s(?:him|her)self|(?:shot|shooting|shoots)\s(?:and\skilled\s)?(?:him|her)self|then\s(?:him|her)self|and\s(?:then\s)?(?:him|her)self"
    r"|fatally\sshooting\s(?:him|her)self|(?:took|taking|takes)\s(?:his|her)\sown\slife|commit(?:ted|ting|s)?\ssuicide"
    r"|turn(?:ed|ing|s)\sthe\s(?:gun|weapon|rifle)\son\s(?:him|her)self|(?:him|her)self\sand)\b",
    re.I,
)


def _with_killer(text: str, found: list[Casualty]) -> Iterator[Casualty]:
    """The tolls of a sentence, with the killer's own death counted where the sentence tells it."""
    for sentence, group in groupby(found, key=lambda c: c.sentence):
        tolls = list(group)
        own = _SUICIDE.search(text, sentence.start, sentence.end)
        deaths = [c for c in tolls if c.measure == "killed" and c.amount.exact]
        victims = [
            c
            for c in deaths
            if not (
                own
                and c.end <= own.end()
                and own.start() < c.end
                and "self" in text[c.start : own.end()]
                and c.single
            )
        ]
        if own is None or not victims:
            yield from tolls
            continue
        for casualty in tolls:
            if casualty is victims[0]:
                total = (casualty.amount.low or 0) + 1
                said = f"{casualty.amount.low} killed and the killer's own death"
                yield replace(casualty, amount=Amount.of(total), derived=said, single=False)
            elif casualty in victims or casualty not in deaths:
                yield casualty


def _merged(counted: Sequence[Group], single: list[Group]) -> list[Group]:
    """Both kinds in text order; a single group that overlaps a counted one gives way."""
    kept = [s for s in single if not any(s.start < c.end and c.start < s.end for c in counted)]
    # "a group of 20 people", "a 19-year-old man": the age is no count, the noun phrase is one.
    return sorted([*counted, *kept], key=lambda g: g.start)


def _casualty(members: list[Group], trigger: Trigger, sentence: Sentence) -> Casualty:
    start, end = members[0].start, members[-1].end
    if -60 <= trigger.start - end <= 120 and trigger.start >= start:
        end = max(trigger.end, end)
    elif 0 <= start - trigger.end <= 60:
        start = trigger.start
    amount = members[0].amount if len(members) == 1 else _sum(members)
    return Casualty(
        start, end, trigger.measure, amount, tuple(members), sentence, all(g.single for g in members)
    )


def _sum(members: list[Group]) -> Amount:
    lows = [g.amount.low for g in members]
    highs = [g.amount.high for g in members]
    low = sum((v for v in lows if v is not None), Decimal(0)) if None not in lows else None
    high = sum((v for v in highs if v is not None), Decimal(0)) if None not in highs else None
    exact = low is not None and low == high
    return Amount(low, high, low if exact else None, "", "" if exact else "together")


_NO_VICTIMS = frozenset(
    {
        "time",
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "mile",
        "block",
        "shot",
        "round",
        "bullet",
        "count",
    }
)
_LONGEST_PROSE = 4000
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|are|is|be|get|gets|got|getting)\s(?:(?:\w+ly|also|all|both|each|either|not|since|later|shot|stabbed|confirmed|reported|believed|said|feared|to|have|been|be|and)\s){0,4}\Z",
    re.I,
)
_OBJECT_GAP = re.compile(
    r"\s(?:(?:the|his|her|their|its|a|an|another|outright|himself|herself|off|and|or|to|down|dead|least|all|of|lives|some|what|were|as|well|also|him|himself,)\s){0,4}\Z",
    re.I,
)
_TO_HOSPITAL = re.compile(r"(?:\s\w+){0,4}\s(?:to|in)\s(?:\w+\s){0,3}[Hh]ospitals?\b")
_OF_GAP = re.compile(r"\s(?:of|to|among|for|by)\s(?:(?:the|his|her|their|its|all|at|least)\s){0,2}\Z", re.I)
_TOLL_GAP = re.compile(
    r"(?:\s[^.;:\n]{0,60}?\b(?:to|at|was|is|reached|exceeded|passed|hit|topped|stands|stood|now)|\sof|,|:)\s(?:at\s|to\s|about\s|now\s)?\Z",
    re.I,
)
_AND_GAP = re.compile(
    r"(?:,\s(?:(?:his|her|their)\s)?|,?\s(?:and|as\swell\sas|plus|along\swith)\s(?:(?:the|his|her|their)\s)?)\Z",
    re.I,
)
_BROKEN = re.compile(r"[;:!?\n]|\.\s|\s[-–—]\s", re.I)
_SUBORDINATE = re.compile(
    r"\b(?:when|while|after|before|that|which|but|because|where|if|until|by|killing|injuring|wounding|leaving|whose|charged|accused|suspected|said|says|told|identified|against)\b",
    re.I,
)
_AUX_END = re.compile(
    r"\b(?:was|were|been|being|are|is|be|has|have|had|get|got|reported|reportedly|confirmed|believed|feared|left|who|critically|seriously|severely|slightly|found|shot|people|suffered|sustained|received|with|for|from|of|non-life-threatening|treated|minor|serious|critical|gunshot|to|also|later)\s(?:(?:\w+ly|also|all|both|later|then|since|shot|and|in|their|his|her|non|life|threatening|minor|serious)\s){0,4}\Z",
    re.I,
)
_AND_INSIDE = re.compile(
    r"\band\b(?!\s(?:(?:\w+ly|then|later)\s){0,2}(?:killed|injured|wounded|died|hurt|shot|was|were|have|has|had|pronounced|are|is|hospitalized|transported|taken)\b|\s\Z)",
    re.I,
)


def _members(
    text: str, sentence: Sentence, trigger: Trigger, groups: list[Group], triggers: list[Trigger]
) -> list[Group]:
    """The groups that `trigger` speaks of, in order; empty when it speaks of none that is counted."""
    before = [g for g in groups if g.end <= trigger.start]
    after = [g for g in groups if g.start >= trigger.end]
    inside = [g for g in groups if g.start < trigger.end and g.end > trigger.start]
    if trigger.shape == "noun":
        own = [g for g in inside if g.number is not None]
        if own:
            return own
    if inside and inside[0].number is not None:
        whole = inside[0].part and trigger.start > inside[0].number.end
        return [] if whole else inside[:1]  # "22 injured passengers", but not "two of the injured"
    if trigger.shape == "sent":
        ready = after and _OBJECT_GAP.match(text[trigger.end : after[0].start])
        return after[:1] if ready and _TO_HOSPITAL.match(text, after[0].end) else []
    if trigger.shape in ("toll",):
        if after and _TOLL_GAP.match(text[trigger.end : after[0].start]) and after[0].number is not None:
            return after[:1]
        return []
    if trigger.shape == "noun":
        if after and _OF_GAP.match(text[trigger.end : after[0].start]):
            return _chain(text, after, triggers)
    elif trigger.shape == "verb" and (
        text[trigger.end - 3 : trigger.end].lower() == "ing"
        or not _PASSIVE.search(text, max(sentence.start, trigger.start - 60), trigger.start)
    ):
        if (
            after
            and _OBJECT_GAP.match(text[trigger.end : after[0].start])
            and not _state_follows(text, after[0], triggers)
        ):
            return _chain(text, after, triggers)
        if text[trigger.start : trigger.end].lower().endswith(("ing", "kills", "injures", "wounds")):
            return []
    if not before:
        return []
    gap = text[before[-1].end : trigger.start]
    if not _subject_gap(gap, trigger):
        return []
    if trigger.measure in ("injured", "shot") and before[-1].single and before[-1].part:
        return []  # "the victim was shot" speaks of somebody counted already
    return _chain_back(text, before)


def _state_follows(text: str, group: Group, triggers: list[Trigger]) -> bool:
    """Whether the group right after a verb belongs to the next word: "shot, 3 dead"."""
    return any(
        t.shape == "state" and 0 <= t.start - group.end <= 1 and t.measure == "killed" for t in triggers
    )


def _subject_gap(gap: str, trigger: Trigger) -> bool:
    gap = re.sub(r",[^,;.]{3,80},", "", gap) if gap.count(",") >= 2 else gap
    if _BROKEN.search(gap) or "," in gap or "(" in gap:
        return False
    if _SUBORDINATE.search(gap) or _AND_INSIDE.search(gap):
        return False
    spoken = gap.split()
    if not spoken:
        return True
    if trigger.shape == "noun":
        return (
            len(spoken) <= 8
            and not re.search(r"\b(?:died|dies|die|dead|recover\w*)\b", gap)
            and bool(re.search(r"\b(?:suffer\w*|sustain\w*|receiv\w*|with|treated\sfor|from|had)\b", gap))
        )
    if _AUX_END.search(gap):
        return len(spoken) <= 14
    if trigger.shape == "state" and trigger.measure == "killed" and len(spoken) <= 8:
        other = any(word.lower().strip(",") in trigger_words() for word in spoken) and " and " not in gap
        return not other and not re.search(r"\bof\s\Z|\bthe\s\Z", gap)
    return len(spoken) <= 2 and not re.search(r"\b(?:the|of|a|an|in)\b", gap)


def _chain(text: str, groups: list[Group], triggers: list[Trigger]) -> list[Group]:
    """The first group and those joined to it: "two men and a woman"."""
    members = [groups[0]]
    for group in groups[1:]:
        gap = text[members[-1].end : group.start]
        if not _AND_GAP.match(gap) or group.part or (group.further and group.head == ""):
            break
        if any(
            t.start >= group.end
            and t.start - group.end <= 12
            and not text[group.end : t.start].strip(" werahsvbn")
            for t in triggers
        ):
            break  # "killing two people, three were injured"
        if gap.strip() == "," and not any(
            _AND_GAP.match(text[group.end : g.start]) for g in groups if g.start >= group.end
        ):
            break  # a lone comma joins nothing
        members.append(group)
    return members


def _chain_back(text: str, groups: list[Group]) -> list[Group]:
    members = [groups[-1]]
    for group in reversed(groups[:-1]):
        gap = text[group.end : members[0].start]
        joined = re.fullmatch(r",?\sand\s(?:(?:the|his|her|their)\s)?|,\s", gap) is not None
        if not joined or (gap == ", " and len(members) == 1):
            break
        if group.head == "" or (members[0].number and members[0].part):
            break
        members.insert(0, group)
    return members


def settle_shot(found: list[Casualty]) -> list[Casualty]:
    """The casualties with "shot" read as injured where the text leaves nothing else, less those who died."""
    killed = [c for c in found if c.measure == "killed"]
    wounded = [c for c in found if c.measure == "injured"]
    settled = []
    for casualty in found:
        if casualty.measure == "hospitalized" and not wounded and not any(c.measure == "shot" for c in found):
            casualty = replace(casualty, measure="injured")
        elif casualty.measure == "shot" and casualty.amount.exact:
            casualty = _settle(casualty, killed, wounded)
        settled.append(casualty)
    return settled


_NEAR = 500  # characters: a toll this close before a count of people shot tells of the same people


def _settle(shot: Casualty, killed: list[Casualty], wounded: list[Casualty]) -> Casualty:
    if any(c.sentence == shot.sentence for c in wounded):
        return shot
    here = [c for c in killed if c.sentence == shot.sentence]
    near = [c for c in killed if 0 <= shot.start - c.end <= _NEAR and not c.single]
    dead = next(iter((*here, *near)), None)
    if dead is None or shot.groups[0].further:
        return replace(shot, measure="injured")
    if not dead.amount.exact or shot.amount.low is None or dead.amount.low is None or (wounded and not here):
        return shot
    left = shot.amount.low - dead.amount.low
    if left <= 0:
        return shot
    said = f"{shot.amount.low} shot less {dead.amount.low} killed"
    return replace(shot, measure="injured", amount=Amount.of(left), derived=said)
