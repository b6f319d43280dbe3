"""Whether two dated mentions are of one happening: facet, trigger, what it is about, and the words around."""

from __future__ import annotations

import re
from datetime import timedelta

from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

# Facets that different words give to one blow: an attack is an explosion, kills and wounds.
BLOWS = frozenset({"occurred", "killed", "wounded"})
_MEETINGS = frozenset({"held", "awarded", "commemorated"})
_PLANS = frozenset(
    {"", "planned", "launched", "opened", "published", "released", "begun", "built", "completed", "ended"}
)
# What a plan's end is called: built, ready, open.
FINISHES = frozenset({"built", "completed", "opened", "ended", "planned"})
_NUMBERED = regex(r"\b[A-Z][\w’']*[- ](?:\d+|[IVX]+)\b")
_PRONOUN = regex(r"\b(?:he|she|they|his|her|their)\b", re.I)
_LATER = regex(r"\b(?:later|earlier|after|before)\b", re.I)
# What happens to a thing once: years apart are no two events.
ONCE = frozenset({"built", "founded", "born", "made", "opened", "set", "published"})
_LONG_AGO = timedelta(days=3 * 365)
SILENT = frozenset({"", "said", "published"})  # dates of words, not of events


_WORKS = frozenset(
    [
        "book",
        "novel",
        "edition",
        "translation",
        "memoir",
        "biography",
        "album",
        "film",
        "single",
        "poem",
        "sequel",
        "paperback",
        "anthology",
    ]
)


def _silent(claim: DateClaim) -> bool:
    """Whether it dates words and no event; that a book came out is one."""
    return claim.facet in SILENT and (
        claim.facet != "published" or _WORKS.isdisjoint(claim.subject.lower().split())
    )


def comparable(first: DateClaim, second: DateClaim) -> bool:
    """Whether the facets answer one question: the same facet, or two names of one blow or one occasion."""
    if not one_deed(first, second) and (_LATER.search(first.when) or _LATER.search(second.when)):
        return False  # "sank two days later" is told apart from what it came after
    if first.event == second.event and first.event in _VERDICTS and _declared_apart(first, second):
        return False
    if of_two(first, second):
        return False
    if first.event in _SAYS_LITTLE or _brought_down(first, second) or _brought_down(second, first):
        return False
    if first.facet in _COMINGS and second.facet in _COMINGS and _elsewhere(first, second):
        return False
    if first.modality == second.modality == "planned" and {first.facet, second.facet} <= _PLANS:
        finish = {first.facet, second.facet} <= FINISHES and telling(first.subject) & telling(second.subject)
        return bool(numbered(first) & numbered(second)) or bool(finish)
    if first.facet == second.facet:
        return not _silent(first) and (first.facet != "other" or first.event == second.event)
    pair = {first.facet, second.facet}
    if pair & SILENT or first.facet == second.facet == "other":
        return False
    if "commemorated" in pair and pair <= _MEETINGS:
        return _held_for_it(*sorted((first, second), key=lambda claim: claim.facet != "commemorated"))
    return pair <= BLOWS or pair <= _MEETINGS or of_origin(first, second) or one_deed(first, second)


def _two_journeys(first: DateClaim, second: DateClaim) -> bool:
    """Whether the two tell of journeys to two places, or of one there and one back."""
    ways = [_BOUND.search(claim.span.quote) for claim in (first, second)]
    if not ways[0] or not ways[1]:
        return False
    a, b = (way["where"].split() for way in ways if way)
    return set(a).isdisjoint(b)


_BOUND = regex(
    r"\b(?:fl[ey]w|flown|fly|flies|sail\w*|travel\w*|left|leaves?|depart\w*|set off|set out|went|headed|drove|returned|moved|sent)\b"
    r"(?: (?:out|back|home|on|off|again|down|up|over|him|her|them|it))* (?:to|for) (?:the )?(?P<where>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)",
    holds=" to | for ",
)


