"""A later report that replaces an earlier one.

Accounts for a running count, or what has come in so far, that a later article gives higher, or lower where it can fall;
for an estimate, a rough figure or a first count that a later figure replaces; for two figures of which an article says
that the one came after the other; for a plan that a later report dates anew, or reports as done, or of which it counts
what came; for a state (custody, injuries, what is withheld) that two reports give at two times; for a post that has
passed on; for what had not yet been done or found; for what a side counts through a season; and for two prices of what
is traded all day.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from reconcile.align.figures.as_of import counted_on
from reconcile.align.figures.closeness import GROWING, Match
from reconcile.align.figures.past_times import other_time
from reconcile.align.figures.succession import (
    at_present,
    bid_before,
    changed,
    come_to,
    counted_since,
    earlier,
    first_said,
    foretold,
    gathered,
    in_flux,
    of_old,
    offered,
    one_authority,
    poll_of,
    recounted,
    risen_from,
    rising,
    so_far,
    stood_earlier,
    traded,
    unfinished,
    until_then,
)
from reconcile.align.figures.voices import two_voices
from reconcile.align.figures.weighing import FAR, NEARLY, planned, told_apart
from reconcile.align.figures.weighing import apart as times_apart
from reconcile.align.persons.holders import related
from reconcile.align.persons.standing import apart, day
from reconcile.align.story import Story
from reconcile.align.times.lengths import awaited, became
from reconcile.align.times.spans import names
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.claims.denial import DenialClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.opposite import OppositeClaim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.role import RoleClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.explain.states import aspect, ordered
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

REASON = "update"
ORDER = 85

# Counts that later reports may give lower: people are found, freed and go home.
_FALLING = frozenset(
    {"missing", "displaced", "homeless", "evacuated", "kidnapped", "trapped", "charge"}
    | {"critical", "sheltered"}
)
_APPEAL = 45  # days after which another verdict is another court's
_STATES = {
    "custody": "the articles stand at different times",
    "course": "the articles stand at different times",
    "injury": "the condition at two times",
    "description": "a description grows more exact as more is known",
    "told": "",
}
# What disasters hit, and the words that say so: such counts rise as rescuers get on.
_HIT = frozenset(
    {
        "house",
        "home",
        "building",
        "dwelling",
        "shop",
        "school",
        "car",
        "boat",
        "village",
        "bridge",
        "farm",
        "block",
    }
)
_SEASON = frozenset({"point", "match", "game"})  # what a side counts through a season
_AT_STAKE = regex(r"\b(?:match|set|break|game|championship)[ -]points?\b", re.I)  # those of one match
_HARM = regex(
    r"\b(?:flood\w*|damag\w+|destroy\w+|burn\w*|burned|collaps\w+|under water|swept away|ruin\w*|uninhabitable|gutted"
    r"|razed|flattened|levell?ed|wrecked|lost|roofless|without roofs?|(?:has|have|had|are|were) gone)\b",
    re.I,
)
_YEARS = timedelta(days=330)
_DAY, _YEAR = timedelta(days=1), timedelta(days=400)
_LIKE = 0.15  # similarity from which two answers are to one question
_GROWS = ("", "area", "volume")  # what grows on: a level, a speed, a price has its peak
_SETTLED = timedelta(days=2)  # after this a new figure for what was estimated is a better one
_REPLACES = regex(
    r"\b(?:recount\w*|revised|(?:final|official)\s(?:figure|count|tally|result|toll|number|total|score)s?|audited|corrected|certif\w+|ended\sup|now\s(?:says?|said|puts?|counts?|believes?))\b",
    re.I,
)
_REVISED = regex(
    r"\b(?:revis(?:ed|ing)|correct(?:ed|ing)|replac(?:ed|ing))\s(?:[a-z]+\s){0,3}?(?:count|figure|estimate|number|tally|toll)s?\b",
    re.I,
)
_POLLED = regex(r"\b(?:exit polls?|projections?|early results|partial results|put at)\b", re.I)
_PERFECT = regex(r"(?:has|have|had|was|were|is|are|refused|declined|(?:never|not) been)\b", re.I)
_STANDING = regex(
    r"\b(?:is|are|has|have|now|today|currently|at present|lives?|employs?|owns|operates)\b",
    re.I,
)  # how a report says how many there are on its own day
_PEAK = regex(  # what grows no further, or never did: "where the road climbs to 1,900 metres"
    r"\b(?:highest|record|peak(?:ed|s)?|crest(?:ed|s)?|all-time|most ever|(?:road|pass|path|trail|track)s? climb(?:s|ed)?)\b",
    re.I,
)
_EARLIER = regex(
    r"\b(?:initial\w*|previous\w*|earlier|originally|at first|up to now|had (?:been|said)|preliminary|revised|now|since)\b",
    re.I,
)
ESTIMATED = regex(
    r"\b(?:exit polls?|projections?|early results|partial results|precincts|(?:half|most|all but) of the votes counted|counted so far|estimat\w+|preliminary|provisional|unofficial|initial\w*|first count|put at|projected|forecast|expected|planned|so far)\b",
    re.I,
)


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for a figure that a later report replaces."""
    for match in pair.matches:
        because = counted_on(match, story) or _later(match, story) or _told(match, story)
        because = because or _followed(match, story) or traded(match.first, match.second)
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    came = [_came_of(match, story) for match in pair.matches]
    if came and all(came):
        return Explanation("explained", REASON, came[0], confidence("explained", pair.matches))
    if aspect(pair):
        return _state(pair, story)
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, OppositeClaim) and a.mode == "done" and len({day(story, a), day(story, b), ""}) == 3:
        return accounted(pair, REASON)
    if pair.doubtful and isinstance(a, PlaceClaim) and a.relation == "hospital":
        return accounted(pair, REASON)
    if isinstance(a, DurationClaim) and isinstance(b, DurationClaim):
        if because := became(a, b) or became(b, a):
            return Explanation("explained", REASON, because, pair.confidence)
        return _awaited(pair, a, b, story) if pair.doubtful else None
    if pair.doubtful and isinstance(a, RoleClaim) and isinstance(b, RoleClaim):
        return _post(pair, a, b)
    if isinstance(a, DenialClaim) and pair.doubtful:
        return accounted(pair, REASON)
    if _may_change(a) and _passed(a, b, story) >= _DAY and not pair.matches:
        told = f"“{a.span.quote}” against “{b.span.quote}”"
        because = f"{told}: the later report knows what the earlier one did not."
        return Explanation("explained", REASON, because, pair.confidence)
    if pair.doubtful and isinstance(a, DateClaim) and isinstance(b, DateClaim) and a.modality == "planned":
        return Explanation("explained", REASON, _overtaken(a, b), pair.confidence)
    return None


