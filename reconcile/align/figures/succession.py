"""Which of two figures comes after the other: a forecast before the count, a part count before the whole, an earlier edition."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from reconcile.align.figures.closeness import GROWING, going
from reconcile.align.figures.closes import closes
from reconcile.align.figures.weighing import NEARLY, apart
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.figure import read_figure
from reconcile.language.figures.results import HELD
from reconcile.values.amounts import digits
from reconcile.values.regex import regex
from reconcile.values.units import dimension

_FORETOLD = regex(
    r"\b(?:exit[\s-]polls?|opinion polls?|polls? (?:gives?|gave|puts?|had|has|have|shows?|showed|suggests?|suggested)|projections?|projected|(?<!beat )(?<!beating )(?<!missed )(?<!topped )(?<!above )(?<!below )forecasts?"
    r"|predict(?:ed|s|ion|ions)?|(?:will|would|could|may|might|expected|likely)\b[^.;]{0,60}?(?<!set )\bup to|on course (?:for|to)|tipped to|bookmakers|polling (?:firm|institute|station estimate))\b",
    re.I,
)
_UNFINISHED = regex(
    r"\b(?:with (?:one|two|three|four|five|\d+|a few|some|several)\s(?:(?!(?:is|are|was|were|due|set|expected)\b)[\w-]+\s){1,4}?(?:to (?:come|report|count|declare|go)|left|outstanding|uncounted|still (?:out|missing|to count))"
    r"|with (?:\d[\d.]*|[a-z-]+) ?(?:per ?cent|%)[\w\s]{0,30}?\bcounted|(?:still|yet) (?:to be |being )counted|counted so far|counting (?:goes on|continues)"
    r"|partial (?:results?|count)|provisional(?:ly)?|preliminary)\b",
    re.I,
)
_LEFT_TO_PLAY = regex(
    r"with (?:\S+ )+?(?:seconds?|minutes?|games?|matches|laps?|rounds?|holes?|overs?|balls?|miles?|kilomet\w+) ",
    re.I,
)  # "2-1 down with two minutes left": nothing is being counted
_RISEN = regex(
    r"\b(?:toll|dead|deaths|number)\b[^.;\n]{0,40}?\b(?:rises?|rose|risen|climb(?:s|ed)?|grows?|grew|jump(?:s|ed)|increas(?:es|ed)|now)\b"
    r"|\b(?:rises?|rose|risen|climb(?:s|ed)?) to\b|\b(?:evening|late|updated?)\b[^.;\n]{0,30}\btoll\b",
    re.I,
)


_GROWS = regex(
    r"\b(?:gr(?:ow|ew|own|ows|owing)|swell(?:ed|s|ing)?|swollen|spread|ris(?:en|es|e|ing)|rose|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?"
    r"|soar(?:ed|s|ing)?|increas(?:ed?|es|ing)|expand(?:ed|s|ing)?|mount(?:ed|s|ing)?)\s(?:[a-z]+\s){0,4}?to\s(?:(?:about|around|some|nearly|almost|over|at\sleast|more\sthan)\s)?\Z"
)


_TALLIED = HELD | GROWING | {"turnout", "majority", "margin", "count"}  # what is counted on for hours or days


def rising(claim: QuantityClaim) -> bool:
    """Whether the words before a figure say that it has grown to this: the slick "has grown to about 1,500 sq km"."""
    start = claim.span.start - claim.sentence_start
    return _GROWS.search(claim.sentence, max(0, start - _NEAR), start) is not None


def brought_up(claim: QuantityClaim) -> bool:
    """Whether the sentence says that so many more made the toll what it is: "two more bodies, bringing the dead to 19"."""
    end = claim.span.start - claim.sentence_start + len(claim.span.quote)
    return claim.measure in GROWING and _BROUGHT.search(claim.sentence, 0, end) is not None


_BROUGHT = regex(
    r"\b(?:bring|brought|tak|took|push|rais|lift|send|sent)(?:s|es|ed|ing)?\s(?:the|its)\s(?:[a-z]+\s){0,4}?(?:toll|dead|deaths|number|total|count|tally)\b"
    r"[^.;\d]{0,50}?\bto\s(?:(?:at\sleast|about|more\sthan|nearly)\s)?\S+\Z",
    holds="toll|dead|deaths|number|total|count|tally",
)


def at_present(claim: QuantityClaim) -> bool:
    """Whether the sentence says that a count is that of its own day: "at present nine helicopters are at work"."""
    start = claim.span.start - claim.sentence_start
    now = _AT_PRESENT.search(claim.sentence) or _NOW.match(claim.sentence, start + len(claim.span.quote))
    now = now or _NOW_COVERS.search(claim.sentence, max(0, start - 2 * _NEAR), start)
    return claim.form == "count" and now is not None


def come_to(early: QuantityClaim, late: QuantityClaim) -> bool:
    """Whether the higher of two counts is that of its own day by its sentence, and the other's says nothing of the kind."""
    low, high = early.value.point, late.value.point
    return low is not None and high is not None and low < high and at_present(late) and not at_present(early)