def _held_for_it(marked: DateClaim, held: DateClaim) -> bool:
    """Whether what was held is what an anniversary was marked with, and no occasion of another day for its sake: "marked
    it with a banquet", "the celebration"; but a reception "for the 60th anniversary" is not that day itself."""
    return marked.event in _FEASTS or bool(
        senses(held.event) & senses(marked.sentence[: marked.span.end - marked.sentence_start])
    )


_FEASTS = frozenset({"celebration", "commemoration"})


def of_origin(first: DateClaim, second: DateClaim) -> bool:
    """Whether one says from when a thing dates, and the other when it was founded, built, made or signed."""
    dated = {first.event, second.event} & {"date from", "date back"}
    return bool(dated) and {first.facet, second.facet} <= _ORIGINS


_ORIGINS = ONCE - {"born", "set"} | {"signed", "completed"}


def _declared_apart(first: DateClaim, second: DateClaim) -> bool:
    """Whether two things are declared of it: "declared under control at nine", "declared out at noon"."""
    one, two = (
        set(_DECLARED.split(c.span.quote.removesuffix(c.when))[-1].lower().split()) - _LEADS
        for c in (first, second)
    )
    return bool(one and two) and not one & two


_SAYS_LITTLE = frozenset({"take", "make", "get", "put", "go", "have", "bring", "keep", "do", "be"})
_COMINGS = frozenset({"arrived", "deployed"})
_WHITHER = regex(r"\b(?:in|at|to|into|on|from) (?:the )?(?P<where>(?:[A-Z][\w'’.-]+ ?)+)")


def _elsewhere(first: DateClaim, second: DateClaim) -> bool:
    """Whether somebody came to two places by name: "landed in Tarn on Saturday", "arrived in Brindle on Friday"."""
    one, other = (_WHITHER.search(c.span.quote.replace(c.when, "")) for c in (first, second))
    return bool(one and other and not names(one.group("where")) & names(other.group("where")))


def _brought_down(blow: DateClaim, ruin: DateClaim) -> bool:
    """Whether the one sank or fell some days after the other, a fire or a blast: "exploded on 20 April", "sank on the 22nd"."""
    a, b = blow.value, ruin.value
    if a is None or b is None or a.start is None or b.start is None or {blow.facet, ruin.facet} - BLOWS:
        return False
    start = max(0, blow.span.start - blow.sentence_start - _LEAD)
    told = blow.sentence[
        start : blow.span.end - blow.sentence_start
    ]  # "the explosion killed eleven on 20 April"
    struck = senses(told) & _BLASTS and not senses(blow.event) & RUINS
    return bool(struck and senses(ruin.event) & RUINS) and timedelta() < b.start - a.start <= _BURNING


RUINS = senses("collapse sink")
_BLASTS = senses("explode explosion fire burn ignite collide collision strike hit")
_LEAD = 40  # characters before "killed" in which the blast is named
_BURNING = timedelta(days=7)  # that a ship or a house burns at the longest before it goes down


_VERDICTS = frozenset({"declare", "pronounce"})
_DECLARED = regex(r"\b(?:declar|pronounc)(?:ed|es|e|ing)\b", re.I)
_LEADS = frozenset(
    {"a", "an", "the", "at", "on", "in", "by", "early", "late", "from", "as", "of", "it", "there"}
)


def one_deed(first: DateClaim, second: DateClaim) -> bool:
    """Whether both triggers are words for one deed: "sank" and "went down"."""
    return bool(first.event) and (
        first.event == second.event or bool(senses(first.event) & senses(second.event))
    )


def apart(first: DateClaim, second: DateClaim) -> bool:
    """Whether the two are said of different subjects: other names, or nouns for other things.

    A description without a name ("the painter") may be anybody who is named elsewhere.
    """
    one, two = names(first.subject), names(second.subject)
    if one and two:
        return not one & two
    if one or two:
        return False
    a, b = (_polled(telling(claim.subject)) for claim in (first, second))
    return bool(a and b) and not a & b


