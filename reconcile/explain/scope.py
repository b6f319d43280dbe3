"""Two figures that count different populations, areas or times.

Accounts for a part beside the whole ("eight of the nine"), for what comes on top of others, for two kinds of one
thing, for figures of two places or of two things that hold what is counted, for how long it lasted by two people's accounts, for a running total beside the figure of one occasion, for a figure that counts something in that the other leaves out, for two figures that one article gives side by side, and
for words on damage and power cuts that tell of different buildings and hours.
"""

from __future__ import annotations

import re

from reconcile.align.figures.closeness import Match, total_cue
from reconcile.align.figures.scopes import places_apart, taken_in, things_apart, where
from reconcile.align.figures.weighing import FAR, SHOT, apart, doubted, populations, sole, told_apart
from reconcile.align.story import Story
from reconcile.align.times.lengths import awaited, witness
from reconcile.claims.duration import DurationClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.explain.states import aspect
from reconcile.explain.update import replacing
from reconcile.language.figures.figure import read_figure
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

REASON = "scope"
ORDER = 30

_STATES = {
    "damage": "different buildings, or looser words for one thing",
    "power": "different parts of the area, or different hours",
}


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two figures of which the words around them say that they count different things."""
    for match in pair.matches:
        because = (
            _populations(match)
            or _with_the_dead(match, story)
            or _running_total(match)
            or _taken_apart(match)
            or _side_by_side(match, story)
            or _held_apart(match, story)
            or _taken_in(match)
        )
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    a, b = (side.claims[0] for side in pair.sides[:2])
    if pair.doubtful and isinstance(a, DurationClaim) and isinstance(b, DurationClaim):
        return _felt(a, b, pair.confidence)
    why = _STATES.get(aspect(pair), "")
    return accounted(pair, REASON, why) if why else None


def _populations(match: Match) -> str:
    a, b = match.first, match.second
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    part, whole = (a, b) if a.part else (b, a)
    if a.part == b.part:  # no words say so, their sizes do: "four nurses", "nine people"
        part, whole = sorted((a, b), key=lambda c: c.value.point or c.value.low or 0)
    return {
        None: "",
        "part": f"{part.span.quote!r} counts a part of the whole that {whole.span.quote!r} counts.",
        "further": f"{pair}: one comes on top of others, the other is the whole.",
        "kinds": f"{pair} do not count the same: there are several kinds of {a.measure}.",
    }[populations(match)]


def _with_the_dead(match: Match, story: Story) -> str:
    """How many were shot, and how many of them were hurt where others of them died: 8 shot, 7 injured and 1 dead."""
    for struck, hurt in (match[:2], match[1::-1]):
        every, some = struck.value.point, hurt.value.point
        if {struck.measure, hurt.measure} != {"injured"} or every is None or some is None:
            continue
        if not SHOT.search(struck.span.quote) or SHOT.search(hurt.span.quote):
            continue
        dead = {
            c.value.low
            for c in story.of(QuantityClaim)
            if c.measure == "killed" and c.span.article == hurt.span.article
        }
        if every - some in dead:
            return f"{some} + {every - some} = {every}: {struck.span.quote!r} counts the dead in, {hurt.span.quote!r} does not."
    return ""


def _running_total(match: Match) -> str:
    """A figure over several occasions or places against a figure for one."""
    a, b = match.first, match.second
    cues = total_cue(a), total_cue(b)
    if match.brief or not _differ(match) or bool(cues[0]) == bool(cues[1]) or _one_sum(match, cues):
        return ""
    whole, part, cue = (a, b, cues[0]) if cues[0] else (b, a, cues[1])
    most, least = whole.value.point or whole.value.low, part.value.point or part.value.high
    if most is None or least is None or most <= least:
        return ""
    return f"{whole.span.quote!r} is said of more ({cue!r}) than {part.span.quote!r}."


def _taken_apart(match: Match) -> str:
    """A count whose own sentence takes off it, or adds to it, what makes it the other."""
    if match.brief or not _differ(match):
        return ""
    low, high = sorted((match.first, match.second), key=lambda claim: claim.value.point or 0)
    less, more = low.value.point, high.value.point
    if less is None or more is None or low.part:
        return ""
    start = high.span.end - high.sentence_start
    told = _OF_WHOM.match(high.sentence, start)
    off = read_figure(high.sentence, told.end()) if told is not None else None
    if off is not None and off.vague is None and not off.ordinal and more - off.value == less:
        return f"{more} - {off.value} = {less}: {high.span.quote!r} counts {off.value} that {low.span.quote!r} leaves out."
    follows = _ONE_MORE.search(low.sentence, low.span.end - low.sentence_start)
    rank = read_figure(low.sentence, follows.end()) if follows is not None else None
    if rank is not None and rank.ordinal and rank.value == less + 1 == more:
        return f"{less} + 1 = {more}: {low.span.quote!r} are the first, and another follows."
    return ""


_OF_WHOM = regex(r"[\w ]{0,30},? (?:of|among|including) (?:whom|which|them) ")
_ONE_MORE = regex(
    r"[,;] (?:and |with )?(?:a|the) (?=[a-z]+(?:, [^,.;]{2,60},)? (?:followed|came|opened|joined|was|were|did|died))"
)


def _one_sum(match: Match, cues: tuple[str, str]) -> bool:
    """Whether the cue only says that the figure is the sum ("seven in all") of what the other counts too."""
    added = any(_IN_ADDITION.search(claim.sentence) for claim in (match.first, match.second))
    part = match.second if cues[0] else match.first
    added = added or _OF_A_DAY.search(part.sentence) is not None
    return sole(match) and not added and (cues[0] or cues[1]).lower() in _SUMS


_OF_A_DAY = regex(r"\b(?:on|by) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\bon the first\b")
_IN_ADDITION = regex(
    r"\b(?:in addition|additionally|besides|apart from|not counting|not including|excluding)\b", re.I
)
_SUMS = ("total", "in all", "altogether", "combined")


def _side_by_side(match: Match, story: Story) -> str:
    both = told_apart(match, story) if _differ(match) else None
    if both is None or (replacing(*both) and not (where(both[0]) or where(both[1]))):
        return ""  # what rose to the one; not "cases rose to 8,000" beside "2,000 cases in Mexico"
    return f"One article gives both, {both[0].span.quote!r} and {both[1].span.quote!r}, as two figures."


def _held_apart(match: Match, story: Story) -> str:
    """Two figures said of two places, or of two things."""
    a, b = match.first, match.second
    if match.brief or not _differ(match) or apart(a.value, b.value) > FAR:
        return ""
    feared = [claim for claim in (a, b) if doubted(claim)]
    if len(feared) == 1:
        return f"{feared[0].span.quote!r} counts what is only feared or suspected too."
    found = places_apart(a, b) or things_apart(a, b, story)
    return f"{a.span.quote!r} is said of {found[0]}, {b.span.quote!r} of {found[1]}." if found else ""


def _taken_in(match: Match) -> str:
    """A figure that counts something in that the other leaves out: staff with and without contractors, a price with its tax."""
    a, b = match.first, match.second
    if match.brief or not _differ(match) or apart(a.value, b.value) > FAR:
        return ""
    noun = taken_in(a, b)
    return f"{a.span.quote!r} and {b.span.quote!r}: only one of the two counts the {noun} in." if noun else ""


def _felt(a: DurationClaim, b: DurationClaim, sure: float) -> Explanation | None:
    """How long something lasted by two people's accounts: what each felt where each was."""
    short = all(c.value is not None and c.value.unit in ("second", "minute") for c in (a, b))
    lasted = "lasted" in (a.facet, b.facet) and {a.facet, b.facet} <= {"lasted", "for"}
    who = witness(a), witness(b)
    if not short or not lasted or not all(who) or who[0] == who[1] or (awaited(a) and awaited(b)):
        return None
    because = f"“{a}” is what {who[0]} reports, “{b}” what {who[1]} felt: lengths differ by place and person."
    return Explanation("explained", REASON, because, sure)


def _differ(match: Match) -> bool:
    return match.relation is Relation.DIFFERS and match.first.value.unit == match.second.value.unit