# What a list, a recall or an outbreak has come to.
_NOW_COVERS = regex(
    r"\bnow (?:cover|includ|affect|total|involv|extend|number|amount|compris|list|reach|span|embrac|concern)(?:s|es|ed|ing|ling|led)?\b[^.;]*\Z"
)


def until_then(claim: QuantityClaim) -> bool:
    """Whether the words before a figure say that it was so until something else came: "the fare, until now 2 crowns"."""
    start = claim.span.start - claim.sentence_start
    return _UNTIL_THEN.search(claim.sentence, max(0, start - _NEAR), start) is not None


_UNTIL_THEN = regex(
    r"\b(?:(?:until|till|up to) (?:now|then|recently|yesterday|last (?:week|month|year)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"|hitherto|previously|formerly)\b,?(?: (?:had been|has been|was|were|stood at|at))?(?: (?:the|a|an|only|just|some|about))?\s?[$£€]?\Z"
)
_AT_PRESENT = regex(r"\b(?:at present|presently|currently|at the moment|by now|there (?:are|is) now)\b", re.I)
_NOW = regex(r"(?: [a-z-]+){0,2},? now\b")


def stood_earlier(early: QuantityClaim, late: QuantityClaim) -> str:
    """Why the lower of two counts of what grows is that of an earlier hour: the words say so, and those of the other do
    not; or it is of what comes by the hour. Empty where nothing tells."""
    low, high = early.value.point, late.value.point
    grows = early.measure == late.measure and early.measure in GROWING
    if not (grows and low is not None and high is not None and low < high):
        return ""
    if so_far(early) and not so_far(late):
        return "by its own words"
    two = early.span.article != late.span.article
    if two and early.value.exact and brought_up(late) and not brought_up(early):
        return "as more had been found since"
    return "as aftershocks come by the hour" if two and early.measure == "aftershock" else ""


def traded(first: QuantityClaim, second: QuantityClaim) -> str:
    """What says that two prices are of what is traded all day; empty where nothing does."""
    if "price" not in (first.measure, second.measure) or first.value.point == second.value.point:
        return ""
    if closes(first) and closes(second):
        return ""  # of one day there is one
    if not (_TRADED.search(first.sentence) and _TRADED.search(second.sentence)):
        return ""
    return f"{first.span.quote!r} and {second.span.quote!r} are two prices of what is traded all day, each of its own hour."


_TRADED = regex(
    r"\b(?:shares?|stocks?|crude|futures|index|gold|bonds?|euro|dollar|yen|sterling)\b[^.;]{0,80}?\b(?:rose|fell|gained|lost|"
    r"closed|traded|trading|climbed|dropped|slid|slipped|jumped|ended|settled|reached|hit|up|down)\b",
    re.I,
)


def changed(claim: QuantityClaim, before: QuantityClaim | None = None) -> bool:
    """Whether the words before a figure say that it was set anew: "lowered the limit to 40 mph last week"; if `before` is
    given, also whether that can have been the figure until then: what was raised was less."""
    start = claim.span.start - claim.sentence_start
    told = _SET_ANEW.search(claim.sentence, max(0, start - 2 * _NEAR), start)
    was, now = before.value.point if before is not None else None, claim.value.point
    if told is None or was is None or now is None:
        return told is not None
    return not (told.group("down") and was <= now) and not (told.group("up") and was >= now)