def _polled(said: frozenset[str]) -> frozenset[str]:
    """The senses with one for what polls and voting are: the polls close when the voting ends."""
    return said | {"vote"} if said & _POLLS else said


_POLLS = telling("poll polls polling election voting")


def same_done(first: DateClaim, second: DateClaim) -> bool:
    """Whether two times are told of one deed of one subject, in like words."""
    here, there = first.subject.lower(), second.subject.lower()
    heads = [sense(subject.rsplit(" ", 1)[-1]) for subject in (here, there)]
    if of_two(first, second):
        return False
    one = heads[0] == heads[1] or bool(_polled(telling(here)) & _polled(telling(there)))
    done = one_deed(first, second) or (first.facet == second.facet and first.facet not in _VAGUE)
    exact = {first.bound, second.bound} <= {"on", "around"}
    return exact and one and done and not {here, there} & {"", *PRONOUNS} and not apart(first, second)


def of_two(first: DateClaim, second: DateClaim) -> bool:
    """Whether one began anew, or is another of a series, somebody else's, or a journey to another place."""
    if _anew(first) != _anew(second) or _ranked(first) != _ranked(second):
        return True
    return _by_others(first, second) or _two_journeys(first, second)


def _anew(claim: DateClaim) -> bool:
    """Whether it began a second time: it was resumed, or opened again."""
    return claim.facet == "begun" and (claim.event[:2] == "re" or " again" in claim.span.quote)


def _ranked(claim: DateClaim) -> str:
    """What tells a thing from the one before it: "second" of "a second round of talks"."""
    found = _RANK.match(claim.subject)
    return found.group("rank").lower() if found else ""


_RANK = regex(
    r"(?:the |an? )?(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another|further|next) ",
    re.I,
)


def _by_others(first: DateClaim, second: DateClaim) -> bool:
    """Whether what is held is by two people: "the exhibition by Ada Moss", "the exhibition by Mara Quill"."""
    if first.facet not in _COURSE or second.facet not in _COURSE:
        return False
    one, other = (_author(claim) for claim in (first, second))
    return bool(one and other) and not one & other


def _author(claim: DateClaim) -> frozenset[str]:
    said = f"{claim.subject} by "
    at = claim.sentence.find(said) if claim.subject else -1
    found = _WHO.match(claim.sentence, at + len(said)) if at >= 0 else None
    return names(found.group()) if found else frozenset()


_COURSE = frozenset({"begun", "ended", "opened", "held"})
_WHO = regex(r"(?:[A-Z][\w'’.-]+ ?)+")


_VAGUE = frozenset({"", "other", "occurred", "held"})  # facets of unlike deeds


def as_known(claim: DateClaim) -> bool:
    """Whether the day stands before a bare noun for what happened, as what readers know of: "Saturday's race"."""
    said = claim.span.quote.lower().removeprefix("the ").removeprefix(claim.when.lower())
    return bool(claim.event) and _BARE.fullmatch(said.removesuffix(claim.event)) is not None


_BARE = regex(r"(?: ?['’]s)? ")


def numbered(claim: DateClaim) -> frozenset[str]:
    """The numbered names of the claim's sentence ("Petrel-2", "Apollo 11"): each is one thing."""
    return frozenset(m.group() for m in _NUMBERED.finditer(claim.sentence))


def likeness(first: DateClaim, second: DateClaim, story: Story) -> float:
    """How surely two comparable claims date one happening, 0 to 1.

    The words around count most; a shared trigger, a shared object and shared names add to them, names that differ
    throughout speak against.
    """
    similar = story.similarity(first, second)
    if first.modality == second.modality == "planned" and numbered(first) & numbered(second):
        similar += 0.3
    a, b = telling(first.subject), telling(second.subject)
    if a and b:
        shared = len(a & b) / min(len(a), len(b))
        similar += 0.15 * shared if shared else -0.08
    if one_deed(first, second):
        similar += 0.1
    elif first.facet != second.facet or first.facet == "occurred":
        similar -= 0.05
    similar += _history(first, second, story)
    if last_time(first) and last_time(second) and one_deed(first, second):
        similar += 0.4  # there is one time before this one
    here, there = names(first.sentence), names(second.sentence)
    if one_deed(first, second) and len(a & b) > 1:
        here = there = here & there  # the same is done to the same: "vetoed a resolution condemning the raid"
    if here and there:
        if here & there:
            similar += 0.1 * len(here & there) / min(len(here), len(there))
        elif not (_PRONOUN.search(first.sentence) or _PRONOUN.search(second.sentence)):
            similar -= 0.1  # other names throughout, and no pronoun that could stand for one of them
    return max(0.0, min(1.0, similar))


