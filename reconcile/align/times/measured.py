"""What a length of time is the length of, by its own noun: "a two-day recount", "the recount lasted three days"."""

from __future__ import annotations

import re
from functools import cache

from reconcile.align.senses import sense, senses
from reconcile.claims.duration import DurationClaim
from reconcile.lexicon import word_set, words
from reconcile.values.regex import regex

_AFTER = regex(r"[- ]?(?:long |old )?((?:[a-z]+[ -])?[a-z]{3,})\b")
_LASTS = regex(
    r"\b([A-Za-z][a-z]{2,})(?: (?:on|in|at|of|for|between|against|with)(?: [\w’'-]+){1,6}?)?(?: (?:by hand|itself|alone|only|has|had|have|is|was|which|that|will|would|could|may|to|[a-z]+ly))*,? "
    r"(?:last(?:ed|s|ing)?|took|takes|taking|take|ran|dragged on|went on)(?: for)?\s*\Z"
)
_OF = regex(
    r"\b([a-z]{3,}) (?:of|lasting) (?:about |almost |nearly |more than |over |some )?\Z",
    holds=" of | lasting ",
)
_SPENDS = frozenset({"take", "need", "out", "require", "spend"})
_RUNS = frozenset({"for", "after"})
_ENDS = frozenset(
    {
        "end",
        "over",
        "stop",
        "finish",
        "conclude",
        "collapse",
        "break",
        "break down",
        "break up",
        "break off",
        "settle",
        "call off",
        "abandon",
    }
    | {"adjourn", "suspend", "lift", "fail", "wind up", "wrap up", "resolve", "close", "peter out", "halt"}
)
_SAYING = frozenset(
    ["say", "tell", "be", "have", "do", "take", "come", "go", "make", "get", "give", "report", "happen"]
)
_TO = regex(r" to (?:fully |finally )?([a-z]{3,})\b")  # "took seven years to build"
_SPENT = regex(
    r" of (?:the |its |his |her |hard |heavy |intense |national |official |public )?([a-z]{4,})\b"
)  # "five years of construction"
_INTO = regex(
    r"(?: into)? (?:the |its |their |our |his |her |an? )([a-z]{4,})\b"
)  # "eleven days into our strike"
_FOR_IT = regex(
    r" for (?:the |its |their |our |his |her |an? )([a-z]{4,})\b"
)  # "needed nine hours for the operation"
_DOING = regex(r" ([a-z]{3,}ing)\b")  # "spent almost ten hours driving"
# "first TITLE in seven years", "the worst FLOOD since 1953"
_RANK = regex(
    r"\b(?:first|worst|best|last|[a-z]{2,}est|most [a-z]+) ((?:[\w’'-]+ ){0,6}?[\w’'-]+) (?:for|in|since)\b(?!.*\b(?:for|in|since)\b.*\bsince\b)"
)
_GOES_ON = frozenset({"last", "go", "go on", "continue", "run", "drag"})
_STAYS = regex(
    r"\b(?:stay|stays|stayed|remain|remains|remained|kept|keep) ([a-z]{4,}) \Z", holds="stay|remain|kept|keep"
)
_BEEN = regex(
    r"\b(?:been|was|were|is|are) ([a-z]{3,}ing) \Z", holds="ing "
)  # "had been driving for nine hours"
_OVER = regex(r"\b([a-z]{4,}) (?:was|is|were) (?:all )?over \Z", holds=" over")
_LATE = regex(r" (?:behind )?(late|schedule|overdue)\b", holds="late|schedule|overdue")
_LETTERS = regex(r"[a-z]+")
_MODIFIERS = frozenset({"long", "old", "more", "full", "whole", "straight", "late", "early"})


def measured(claim: DurationClaim) -> frozenset[str]:
    """The senses of the noun or verb that the claim gives the length of; empty where the words tie none to it."""
    if claim.facet == "old":
        return frozenset()
    if known := _office(claim) or _late(claim) or _of_year(claim):
        return frozenset((known,))
    common = _MODIFIERS.union(words("common"))
    found = senses(" ".join(w for w in _LETTERS.findall(_noun(claim).lower()) if w not in common))
    ended = claim.facet == "after" and (
        claim.event in _ENDS or (claim.event == "come" and "to an end" in claim.sentence)
    )
    acts = (claim.facet in _RUNS and not ended) or _done_for(claim)
    if not found and acts and (deed := _deed(claim)):
        return frozenset((deed,))
    if not found and acts and claim.event and not set(claim.event.split()) & _SAYING:
        found = senses(claim.event)  # "governed for eight years", "walked out for 48 hours"
    if (
        claim.facet in ("for", "lasted") and claim.event in _SPENDS
    ) or ended:  # "talks broke down after 16 hours"
        head = claim.subject.partition(" of ")[0].rpartition(" ")[2]
        found |= (
            senses(head) if head.islower() else frozenset()
        )  # "the jury took six hours", "the jury was out for a day"
    return family(found) or _due(claim)