_SET_ANEW = regex(
    r"\b(?:(?P<down>lower(?:ed|s|ing)?|cut(?:s|ting)?|reduc(?:ed|es|ing)|slash(?:ed|es|ing)?|halv(?:ed|es|ing)|shorten(?:ed|s|ing)?)"
    r"|(?P<up>rais(?:ed|es|ing)|bump(?:ed|s|ing)?|doubl(?:ed|es|ing)|extend(?:ed|s|ing)?|increas(?:ed|es|ing))|revis(?:ed|es|ing)|correct(?:ed|s|ing)?)"
    r"\s(?:[\w'’,-]+\s){0,14}?to\s\Z"
)
_SO_FAR = regex(
    r"\b(?:by (?:then|last night|midnight|noon|midday|dawn|nightfall|this (?:morning|evening)|(?:[\w:.]+ ){0,3}?(?:o'clock|[ap]\.?m\b|yesterday|today"
    r"|morning|afternoon|evening|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))|so far|at (?:that|this) (?:point|stage|hour)|up to (?:now|then)|until now|(?:now|currently) stands? at|stands (?:now |currently )?at)\b",
    re.I,
    holds="by |so far|at that|at this|up to|until now|stand",
)


def so_far(claim: QuantityClaim) -> bool:
    """Whether the sentence says that the count stood so at an hour, and may have gone on: "By last night 4,100"."""
    return claim.form in ("count", "percent", "money") and _SO_FAR.search(claim.sentence) is not None


def gathered(claim: QuantityClaim) -> bool:
    """Whether the words beside a figure say that so many have come in until now: "ten have been recovered"."""
    if claim.form not in ("count", "money"):
        return False
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    return _GATHERED.search(claim.sentence, max(0, start - _NEAR), end + _NEAR) is not None


# What comes in piece by piece, told in the perfect: it goes on after the report.
_GATHERED = regex(
    r"\bha(?:s|ve)(?: (?:now|so|far|already|since|also|been))* (?:recovered|returned|retrieved|identified|confirmed|handed|seized|rescued"
    r"|freed|tested|vaccinated|collected|raised|donated|pledged|received|registered|examined|questioned|interviewed|restored"
    r"|reopened|repaired|rebuilt|reconnected|cleared|removed|delivered|distributed|buried|exhumed|surrendered|accounted for)\b",
    holds="has |have ",
)


def risen_from(late: QuantityClaim, early: QuantityClaim) -> bool:
    """Whether the words behind a figure say that it was the other before: "nineteen people, up from 14"."""
    told = _FROM.match(late.sentence, late.span.end - late.sentence_start)
    was = read_figure(late.sentence, told.end()) if told is not None else None
    return was is not None and was.vague is None and was.value == early.value.point


_FROM = regex(
    r"[^.;]{0,40}?\b(?:up|down|increased?|decreased?|risen|rise|rose|raised|grown|grew|fallen|fell|lowered|cut)\sfrom\s(?:the\s)?"
    r"(?:(?:initial|earlier|previous|first)\s)?[$£€¥]?(?=\S)"
    r"|[^.;]{0,40}?\b(?:instead of|rather than|against|compared with|in place of)\s(?:the\s|an?\s)?[$£€¥]?"
    r"(?=(?:\S+\s){1,4}?(?:originally\s|first\s)?(?:foreseen|planned|expected|budgeted|estimated|forecast|announced|promised|intended)\b)"
)


def counted_since(early: QuantityClaim, late: QuantityClaim) -> bool:
    """Whether the one is rough and the other counted to more digits, near it: "some 640 boxes", "712 boxes"."""
    rough, exact = early.value, late.value
    if early.form not in ("count", "money") or not (rough.hedge and exact.exact):
        return False
    if rough.low is None or rough.high is None or rough.point is None or exact.point is None:
        return False
    return digits(exact.point) > digits(rough.point) and apart(rough, exact) <= NEARLY