def last_time(claim: DateClaim) -> bool:
    """Whether the words before the trigger say that it was the last time before: "last erupted in 1918"."""
    start = claim.span.start - claim.sentence_start
    return claim.sentence[:start].endswith((" last ", " most recently "))


def _history(first: DateClaim, second: DateClaim, story: Story) -> float:
    """What it adds that both say in full when the same was done years ago, and differ in one part of the date at most.

    What happened long before the articles is told as background, once and for all: two such dates that are nearly
    the same are one date and a slip.
    """
    same = one_deed(first, second) or (first.facet == second.facet and first.facet in ONCE)
    if not first.facet or not same or first.value is None or second.value is None:
        return 0.0
    starts = []
    for claim, value in ((first, first.value), (second, second.value)):
        published = story.article(claim).published
        if value.start is None or published is None or published.interval.start is None:
            return 0.0
        if (
            str(value.start.year) not in claim.span.quote
            or published.interval.start - value.start < _LONG_AGO
        ):
            return 0.0
        starts.append(value.start)
    a, b = starts
    if first.value.grain == second.value.grain == Grain.DAY:
        parts = (a.year == b.year, a.month == b.month, a.day == b.day)
        return 0.3 if sum(parts) >= 2 else 0.0
    if first.value.grain == second.value.grain == Grain.MONTH and (a.year == b.year or a.month == b.month):
        return 0.3 if swapped(a.year, b.year) or abs(a.year - b.year) <= 1 else 0.15
    if max(first.value.grain, second.value.grain) == Grain.YEAR and telling(first.subject) & telling(
        second.subject
    ):
        return 0.2 if first.value.grain == second.value.grain else 0.15
    return 0.0


def swapped(first: int, second: int) -> bool:
    """Whether two numbers have the same digits in another order: 1987 and 1978."""
    return first != second and sorted(str(first)) == sorted(str(second))


def eligible(claim: DateClaim, coarsest: Grain = Grain.YEAR) -> bool:
    """Whether the claim dates an event to a day, month or year, without denying or supposing it."""
    return (
        claim.value is not None
        and claim.value.start is not None
        and claim.value.end is not None
        and (
            not _silent(claim)
            or (claim.facet == "" and claim.modality == "planned" and bool(numbered(claim)))
        )
        and claim.polarity
        and claim.modality in ("asserted", "planned")
        and claim.bound in ("on", "around")
        and claim.value.grain <= coarsest
        and not one_of_many(claim)
    )


_MANY = regex(
    r"\b(?:campaign|series|wave|string|spate|barrage|succession|rounds?) of (?:[\w-]+ ){0,2}\Z",
    holds="campaign|series|wave|string|spate|barrage|succession|round",
)


_ANOTHER = regex(r"\banother\b", holds="another")
_ALSO = regex(r"\balso (?:been )?(?:heard|felt|seen|reported)\b")
_AHEAD = 36  # characters behind a verb in which its object stands


def one_of_many(claim: DateClaim) -> bool:
    """Whether what is dated went on or came again, so that the day is one of its days: "a campaign of air strikes on
    Monday", "gave them another day"."""
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    again = _ANOTHER.search(claim.sentence, end, end + _AHEAD) or _ANOTHER.search(claim.span.quote)
    again = again or _ALSO.search(claim.sentence, max(0, start - 12), end)
    return again is not None or _MANY.search(claim.sentence, max(0, start - 40), start) is not None