def _state(pair: Difference, story: Story) -> Explanation | None:
    """A state that has changed between two reports, or of which a later report knows more."""
    told = aspect(pair)
    if pair.doubtful and told in _STATES:
        return accounted(pair, REASON, _STATES[told])
    if pair.whole and not pair.doubtful:
        days = [min(day(story, claim) for claim in side.claims) for side in pair.sides]
        in_turn = all(days) and days == sorted(set(days))
        return accounted(pair, REASON, "each in a later report") if in_turn else None
    overtaken = told in ("plan", "outlook") and ordered(pair, 0, 1, story)
    if overtaken or (told in ("injury", "outlook") and ordered(pair, 1, 0, story)):
        return accounted(pair, REASON, "")
    courts = any(apart(story, a, b) > _APPEAL for a in pair.sides[0].claims for b in pair.sides[1].claims)
    if told == "stage" and courts:
        charges = pair.because.partition(":")[0]
        return Explanation(
            "explained", REASON, f"{charges}: a later court may have set the verdict aside.", pair.confidence
        )
    return None


def _awaited(pair: Difference, a: DurationClaim, b: DurationClaim, story: Story) -> Explanation | None:
    """Two answers to how long it will be until something, of which the later counts from its own day."""
    speakers = names(a.attribution or "") & names(b.attribution or "")
    days = {_when(a, story), _when(b, story)}
    if not (awaited(a) and awaited(b)):
        return None
    if not speakers and story.similarity(a, b) < _LIKE:
        because = f"“{a}” and “{b}” were each said at its own time, and count from there."
    elif speakers and len(days) == 2 and None not in days:
        because = f"“{a}” and “{b}” were said on different days; the later one counts from its own."
    else:
        return None
    return Explanation("explained", REASON, because, pair.confidence)


def _post(pair: Difference, a: RoleClaim, b: RoleClaim) -> Explanation:
    """A post that is former or to come in one report, or another post in a report of months later."""
    found, why = related(a, b)
    if found == "former":
        return accounted(pair, REASON, why)
    because = f"{a.subject} is {a.value} in the earlier report and {b.value} in the later one."
    return Explanation("explained", REASON, because, pair.confidence)