def in_flux(early: QuantityClaim, late: QuantityClaim, passed: timedelta) -> str:
    """Why what both count may have changed in the time between the articles: staff in weeks, an offer while talks go on."""
    if early.measure in _ROLLS and late.measure in _ROLLS and passed >= _WEEKS:
        return "people come and go in weeks" if apart(early.value, late.value) <= _COMING else ""
    if going(early, late) and passed >= _WEEKS and apart(early.value, late.value) <= NEARLY:
        return "how many jobs go or come is settled in weeks"
    if early.measure != late.measure or passed < timedelta(days=1):
        return ""
    if early.measure == "magnitude" and _UTMOST.search(early.sentence) and _UTMOST.search(late.sentence):
        low, high = early.value.point, late.value.point
        return "a stronger one had come" if low is not None and high is not None and low < high else ""
    if early.measure in _AT_WORK:
        return "what is at work changes by the day"
    return "the talks had gone on" if early.measure in _BIDS else ""


# What is sent to a fire, a flood or a wreck, and called off again.
_AT_WORK = frozenset(
    {
        "tug",
        "helicopter",
        "engine",
        "fire engine",
        "pump",
        "ambulance",
        "drone",
        "diver",
        "excavator",
        "lifeboat",
    }
    | {"firefighter", "rescuer", "volunteer", "soldier", "tent"}
)
_UTMOST = regex(r"\b(?:strongest|most powerful|largest|biggest|severest|heaviest|most violent)\b", re.I)


_ROLLS = frozenset(
    {"workforce", "employee", "staff", "member", "pupil", "student", "inmate", "prisoner", "patient"}
)
_COMING, _WEEKS = Decimal("1.1"), timedelta(days=14)
_BIDS = frozenset({"offered", "demanded"})
_NEAR = 60  # characters before a figure in which its verb may stand


def of_old(claim: QuantityClaim, story: Story) -> str:
    """The words by which the sentence of a figure places it in a year before that of its article, or years back; else empty."""
    published = story.article(claim).published
    year = published.interval.start.year if published and published.interval.start else 0
    told = _IN_YEAR.search(claim.sentence)
    if told and int(told.group(1)) < year:
        return told.group(1)
    back = _YEARS_BACK.search(claim.sentence)
    return back.group() if back else ""


_YEARS_BACK = regex(
    r"\b(?:years|decades) after (?:the|its|his|her|their)\b|\bdecades? (?:ago|earlier)\b|\d(?:st|nd|rd|th) anniversary\b"
)
_IN_YEAR = regex(
    r"\b(?i:in|of|during)\s(?i:the\s)?(?:(?:[a-z]+|[A-Z][a-z]+)\sof\s|[A-Z][a-z]+\s)?(1[89]\d\d|20\d\d)\b"
)


def foretold(claim: QuantityClaim) -> str:
    """The words that say that a figure was expected before anything was counted; empty when there are none."""
    match = _FORETOLD.search(claim.sentence)
    return match.group() if match else ""


def poll_of(claim: QuantityClaim, story: Story) -> str:
    """The words of the headline that say that the article's votes and seats are those of an exit poll."""
    if claim.measure not in HELD and claim.measure != "turnout" and claim.form != "percent":
        return ""
    match = _EXIT_POLL.search(story.article(claim).title or "")
    return match.group() if match else ""


_EXIT_POLL = regex(r"\bexit[\s-]polls?\b", re.I)


def offered(claim: QuantityClaim) -> str:
    """The words that say that a sum or a share was only offered or asked for; empty when there are none."""
    match = _OFFERED.search(claim.sentence) if claim.form in ("percent", "money") else None
    return match.group() if match else ""


def bid_before(early: QuantityClaim, late: QuantityClaim, story: Story) -> str:
    """The words by which the earlier of two articles says that a sum or a share was only offered or asked for."""
    times = _when(early, story), _when(late, story)
    in_turn = times[0] is not None and times[1] is not None and times[0] < times[1]
    return offered(early) if in_turn else ""


_OFFERED = regex(
    r"\b(?:offer(?:ed|s|ing)?|propos(?:ed|es|al|als)|demand(?:ed|s|ing)?|counter-?offer|asked for|asking for|seek(?:s|ing)?|sought|wants?|wanted)\b",
    holds="offer|propos|demand|ask|seek|sought|want",
)