def two_deeds(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether two lengths are those of what two verbs say: "waited for an hour", "was questioned for three".

    The time from a moment on is none of what is said to happen at its end.
    """
    one, two = senses(first.event), senses(second.event)
    apart = bool(one and two) and not (one & two or measured(first) & measured(second))
    return apart and not {first.facet, second.facet} <= _FROM_A_MOMENT


_FROM_A_MOMENT = frozenset({"ago", "after", "before", "later"})


def _deed(claim: DurationClaim) -> str:
    """What the verb says with its object or of its doer alone: who downs tools strikes, surgeons who operate do surgery."""
    lead = claim.sentence[: claim.span.start - claim.sentence_start]
    if _DOWNS_TOOLS.search(lead):
        return _lasting()[sense("strike")]
    if claim.event == "operate" and _SURGEONS.search(claim.subject):
        return _lasting()[sense("surgery")]
    carried = _CARRIED.search(lead)
    return _lasting().get(sense(carried.group(1)), "") if carried is not None else ""


# A verb that says little, with what is done: "held talks for six hours".
_CARRIED = regex(
    r"\b(?:h[eo]ld|holding|had|staged?|conducted|underwent|in) (?:(?:an?|the) )?(?:[a-z]+ )?([a-z]{4,})(?: (?:with|on|in|at) (?:[\w’'-]+ ){1,3})? ?\Z"
)
_DOWNS_TOOLS = regex(
    r"\b(?:down(?:ed|ing)? tools|(?:walk|stay)(?:ed|ing)? off (?:the job|work)|(?:stay|kept|keep)(?:ed|ing)? away from work|stopp(?:ed|ing) work|(?:on|to) the picket lines?) \Z",
    holds="tools|off |work|picket",
)
_SURGEONS = regex(r"\b(?:surgeon|doctor|surgical|medic)", re.I)


def _done_for(claim: DurationClaim) -> bool:
    """Whether the length stands right behind its verb: "he had driven nine hours"."""
    if claim.facet or not claim.event:
        return False
    before = claim.sentence[: claim.span.start - claim.sentence_start].split()[-1:]
    return bool(before) and sense(before[0]) == sense(claim.event.split()[0])


OFFICE = "govern"  # what stands for the family of words for holding a post
_POST = regex(
    r" (?:on the throne|in (?:office|power|charge|command)|at the (?:helm|top)|in the (?:post|job|role|saddle|hot seat|top job)"
    r"|as (?:the |its |their |an? )?([\w’'-]+(?: [a-z]+)?))(?![\w’'-])"
)
_HELD = regex(
    r"(?:\b(?:been|was|as)|,) (?:the |its |an? )?([\w’'-]+(?: [a-z]+)?)(?: of (?:the )?[\w’'-]+)? (?:for )?\Z"
)
_IN_POST = regex(
    r"\b(?:in (?:office|power)|at the helm|on the throne) (?:for )?\Z", holds="in office|in power|helm|throne"
)


def _office(claim: DurationClaim) -> str:
    """Whether the length is how long somebody held a post: "the 12-year rule of", "after nine years as mayor"."""
    unit = claim.value.unit if claim.value is not None else ""
    if unit not in ("year", "month", "decade") or claim.facet not in ("", "for", "after", "within"):
        return ""
    start = claim.span.start - claim.sentence_start
    lead, end = claim.sentence[max(0, start - 60) : start], start + len(claim.span.quote)
    if claim.sentence.startswith((" at the wheel", " behind the wheel"), end):
        return sense("steer")
    said = claim.what.rpartition(" ")[2].lower()
    post = _POST.match(claim.sentence, end)
    held = _HELD.search(lead) if post is None and claim.facet in ("", "for") else None
    role = next((found.group(1) for found in (post, held) if found is not None), None)
    throne = post is not None and role is None
    if said in _REIGNS or throne or set((role or "").split()) & posts() or _IN_POST.search(lead):
        return OFFICE
    return ""


_REIGNS = frozenset({"rule", "reign", "tenure", "stint", "incumbency", "leadership"})


@cache
def posts() -> frozenset[str]:
    """The words for posts that one person holds at a time."""
    kinds = (line.partition(":") for line in words("spans"))
    return frozenset(word for kind, _, said in kinds if kind == "office" for word in said.split())


def _late(claim: DurationClaim) -> str:
    """Whether the length is how late something was: "began ten minutes late", "delayed the start by an hour"."""
    start = claim.span.start - claim.sentence_start
    if claim.facet in ("", "for") and claim.event not in (
        "first",
        "say",
        "tell",
    ):  # "told reporters, an hour late"
        late = _LATE.match(claim.sentence, start + len(claim.span.quote))
        if (late and late.group(1) != "schedule") or claim.event in _HOLDS_UP:
            return _lasting().get(sense("delay"), sense("delay"))
    return ""


def _due(claim: DurationClaim) -> frozenset[str]:
    """What is done within the length, as the verb and what does it: "elections will be held within a year"."""
    head = claim.subject.partition(" of ")[0].rpartition(" ")[2].lower()
    if (
        claim.facet != "within"
        or not claim.event
        or not head
        or set(claim.event.split()) & _SAYING - {"take"}
    ):
        return frozenset()
    return frozenset((f"{sense(claim.event.split()[0])} {sense(head)} within",))


_HOLDS_UP = frozenset({"delay", "hold up", "postpone", "put back", "set back"})
_YEARS = regex(r"\b(?:1[5-9]|20)\d\d\b")


def _of_year(claim: DurationClaim) -> str:
    """The year that the length is said to be of: "the eight weeks of 1989", "1989, when they stayed out for seven"."""
    if claim.value is None or claim.facet not in ("", "for", "lasted"):
        return ""
    years = set(_YEARS.findall(claim.sentence))
    start, end = claim.span.start - claim.sentence_start, claim.span.end - claim.sentence_start
    if len(years) != 1 or claim.value.unit not in ("hour", "day", "week", "month"):
        return ""
    year = years.pop()
    tied = claim.sentence.startswith(f" of {year}", end) or _WHEN.search(claim.sentence, 0, start)
    return f"{claim.value.unit} of {year}" if tied else ""


_WHEN = regex(r"\b(?:1[5-9]|20)\d\d,? (?:when|and|of)\b[^.;]{0,50}\Z")


@cache
def _lasting() -> dict[str, str]:
    """From each sense of the lexicon's families of what lasts to the one that stands for its family."""
    families = [[sense(word) for word in line.split()] for line in words("lasting")]
    return {word: family[0] for family in reversed(families) for word in family}


def spoken(first: DurationClaim, second: DurationClaim) -> str:
    """The last noun that both give the length of, as the first writes it; empty when there is none."""
    shared = measured(first) & measured(second)
    return next((w for w in reversed(_LETTERS.findall(_noun(first))) if senses(w) & shared), "")


def family(said: frozenset[str]) -> frozenset[str]:
    """The senses, each as the one that stands for its family of what lasts."""
    return frozenset(_lasting().get(word, word) for word in said)


def _noun(claim: DurationClaim) -> str:
    """The words that name what is measured."""
    if claim.what:
        return claim.what
    start = claim.span.start - claim.sentence_start
    end = start + len(claim.span.quote)
    before, after = claim.sentence[max(0, start - 60) : end], claim.sentence[end : end + 40]
    if claim.facet == "first":
        said = _RANK.search(before)
        return said.group(1) if said else ""
    if "-" in claim.span.quote:
        found = _AFTER.match(after)
        return found.group(1) if found else ""
    to = _TO.match(after) or _SPENT.match(after)
    if to is None and claim.facet == "after" and (began := _INTO.match(after)):
        at_once = began.group(1) in word_set("over_at_once") and not after.startswith(" into")
        to = None if at_once else began
    to = to or (_DOING.match(after) if claim.event == "spend" else None)
    to = to or (_FOR_IT.match(after) if claim.event in _SPENDS else None)
    if to:
        return to.group(1)
    lead = before[: before.find(claim.span.quote)] if claim.span.quote in before else before
    if claim.facet == "lasted":
        verb = claim.span.quote.split()[0]
        found = _LASTS.search(f"{lead}{verb}")
    elif claim.facet == "for" and claim.event in _GOES_ON:
        found = _LASTS.search(lead)
    else:
        found = _LATE.match(after) or _OF.search(lead) or _STAYS.search(lead) or _OVER.search(lead)
        found = found or _BEEN.search(lead)
    if found is None and lead.endswith("("):
        return claim.event  # "Talks with the minister (90 minutes)"
    return found.group(1) if found else ""