def _may_change(claim: Claim) -> bool:
    """Whether what a claim denies may be so later: nobody has died, nothing has been found, he refused to go."""
    if isinstance(claim, DenialClaim):
        return not claim.adjective and _PERFECT.match(claim.span.quote) is not None
    return isinstance(claim, QuantityClaim) and claim.value.high == 0


def _passed(earlier: Claim, later: Claim, story: Story) -> timedelta:
    """The time from one claim's article to the other's; none when a day is not known."""
    one, other = _when(earlier, story), _when(later, story)
    return other - one if one and other else timedelta(0)


def _overtaken(plan: DateClaim, later: DateClaim) -> str:
    """A plan that a later report dates anew, or reports as done."""
    if later.modality == "planned":
        return f'"{plan.span.quote}" was the plan; the later report has "{later.span.quote}".'
    return f'"{plan.span.quote}" was a forecast; "{later.span.quote}" ({later}) reports what came of it.'


def _later(match: Match, story: Story) -> str:
    a, b = match.first, match.second
    times = _when(a, story), _when(b, story)
    if a.value.unit != b.value.unit or times[0] is None or times[1] is None:
        return ""
    early, late = (a, b) if times[0] <= times[1] else (b, a)
    passed = abs(times[1] - times[0])
    if _long_over(match, story):
        return ""  # what is over neither grows nor is counted anew
    if passed >= _YEARS and "count" == a.form == b.form and _STANDING.search(late.sentence):
        return f"{late.span.quote!r} was printed {passed.days // 365 or 1} years after {early.span.quote!r}: counts change in years."
    if passed >= _DAY and a.measure == b.measure and at_present(late):
        return f"{late.span.quote!r} is how many there were {_days(passed)} after {early.span.quote!r}."
    if why := in_flux(early, late, passed):
        return f"{late.span.quote!r} was printed {_days(passed)} after {early.span.quote!r}: {why}."
    at_stake = any(_AT_STAKE.search(claim.span.quote) for claim in (a, b))
    if {a.measure, b.measure} <= _SEASON and passed >= _SETTLED and not at_stake:
        return f"{late.span.quote!r} was printed {_days(passed)} after {early.span.quote!r}: the season had gone on."
    rose = (rising(a) or rising(b)) and not any(_PEAK.search(claim.sentence) for claim in (a, b))
    grown = (
        a.measure in GROWING
        or (a.measure in _HIT and b.measure in _HIT and (_damage(a) or _damage(b)))
        or rose
        or so_far(early)
        or gathered(early)
    )
    return (_grown if grown else _replaced)(early, late, passed, match)


def _long_over(match: Match, story: Story) -> bool:
    """Whether both figures are of another time than their articles: a disaster of years ago."""
    return all(of_old(claim, story) or other_time(claim, story) for claim in match[:2])


def _came_of(match: Match, story: Story) -> str:
    """A figure that was planned, and what a later article reports of it."""
    times = _when(match.first, story), _when(match.second, story)
    if times[0] is None or times[1] is None or abs(passed := times[1] - times[0]) < _DAY:
        return ""
    early, late = match[:2] if passed > timedelta(0) else match[1::-1]
    if not planned(early) or planned(late) or early.measure != late.measure:
        return ""
    if times_apart(early.value, late.value) > NEARLY:
        return ""
    return f"{early.span.quote!r} was the plan {_days(abs(passed))} before {late.span.quote!r}: the later figure is what came of it."


