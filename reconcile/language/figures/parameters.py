"""What a figure is of, where the construction around it says so: the price of a sale, how many live in a country."""

from __future__ import annotations

import re
from functools import cache

from reconcile.language.figures.staffing import MEMBERSHIP, of_jobs, of_members
from reconcile.lexicon import words
from reconcile.values.regex import regex

_REACH = 64  # characters before a figure in which a construction that leads to it may begin
_FILLER = r"(?:[a-z][a-z'’-]*\s){0,3}?"
_SOLD = regex(
    r"\b(?:sold|sells?|selling|bought|buys?|buying|purchased|acquired?|acquires|auctioned|auction|hammer|went|go(?:es|ing)?|chang(?:ed|es|ing)\shands|snapped\sup|knocked\sdown)\b"
    rf"[^.;:]{{0,40}}?\bfor\s{_FILLER}\Z|\b(?:fetch(?:ed|es|ing)?|hammer\sprice\sof|sale\sprice\sof)\s{_FILLER}\Z"
    r"|\b(?:s[eo]ld?|selling|buy(?:ing)?|bought|purchas(?:e|ed|ing)|acquir(?:e|ed|ing)|acquisition|take(?:n|over|\sover)|took\sover|sale)\b"
    rf"[^.;:]{{0,44}}?\b(?:deal|transaction)\s(?:worth|valued\sat|of)\s{_FILLER}\Z"
    rf"|\b(?:purchase|acquisition|takeover|buyout)\sof\s[^.;:]{{1,40}}?\scosts?\s(?:[A-Z][\w’'-]*\s){{0,3}}{_FILLER}\Z"
    rf"|\b(?:deal|transaction|purchase|acquisition|takeover|sale)\s(?:[a-z]+\s)?valu(?:es?|ed|ing)\s[^.;:]{{1,40}}?\sat\s{_FILLER}\Z",
    holds="sold|sell|bought|buy|purchas|acqui|auction|hammer|went|go|chang|snapped|knocked|fetch|sale|take|took|deal|transaction",
)
_SALE = regex(
    r"\b(?:sold|sells?|bought|buys?|purchased?|acquire[sd]?|acquisition|auctioned|went|goes|changed|snapped|knocked|fetch(?:ed|es)?)\b"
)
_THING = regex(
    r"(?<!\bin )(?<!\bat )(?<!\bof )(?<!\bnear )(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})\s(?:(?:was|were|is|has|had|have|been|later|then)\s){0,3}\Z"
)
# Whoever buys is named before the verb, what is bought behind it; in the passive that is before.
_BUYS = regex(r"(?:b[ou]|purch|acq|snap)")
_BE = regex(r"\b(?:was|were|is|are|be|been|being)\s(?:[a-z]+\s)?\Z")
_BOUGHT = regex(r"[\w-]+(?:\sup|\sof)?\s(?P<name>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,3})\s")
_STAKE = regex(
    r"\b(?:stakes?|shares?|shareholding|interest|per\s?cent|half)\b|%",
    holds="stake|share|interest|cent|half|%",
)
_PLACE_KINDS = (
    "country|nation|island|town|city|village|republic|state|kingdom|region|province|district|suburb|settlement|community"
    "|archipelago|resort|hamlet|capital|parish|valley"
)
_PLACE_KIND = regex(rf"\b({_PLACE_KINDS})s?\b", re.I)
_PEOPLED = regex(
    rf"\b(?P<where>{_PLACE_KINDS})s?(?:\s(?:on|in|of|near)\s[A-Z][\w'’-]*)?,?\s(?:of|one\sof)\s\Z"
)
_LIVE = regex(r"\s(?:[a-z]+\s)?(?:live|lives|living|lived|dwell)\s(?:on|in|there|here|along)\b")
_THE_WHOLE = regex(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|has|have|had|of|all|to|only)\s\Z")
_EMPLOYS = regex(
    rf"\b(?:employ(?:s|ed|ing)?|(?:work\s?force|staff|payroll|headcount)\s(?:of|is|was|stands\sat|stood\sat|numbers|numbered|totals|totalled))\s{_FILLER}\Z",
    holds="employ|force|staff|payroll|headcount",
)
_HAS = regex(r"\b(?:has|have|had|its)\s\Z")
_AT_WORK = regex(
    r"\s(?:(?:are|were|is)\s)?(?:currently\s|now\s|still\s)?(?:employed|work|working|worked)\s(?:at|in|for|on|there|here)\b"
)
_AVERAGE = regex(r"\b[Aa]verag(?:e|es|ed|ing)\s(?:of\s)?\Z", holds="averag")
_CHANGED = regex(
    r"\b(?:(?P<up>rose|risen|rise|rises|rising|up|grew|grown|grow|growing|increas(?:ed?|es|ing)|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|gain(?:ed|s)?)"
    r"|fell|fallen|falls?|falling|down|dropp(?:ed|ing)|drops?|declin(?:ed?|es|ing)|cut|cuts|slid|slides?|slipp(?:ed|ing)|los[te]|shr[aiu]nk)\s(?:by\s)?\Z"
)
_CHANGE = regex(
    r"\s(?:[a-z]+\s){0,2}?(?:(?P<up>increase|rise|jump|gain|growth|hike|surge)|decrease|drop|fall|cut|decline|reduction|slump)s?\b"
)
_HOLDS = regex(
    r"\b(?:held|holds?|holding|contain(?:ed|s|ing)?|carr(?:ied|ying|ies)|(?:filled|laden|loaded)\swith|load\sof)\s\Z",
    holds="held|hold|contain|carr|with|load",
)
_SEIZED = regex(r"\s(hostage|prisoner|captive)\b")
_VOTED = regex(
    r"[^.;:]{0,30}?\b(?:bothered\sto\svote|turned\sout|cast\s(?:(?:a|their)\s)?(?:vote|ballot)s?|went\sto\sthe\spolls|voted(?!\s(?:for|against|to|yes|no|in(?!\s[A-Z]))\b))"
)
_SCALE = regex(
    r"\s(?:on|of)\s(?:a|an|the|their|its|his|her|our)\s(?:[a-z-]+\s)?scale\s(?:of|from|to)\b|\s(?:on|out\sof)\s(?:five|ten|5|10)\b(?!\s[a-z-]*s\b)"
)
_LEVEL = regex(r"\b(?:[Ll]evel|LEVEL|[Cc]ategory|[Gg]rade)\s\Z", holds="level|category|grade")
_DETERMINER = regex(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Nn]ew|['’]s)\s\Z")
_WORD = regex(r"\s([A-Za-z][\w'’-]*)")
_COUNTS_OF = regex(r"\s(?:of|in)\b")
_GUILTY = regex(r"\b(?:convict\w*|guilty|found|sentenced|jailed|imprisoned)\b")
_CLAUSE = 90
# How far somebody or something fell: "fell forty metres", "a 30-foot drop"; not by how much a river did.
_FELL = regex(
    r"\b(?:fell|fallen|falls|falling|plung(?:ed|es|ing)|plummet(?:ed|s|ing)|tumbl(?:ed|es|ing)|(?:fall|drop|plunge)\sof|from\sa\sheight\sof)"
    rf"(?:\s(?:down|from|over|off))?,?\s{_FILLER}\Z",
    holds="fell|fall|plung|plummet|tumbl|drop|height",
)
_A_FALL = regex(r"[\s-](?:fall|drop|plunge|tumble)\b")
_WATERS = regex(r"\b(?:waters?|river|levels?|lake|tide|reservoir|sea|glacier|ground|snow|rain|prices?)\b")
_SHOCK = regex(r"\b(?:earth)?(?:quakes?|tremors?|temblors?|(?:after|fore)?shocks?)\s(?:of|at)\s\Z")
_DECIMAL = regex(r"\d\.\d\b")
# Which side of a thing a figure measures, by the word right behind it; the rest say how far away it is.
_SIDE = regex(r",?\s(?:in\s)?(long|length|wide|width|across|offshore|inland|out\s(?:at|to)\ssea)\b")
_SIDES = {"long": "length", "length": "length", "wide": "width", "width": "width", "across": "width"}
PEOPLE = frozenset(
    {"", "person", "inhabitant", "resident", "soul", "islander", "villager", "local", "citizen"}
)
_WORKERS = frozenset(
    {"", "person", "worker", "employee", "staff", "job", "man", "woman", "hand", "miner", "labourer"}
)
_HIRED = frozenset({"worker", "employee", "staff"})


@cache
def _built() -> frozenset[str]:
    return frozenset(word for line in words("built_things") for word in line.split())


def parameter(text: str, start: int, end: int, kind: str, head: str) -> tuple[str, str]:
    """The measure that the construction around the figure at `text[start:end]` gives it, and of what kind of thing.

    Both are empty when no construction tells; `kind` is the kind of figure (count, money, share), `head` the noun
    that it counts, if any.
    """
    window = max(0, start - _REACH)
    if text.find("verag", window, start) >= 0 and _AVERAGE.search(text, window, start):
        return f"average {head or kind}", ""
    if kind == "money":
        sold = _SOLD.search(text, window, start)
        if sold is not None:
            return "stake" if _STAKE.search(text, sold.start(), start) else "sale", _sold(
                text, sold.start(), start
            )
        if _PAID_OUT.search(text, window, start) and not _TO_WHOM.match(text, end):
            return "fine", ""
        if _CAPTORS.search(text, window, start):
            return "ransom", ""
        if _WRECKED.search(text, window, start):
            return "damage", ""
        if _TOOK_IN.search(text, window, start):
            return "revenue", ""
        return _attributive(text, start, end), ""
    if kind == "length":
        fell = _FELL.search(text, window, start) or _A_FALL.match(text, end)
        if fell and not _WATERS.search(text, window, start):
            return "drop", ""
        if part := _PART_OF.search(text, window, start):
            return part.group("part"), ""
        side = _SIDE.match(text, end)
        return _SIDES.get(side.group(1), "distance") if side else "", ""
    if kind in ("volume", "mass"):
        return "content" if _HOLDS.search(text, window, start) else "", ""
    if kind == "share":
        if _VOTED.match(text, end):
            return "turnout", ""
        if _PRICES.search(text, window, start):
            return "inflation", ""
        if _ECONOMY.search(text, window, start):
            return "growth", ""
        by = _CHANGE.match(text, end)
        if by is not None:
            return "rise" if by.group("up") else "fall", ""
        change = _CHANGED.search(text, window, start)
        return ("rise" if change.group("up") else "fall") if change else "", ""
    if kind == "count":
        if _SHOCK.search(text, window, start) and _DECIMAL.match(text, start):
            return "magnitude", ""
        if head in PEOPLE and (peopled := _PEOPLED.search(text, window, start)):
            return "population", peopled.group("where")
        if body := of_members(text, start, end, head):
            return MEMBERSHIP, body
        return _of_people(text, window, start, end, head) or _of_a_scale(text, window, start, end, head), ""
    return "", ""


_MUCH = r"(?:by |about |around |some |nearly |almost |over |more than |just |only |an annual |a |at |to |of ){0,3}"
_PRICES = regex(
    rf"\b[Cc]onsumer prices? (?:index )?[^.;\d]{{0,40}}?\b(?:rose|grew|climbed|increased|went up|were up|was up|advanced|are up) {_MUCH}\Z",
    holds="onsumer price",
)
_ECONOMY = regex(
    rf"\b(?:economy|GDP|[Gg]ross domestic product|economic output)\b[^.;\d]{{0,40}}?\b(?:grew|expanded|grow|grows|expand|expands|growing|expanding|rose|increased) {_MUCH}\Z"
    rf"|\b[Ee]conomic growth\b[^.;\d]{{0,40}}?\b(?:was|of|at|to|reached|hit|slowed|accelerated) {_MUCH}\Z",
    holds="economy|gdp|omestic product|conomic ",
)


# A part or a line of a thing that is measured for itself: "a main span of 200 metres".
_PART_OF = regex(
    rf"\b(?P<part>span|wingspan|draught|draft|beam|diameter|radius|clearance|runway|thickness) (?:is |was )?{_MUCH}\Z",
    holds="span|draught|draft|beam|diameter|radius|clearance|runway|thickness",
)


def _sold(text: str, first: int, start: int) -> str:
    """The name of what the sale between `first` and the figure at `start` is of, empty when no name stands there."""
    verb = [match.start() for match in _SALE.finditer(text, first, start)][-1:] or [start]
    if _BUYS.match(text, verb[0]) and not _BE.search(text, max(0, verb[0] - 24), verb[0]):
        bought = _BOUGHT.match(text, verb[0], start)
        return bought.group("name") if bought else ""
    thing = _THING.search(text, max(0, verb[0] - _REACH), verb[0])
    return thing.group("name") if thing else ""


# What a court makes somebody pay, what captors ask for, and what a disaster costs have each a name of their own.
_PAID_OUT = regex(
    rf"\b(?:ordered|orders|sentenced)\s(?:[A-Z][\w’'-]*\s){{0,3}}to\spay\s{_FILLER}\Z",
    holds="to pay",
)
_TO_WHOM = regex(r"\s(?:(?:[a-z]+\s){0,2}to\b|(?:in|of|as)\s[a-z])")
_CAPTORS = regex(
    r"\b(?:kidnappers?|captors?|abductors?|hijackers?|hostage[ -]takers?|pirates|extortionists?|blackmailers?|hackers)\s(?:[a-z]+\s){0,2}?"
    rf"(?:demand(?:ed|s|ing)?|ask(?:ed|s|ing)?(?:\sfor)?|want(?:ed|s)?|s(?:eeks?|ought))\s{_FILLER}\Z|\bransom\sdemand\s(?:was|is|of|stood\sat)\s{_FILLER}\Z",
    holds="kidnapper|captor|abductor|hijacker|taker|pirates|extortion|blackmailer|hackers|ransom",
)
_WRECKED = regex(
    r"\b(?:storm|hurricane|floods?|flooding|earthquake|quake|fire|fires|wildfires?|blaze|tornado|cyclone|typhoon|tsunami|drought|landslide|hail|frost)\s"
    rf"(?:(?:has|have|had|may|might|could|will|would)\s)?costs?\s(?:[A-Z][\w’'-]*\s){{0,3}}{_FILLER}\Z",
    holds="cost",
)


_TOOK_IN = regex(
    rf"\b(?:t[ao]kes?\sin|took\sin|taken\sin|brought\sin|rak(?:es|ed)\sin|pull(?:s|ed)\sin|made\ssales\sof)\s{_FILLER}\Z",
    holds=" in | sales of",
)


def settled(text: str, start: int) -> str:
    """The kind of place named last before the figure at `start`, empty when none is near: "town", "island"."""
    kinds = _PLACE_KIND.findall(text, max(0, start - _REACH), start)
    return kinds[-1].lower() if kinds else ""


# A parameter of its own that the words of a sentence make of a measure: what a speed may be, how many a census counted.
_NARROWED = {
    "speed": (
        "speed limit",
        regex(
            r"\b(?:limit|maximum|allowed)\b|\d ?(?:mph|km/h|kph|kmh)[ -](?:road|street|zone|area|stretch|speed)\b"
        ),
    ),
    "population": ("census", regex(r"\bcensus\b")),
    "length": (
        "rainfall",
        regex(r"\b(?:rains?|rainfall|downpour|precipitation|(?:millimet(?:re|er)s|mm) fell)\b", re.I),
    ),
}
# How rain is measured, and no road: "63 mm", "about four inches".
_FINGER = regex(
    r"(?:[\w-]+\s){0,4}?(?:[\d.,½¼¾-]+\s?)?(?:mm|cm|millimet(?:re|er)s?|centimet(?:re|er)s?|inch(?:es)?|in\.)(?!\w)"
)


# What is no answer to a question about another parameter.
ALONE = frozenset({"speed limit"})


# Before a speed that somebody drove at, whatever the sentence says of the limit: "doing 70mph on the 55mph road".
_DRIVEN = regex(
    r"\b(?:doing|going|travell?ing|driving|driven|clocked|speeding|racing|moving)\s(?:(?!limit)[a-z]+\s){0,5}\Z"
)


def narrowed(measure: str, sentence: str, at: int) -> str:
    """What a figure of `measure` at `at` is of in `sentence`: "speed limit" where that says how fast one may go."""
    narrower, said = _NARROWED.get(measure, ("", None))
    if measure == "speed" and _DRIVEN.search(sentence, 0, at):
        return measure
    if measure == "rainfall" and not _FINGER.match(sentence, at):
        return "length"  # "flooded 40 miles of road"
    if measure == "length" and not _FINGER.match(sentence, at):
        return measure
    return narrower if said is not None and said.search(sentence) else measure


_CRIME = regex(
    r"\s(?:of|in)\s(?:the\s)?(?:[a-z-]+\s){0,2}?(?P<crime>[a-z-]{4,})(?=[,.;)]|\s(?:and|of|in|for|against|after|on|at|over)\b|$)"
)


def crime(text: str, end: int) -> str:
    """The crime that the counts before `end` are of: "murder" in "counts of first-degree murder"."""
    match = _CRIME.match(text, end)
    return match.group("crime") if match else ""


def _of_people(text: str, window: int, start: int, end: int, head: str) -> str:
    if becomes := of_jobs(text, start, end, head):
        return becomes
    if head in PEOPLE:
        if head and (seized := _SEIZED.match(text, end)):
            return seized.group(1)
        if _LIVE.match(text, end):
            return "population"
        if head in ("resident", "inhabitant") and _THE_WHOLE.search(text, window, start):
            return "population"
    if head in _WORKERS and (_EMPLOYS.search(text, window, start) or (head and _AT_WORK.match(text, end))):
        return "workforce"
    if head in _HIRED and _HAS.search(text, window, start):
        return "workforce"
    if head == "count":
        return _of_a_charge(text, start, end)
    return ""


def _of_a_charge(text: str, start: int, end: int) -> str:
    """What counts are: of a conviction, or of the charge; "38 of 44 counts" tells one of each."""
    if _CONVICTED.search(text, max(0, start - _CLAUSE), start):
        return "charge" if _OUT_OF.search(text, max(0, start - 20), start) else "conviction"
    if not _COUNTS_OF.match(text, end):
        return ""
    return "conviction" if _GUILTY.search(text, max(0, start - _CLAUSE), start) else "charge"


_CONVICTED = regex(
    r"\b(?:convicted|(?:found|pleaded|pled) guilty)\b[^.;]{0,40}?\b(?:on|of|to)\s[^.;]{0,24}\Z",
    holds="convicted|guilty",
)
_OUT_OF = regex(r"\d of\s(?:the\s)?\Z|\b[a-z]+ of\s(?:the\s)?\Z")


def _of_a_scale(text: str, window: int, start: int, end: int, head: str) -> str:
    """A grade: "three on their scale of five", "level 4"."""
    if head:
        return ""
    return "level" if _SCALE.match(text, end) or _LEVEL.search(text, window, start) else ""


def _attributive(text: str, start: int, end: int) -> str:
    """The cost of what is built, said before its name: "the £90m Brae Tunnel"."""
    if not _DETERMINER.search(text, max(0, start - 12), start):
        return ""
    at = end
    for _ in range(4):
        match = _WORD.match(text, at)
        if match is None:
            return ""
        if match.group(1).lower().removesuffix("'s").removesuffix("’s") in _built():
            return "cost"
        at = match.end()
    return ""