def first_said(claim: QuantityClaim) -> str:
    """The words right before a figure that say that it was the first report: "said earlier that four"; else empty."""
    start = claim.span.start - claim.sentence_start
    match = _FIRST_SAID.search(claim.sentence, max(0, start - 2 * _NEAR), start)
    return match.group().strip() if match else ""


_FIRST_SAID = regex(
    r"\b(?:(?:said|reported|told|announced|indicated|believed|thought|stated)\s(?:\w+\s)?(?:earlier|initially|at first|originally)"
    r"|(?:earlier|initially|at first|originally)\s(?:had\s)?(?:said|reported|told|announced|put|believed|thought|stated|listed|counted|estimated)"
    r"|(?:initial|early|first|earlier|preliminary)\s(?:media\s|police\s|news\s)?(?:reports?|accounts?|counts?|information))\b(?=[^.;]*\Z)",
    re.I,
    holds="arlier|nitial|irst|riginal|arly|relim",
)


def recounted(claim: QuantityClaim) -> str:
    """The words that say that all was counted once more; empty when there are none."""
    match = _RECOUNTED.search(claim.sentence)
    return match.group() if match else ""


_RECOUNTED = regex(
    r"\b(?:recount(?:ed|s|ing)?|count(?:ed|ing|s)? (?:[\w-]+ ){0,4}?(?:again|anew|once more|(?:a|for the) second time))\b",
    holds="recount|count",
)


def unfinished(claim: QuantityClaim) -> str:
    """The words that say that the count was not at its end; empty when there are none.

    What is measured, or stands elsewhere in a sentence on a preliminary result, is counted no further.
    """
    if dimension(claim.value.unit) not in ("", "share", "money"):
        return ""
    match = _UNFINISHED.search(claim.sentence)
    if match is None:
        return ""
    start = claim.span.start - claim.sentence_start
    if _LEFT_TO_PLAY.match(match.group()):
        return ""
    beside = start - _NEAR <= match.end() and match.start() <= start + len(claim.span.quote) + _NEAR
    return match.group() if beside or claim.form == "percent" or claim.measure in _TALLIED else ""


def earlier(first: QuantityClaim, second: QuantityClaim, story: Story) -> QuantityClaim | None:
    """Which of two figures was given first: by the dates of the articles, on one day by the toll that has risen."""
    times = _when(first, story), _when(second, story)
    if times[0] is not None and times[1] is not None and abs(times[0] - times[1]).days >= 1:
        return first if times[0] < times[1] else second
    tolls = _dead(first, story), _dead(second, story)
    if tolls[0] is None or tolls[1] is None or tolls[0] == tolls[1]:
        return None
    before, after = (first, second) if tolls[0] < tolls[1] else (second, first)
    article = story.article(after)
    return before if _RISEN.search(f"{article.title or ''}\n{article.text[:_LEAD]}") else None


def limit_moved(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether both are limits on one side of what grows, and the later is the larger: "up to 159", then "up to 176"."""
    a, b = first.value, second.value
    one_side = (a.low is None and b.low is None) or (a.high is None and b.high is None)
    if not one_side or a.point is None or b.point is None or a.point == b.point or a.unit != b.unit:
        return False
    return first.measure in GROWING and earlier(first, second, story) is (
        first if a.point < b.point else second
    )


def one_authority(first: QuantityClaim, second: QuantityClaim) -> str:
    """The person or body whose word both figures are; empty when they are not one's."""
    a, b = first.attribution or "", second.attribution or ""
    one, other = (name.split()[-1].strip(".,").lower() if name else "" for name in (a, b))
    return a if one and one == other and a[:1].isupper() and b[:1].isupper() else ""


_LEAD = 700  # characters in which a report says that a toll has risen


def _when(claim: QuantityClaim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published is not None else None


def _dead(claim: QuantityClaim, story: Story) -> Decimal | None:
    """The highest toll of the dead in the article of a claim."""
    tolls = [
        c.value.point
        for c in story.of(QuantityClaim)
        if c.span.article == claim.span.article and c.measure == "killed" and not c.part and c.value.point
    ]
    return max(tolls, default=None)