def _followed(match: Match, story: Story) -> str:
    """Two figures of which the words, the speaker or the toll beside them show that the one came after the other."""
    a, b = match.first, match.second
    if (
        match.relation is not Relation.DIFFERS
        or a.value.unit != b.value.unit
        or times_apart(a.value, b.value) > FAR
    ):
        return ""
    for early, late in ((a, b), (b, a)):
        cue = (
            foretold(early)
            or poll_of(early, story)
            or unfinished(early)
            or ("" if offered(late) else bid_before(early, late, story))
        )
        if cue and not (foretold(late) or unfinished(late)) and early.span.article != late.span.article:
            return f"{early.span.quote!r} was not the last word ({cue!r}): {late.span.quote!r} is the count."
    for early, late in ((a, b), (b, a)):
        if (cue := first_said(early)) and not first_said(late):
            return f"{early.span.quote!r} was said first ({cue!r}): {late.span.quote!r} took its place."
        if why := stood_earlier(early, late):
            return f"{early.span.quote!r} is the count of an earlier hour, {why}; {late.span.quote!r} came after."
        if until_then(early) and not until_then(late):
            return f"{early.span.quote!r} is what it was until then, by its own sentence; {late.span.quote!r} took its place."
        if come_to(early, late) and _passed(early, late, story) >= timedelta(0):
            return f"{late.span.quote!r} is how many there are by now, by its own sentence."
        if risen_from(late, early):
            return f"{late.sentence!r} gives both: {early.span.quote!r} was the figure before."
    for early, late in ((a, b), (b, a)):
        dated = all(_when(claim, story) for claim in (early, late))
        if dated and changed(late, early) and not changed(early) and early.span.article != late.span.article:
            return f"{late.span.quote!r} is what it was changed to, by its own sentence: {early.span.quote!r} was before."
        if (again := recounted(late)) and not recounted(early) and early.span.article != late.span.article:
            return f"{late.span.quote!r} is the later count ({again!r}): {early.span.quote!r} was the first."
    for early, late in ((a, b), (b, a)):
        told = _REVISED.search(late.sentence)
        if told is not None and early.span.article != late.span.article and not two_voices(a, b):
            return f"{late.span.quote!r} replaces an earlier count ({told.group()!r}): {early.span.quote!r}."
    if _long_over(match, story):
        return ""
    if rising(a) and rising(b) and dimension(a.value.unit) in _GROWS:
        return f"{a.span.quote!r} and {b.span.quote!r} are two stages of one growth."
    first = earlier(a, b, story)
    if first is None:
        return ""
    early, late = (first, b if first is a else a)
    low, high = early.value.point, late.value.point
    grown = low is not None and high is not None and low < high
    who = one_authority(a, b) if grown or early.measure not in GROWING or early.measure in _FALLING else ""
    if who:
        return f"{late.span.quote!r} is what {who} said after {early.span.quote!r}."
    if early.measure in GROWING and grown:
        return f"{late.span.quote!r} stands in the later report, in which the toll has risen; {early.span.quote!r} in the earlier."
    return ""


def _damage(claim: QuantityClaim) -> bool:
    """Whether the figure counts what a disaster has hit so far."""
    return claim.measure in _HIT and _HARM.search(claim.sentence) is not None


def _grown(early: QuantityClaim, late: QuantityClaim, passed: timedelta, match: Match) -> str:
    low, high = early.value.point or early.value.low, late.value.point or late.value.high
    if not _DAY <= passed <= _YEAR or low is None or high is None:
        return ""
    if low > high and match.first.measure not in _FALLING:
        return ""
    grows = "grows" if low <= high else "can fall"
    return f"{early.span.quote!r} was reported {_days(passed)} before {late.span.quote!r}: a later count of what {grows}."


def _replaced(early: QuantityClaim, late: QuantityClaim, passed: timedelta, match: Match) -> str:
    """An estimate or a first count, for which an article days later has another figure."""
    if match.brief or times_apart(early.value, late.value) > FAR:
        return ""
    polled = _POLLED.search(early.sentence) is not None and _POLLED.search(late.sentence) is None
    if passed < (_DAY if polled else _SETTLED):
        return ""
    cue, told = ESTIMATED.search(early.sentence), _REPLACES.search(late.sentence)
    if cue is not None:
        was = f"{early.span.quote!r} was {cue.group()!r} {_days(passed)} before {late.span.quote!r}"
        return f"{was}: a later figure replaces it."
    if told is None:
        if not counted_since(early, late):
            return ""
        was = f"{early.span.quote!r} was a rough figure {_days(passed)} before {late.span.quote!r}"
        return f"{was}: what has been counted since replaces it."
    younger = f"{late.span.quote!r} is {_days(passed)} younger than {early.span.quote!r}"
    return f"{younger} and says that it replaces a figure ({told.group()!r})."


def _told(match: Match, story: Story) -> str:
    """Two figures of which one article says that the one came after the other."""
    both = told_apart(match, story) if match.relation is Relation.DIFFERS else None
    if both is None or not replacing(*both):
        return ""
    return f"One article gives both, {both[0].span.quote!r} and {both[1].span.quote!r}, as two figures."


def replacing(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether the words beside two figures say that the one replaces the other."""
    return any(_EARLIER.search(claim.sentence) for claim in (first, second))


def _when(claim: Claim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published is not None else None


def _days(passed: timedelta) -> str:
    return "a day" if passed.days == 1 else f"{passed.days} days"
