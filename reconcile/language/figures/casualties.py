"""Who was killed, injured, arrested, …: ties counted groups to the words that say what happened to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from reconcile.language.figures.asides import before_aside, without_asides
from reconcile.language.figures.casualty_words import Trigger, find_triggers, trigger_words
from reconcile.language.figures.counted import singulars
from reconcile.language.figures.groups import Group, by_whom, single_groups
from reconcile.language.figures.nominal import FROM_TO, stated, toll
from reconcile.language.figures.tolls import Casualty, settle_shot, split_up, with_killer
from reconcile.language.names.titled import person_nouns
from reconcile.language.sentences import Sentence
from reconcile.lexicon import words
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


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
    return settle_shot(split_up(text, list(with_killer(text, found))))


def _in_sentence(
    text: str, sentence: Sentence, triggers: list[Trigger], counted: Sequence[Group]
) -> Iterator[Casualty]:
    if sentence.end - sentence.start > _LONGEST_PROSE:
        return  # no sentence of prose: a table or a dump
    counted = [g for g in counted if _of_victims(g) and (g.amount.point or 0) % 1 == 0]
    groups = _merged(counted, list(single_groups(text, sentence.start, sentence.end)))
    used: set[tuple[int, str]] = set()
    objects: set[int] = (
        set()
    )  # groups that a verb before them has taken: "killed three people and wounded a fourth"
    for trigger in triggers:
        if _NEVER_HAPPENED.search(text, max(sentence.start, trigger.start - 40), trigger.start):
            continue
        if text.endswith("-", 0, trigger.start):
            continue  # "a six-shot revolver"
        if text[trigger.start : trigger.end].lower() == "shooting" and _of_suspects(groups, trigger):
            continue
        free = [g for g in groups if g.start not in objects or not text.startswith(" and", g.end)]
        if trigger.measure != "killed":
            free = [g for g in free if g.head != "body"]  # "22 bodies and 40 wounded"
        if trigger.persons or text[trigger.start : trigger.end].lower() in _SAVED:
            free = [g for g in free if g.head in person_nouns() or (not g.head and g.end <= trigger.start)]
        members = _members(text, sentence, trigger, free, triggers)
        members = [
            g
            for g in members
            if (g.start, trigger.measure) not in used
            and not (trigger.shape == "noun" and _counts_wounds(text, g, trigger))
        ]
        if not members:
            yield from _implied(text, sentence, trigger)
            continue
        used.update((g.start, trigger.measure) for g in members)
        objects.update(g.start for g in members if g.start > trigger.start)
        if all(g.head in _anybody() or g.further for g in members) or any(g.head == "other" for g in members):
            yield _casualty(members, trigger, sentence)
        else:  # "seven officers and two civilians" are two counts
            yield from (_casualty([member], trigger, sentence) for member in members)


def _counts_wounds(text: str, group: Group, trigger: Trigger) -> bool:
    """Whether a figure counts what the noun says, and not those of the event: "12 injuries", "12 road deaths"; but not "12 deaths"."""
    kind = group.phrase.lower().removeprefix("confirmed ").removeprefix("known ").removeprefix("reported ")
    of_people = trigger.measure in ("killed", "arrested") and not group.further and " " not in kind
    if group.amount.high == 0 and trigger.measure == "injured":  # "no injuries"
        of_people = text[group.start : group.end].count(" ") == 1
    return (
        group.start < trigger.end
        and group.end > trigger.start
        and (not of_people or text.startswith(" per ", group.end))
    )


def _of_suspects(groups: Sequence[Group], trigger: Trigger) -> bool:
    """Whether the word stands among those for people, who are no victims: "four shooting suspects"."""
    return any(g.start < trigger.start < g.end and g.head != "victim" for g in groups)


_SUBJECT_ONE = regex(
    r"(?P<subject>\b(?:[Hh]e|[Ss]he|[Ww]ho|[A-ZÀ-Þ][\w'’-]+|NOUN)\b(?:,?\s(?:age\s|aged\s)?\d{1,3},?|,\sof\s[A-Z][\w\s]{2,24},)?)\s"
    r"(?P<aux>(?:(?:was|is|has|had|be|been|being|also|later|then|reportedly|apparently|since|both)\s){0,4})\Z"
)
_NAME_ONLY = regex(r",|\s(?:aged?\s)?\d")  # "Moss, 41,"
_INTRANSITIVE = frozenset({"died", "dies", "dead", "deceased"})
_PASSIVE_AFTER = regex(
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
    phrase = _NAME_ONLY.split(subject, maxsplit=1)[0]
    group = Group(start, start + len(subject), Amount.of(1), subject.lower(), phrase, single=True, part=True)
    yield Casualty(start, trigger.end, "killed", group.amount, (group,), sentence, single=True)


def _of_victims(group: Group) -> bool:
    """Whether a count can be one of victims: that of no injuries says that nobody was hurt."""
    return group.head not in _NO_VICTIMS or (group.head == "injury" and group.amount.high == 0)


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


# "threatened to kill", "tried to shoot", "was not injured", "could have been killed"
_NEVER_HAPPENED = regex(
    r"\b(?:threaten\w*|tried|trying|tries|attempt\w*|plann\w*|plot\w*|want\w*|intend\w*|conspir\w*|vow\w*)\s(?:to\s)?(?:\w+ly\s)?\Z"
    r"|\b(?:orders?|ordered|instruct\w*|plans?|intention|decision|permission|authori[sz]ed|told)\s(?:(?:was|were|had|has|have|been|given|issued|made)\s){0,3}to\s\Z"
    r"|\b(?:not|n['’]t|never)\s(?:\w+\s){0,1}\Z|\b(?:could|would|might|will|may)\s(?:have\s)?(?:been\s|be\s)?\Z",
    re.I,
    holds="threaten|tried|trying|tries|attempt|plan|plot|want|intend|conspir|vow|order|instruct|intention|decision|permission|authori|told|not|n't|n’t|never|could|would|might|will|may",
)
_SAVED = frozenset({"saved", "saving"})  # jobs, lives and penalties are, too, and nobody is rescued
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
        "hospital",
        "clinic",
        "center",
        "centre",
        "ambulance",
        "helicopter",
        "home",
        "house",
        "building",
        "shop",
        "car",
        "vehicle",
        "school",
        "wound",
        "injury",
        "country",
        "nation",
    }
)
_LONGEST_PROSE = 4000
_PASSIVE = regex(
    r"\b(?:was|were|been|being|are|is|be|get|gets|got|getting)\s(?:(?:\w+ly|also|all|both|each|either|not|since|later|shot|stabbed|confirmed|reported|believed|said|feared|to|have|been|be|and)\s){0,4}\Z",
    re.I,
)
_OBJECT_GAP = regex(
    r"\s(?:(?:the|his|her|their|its|a|an|another|outright|himself|herself|off|to|down|dead|least|only|just|all|of|lives|some|what|were|as|well|also|him|himself,)\s){0,4}\Z",
    re.I,
)
_TO_HOSPITAL = regex(r"(?:\s\w+){0,4}\s(?:to|in)\s(?:\w+\s){0,3}[Hh]ospitals?\b")
_OF_GAP = regex(r"\s(?:of|to|among|for|by)\s(?:(?:the|his|her|their|its|all|at|least)\s){0,2}\Z", re.I)
_AND_GAP = regex(
    r"(?:,\s(?:(?:his|her|their)\s)?|,?\s(?:and|as\swell\sas|plus|along\swith)\s(?:(?:the|his|her|their)\s)?)\Z",
    re.I,
)
_BROKEN = regex(r"[;:!?\n]|\.\s|\s[-–—]\s", re.I)
_SUBORDINATE = regex(
    r"\b(?:when|while|after|before|that|which|but|because|where|if|until|by|killing|injuring|wounding|leaving|whose|charged|accused|suspected|said|says|told|identified|against)\b",
    re.I,
)
_AUX_END = regex(
    r"\b(?:was|were|been|being|are|is|be|has|have|had|get|got|reported|reportedly|confirmed|believed|feared|left|who|critically|seriously|severely|slightly|found|shot|people|suffered|sustained|received|with|for|from|of|non-life-threatening|treated|minor|serious|critical|gunshot|to|also|later)\s(?:(?:\w+ly|also|all|both|later|then|since|shot|and|in|their|his|her|non|life|threatening|minor|serious)\s){0,4}\Z",
    re.I,
)
_AND_INSIDE = regex(
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
    if trigger.shape == "toll":
        return toll(text, trigger, after)
    for group in after[:FROM_TO]:
        bare = group.number is not None and group.head in ("", "person")
        if bare and stated(text, sentence.start, trigger.start, trigger.end, group.start):
            return [group]
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
            and not _state_follows(after[0], triggers)
        ):
            return _chain(text, after, triggers)
        if text[trigger.start : trigger.end].lower().endswith(("ing", "kills", "injures", "wounds")):
            return []
    before = before_aside(text, before, trigger.start)
    if not before:
        return []
    gap = without_asides(text[before[-1].end : trigger.start])
    if trigger.shape == "verb" and by_whom(text, before[-1], gap):
        return []  # "the two men who shot", "whom two men shot": they did it
    if not _subject_gap(gap, trigger) or _disagrees(text, before[-1], gap):
        return []
    if trigger.measure in ("injured", "shot") and before[-1].single and before[-1].part:
        return []  # "the victim was shot" speaks of somebody counted already
    return _chain_back(text, before)


def _state_follows(group: Group, triggers: list[Trigger]) -> bool:
    """Whether the group right after a verb belongs to the next word: "shot, 3 dead"."""
    return any(
        t.shape == "state" and 0 <= t.start - group.end <= 1 and t.measure == "killed" for t in triggers
    )


_SINGULAR = regex(r"\s(?:has|was|is)\s(?:(?:been|since|also|later|now)\s)*\Z")
_RELATIVE = regex(r"\b(?:who|which|that)\s(?:[\w'’-]+\s){1,5}\Z")


def _disagrees(text: str, group: Group, gap: str) -> bool:
    """Whether a verb in the singular stands behind several people: "the shooting that hurt five men has killed".

    Right behind a count, as in "a crowd of 300 was killed", it does so only where a relative clause ends there.
    """
    many = group.amount.low is not None and group.amount.low > 1 and group.number is not None
    if not many or _SINGULAR.search(gap) is None:
        return False
    return " " in gap.strip() or _RELATIVE.search(text, max(0, group.start - 60), group.start) is not None


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
        joined = (
            re.fullmatch(r"(?:\s(?:from|of)\s[A-Z]\w+)?,?\sand\s(?:(?:the|his|her|their)\s)?|,\s", gap)
            is not None
        )
        both = (
            gap == ", "
            and group.number is not None
            and members[0].number is not None
            and group.head
            and members[0].head
        )
        if not joined or (gap == ", " and len(members) == 1 and not both):
            break
        if group.head == "" or (members[0].number and members[0].part):
            break
        members.insert(0, group)
    return members
