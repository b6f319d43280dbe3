"""The grammar of temporal expressions: patterns over token classes, tried in order at each word of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from reconcile.language.memo import Memo
from reconcile.language.times.tokens import OTHER, Tokens, vocabulary
from reconcile.values.regex import regex

# Small words in a pattern are classes of the lexicon, or these sets of classes; capitals are the phrases below.
SETS = {
    "anymonth": "month maymonth monabbr weakmonth",
    "anyday": "weekday dayabbr weakday",
    "anyseason": "season weakseason",
    "day": "figure two",
    "number": "figure two num year",
    "small": "figure two num",
    "singular": "unit dayu weeku monthu yearu quarter weekend century decade",
    "anyunit": "unit dayu weeku monthu yearu quarter weekend century decade units secondword",
    "numwords": "numword teen",
    "numeral": "figure two num numword teen tens scale frac",
    "anyordinal": "ordword secondword",
    "ran": "dash longdash",
    "deixis": "last next this past previous coming following that same current",
    "adverbs": "adverb weakadverb",
    "never": "of in on at by to and or for until prep between so comma dot colon slash dash longdash lparen rparen"
    " newline esspos old than ago since from within before after em oh time local long alone",
    "core": "anymonth anyday anyseason year units unit dayu weeku monthu yearu quarter weekend century decade"
    " weekdays part parts today tonight overnight noon ampm clock adverbs ref now past current futureword feastname"
    " hhmm moro decadeword half period fy qletter zone era teen",
    "telling": "core capb capd number numwords tens em",
}
PHRASES = {
    "ORD": "small suffix|tens dash? anyordinal|anyordinal|final|last",
    "DAYN": "day suffix|day|tens dash? anyordinal|anyordinal",
    "MON": "month|maymonth|weakmonth|monabbr dot?",
    "WD": "weekday|weakday|dayabbr dot?",
    "YEARW": "teen (tens (dash? numword)?|oh numword|teen)|numword scale (and? (tens (dash? numword)?|teen|numword))?",
    "ERA": "era|capb dot capc dot?",
    "YEAR": "(year|small) ERA|year|apos small|(era|art dot capd dot?) (year|small)",
    "CARD": "art (scale|scales)|half art? scale|small comma num|year scale?|numeral ((dash|dot|slash)? numeral){0,3}",
    "VAGUE": "art? vague of?|scales of|scales",
    "COUNT": "(approx|more than|at least|up to|additional){0,2} (CARD|VAGUE) (dash? and dash? art dash? (half|quarter)"
    "|(or|to|ran) CARD|or more)? (additional|more|other)?",
    "MINUTES": "(day|numwords|tens (dash? numword)?)",
    "AMPM": "ampm|(art|pee) dot em dot?|(art|pee) em dot?",
    "CLOCK": "approx? ((day (colon number (colon number)?|dot small)?|numwords) AMPM|small colon small (colon small)? (AMPM|in the part)?"
    "|(day|numwords) oh apos clock (in the part)?|noon|(day|numwords) (in the part|tonight))",
    "ZONE": "comma? lparen? (zone rparen?|local time|zoneword zoneword? time)",
    "MOD": "the? mod (of|in|on|dash)? the?|the edge of the?|edge dash|(earlier|later|some) (on|in)? the?|the",
    "ITSYEAR": "comma? YEAR|comma? YEARW|(of|in|comma)? the? OFYEARS",
    "OFYEARS": "(this|last|next|that|same) yearu",
    "DATE": "((MON|weakmonth dot) the? DAYN|the? DAYN of? MON) ITSYEAR?|MON (of|comma)? (YEAR|YEARW)|MON (of|in|comma)? the? OFYEARS|day dash MON dash year",
    "ITSWEEK": "(of|in)? (this|last|next) weeku",
    "POINT": "(the? deixis)? ((WD (comma|lparen|the){0,2})? DATE|WD ((comma|lparen|the){0,2} day suffix rparen?|ITSWEEK|weeku)?)|today|tonight",
    "PART": "(mod dash?)? part",
    "ONDAY": "in the part ((of|on|comma){0,2} POINT)?|(comma|on){0,2} POINT PART?|comma? the? deixis PART",
    "OFYEAR": "(of|in|comma)? (the? fiscal? (YEAR|yearu)|the? deixis fiscal? yearu)",
    "POSSYEAR": "(the? deixis yearu|today|year) (apos esspos)?",
}
RULES = {
    "iso": "year dash small dash small (tee small colon small (colon small)? (dot number)? zulu?)?",
    "numeric": "small slash small slash (year|small)|year slash small slash small"
    "|small dash small dash year|small dot small dot year",
    "texted": "two (dayu|part|moro) (at? CLOCK)?",
    "slashed": "day slash day",
    "age": "(CARD|art) dash? (units|singular) (dash old|old)",
    "often": "each (other|CARD)? (anyunit|anyday|anymonth|anyseason|part)|adverbs"
    "|(anyday and)? weekdays|(anyday and)? WD parts",
    "past": "((half dash?|art? quarter|MINUTES units?) past (day|numwords|noon)|(art? quarter|MINUTES units) to (day|numwords|noon)|MINUTES to noon) (ONDAY)?",
    "hours": "(day (colon num)?|numwords) (dash|longdash|to|and) ((day (colon number)?|numwords) AMPM ZONE?|(day|numwords) in the part) (ONDAY)?",
    "military": "(year|hhmm) lparen (hhmm|year) zone|(hhmm units?|year units|year zone) (zone? on? weekday|ZONE? (on? DATE)?)",
    "bare": "(day|numwords) (comma? on POINT PART?|(the? deixis)? WD PART|today PART|the? deixis PART|at part)",
    "listed": "MON DAYN (comma DAYN){1,5} comma? (and|or) DAYN (comma? YEAR)?",
    "range": "(the? PART of the?)? (MON DAYN (dash|longdash|and|to|until|or|slash) DAYN ITSYEAR?"
    "|DAYN (dash|longdash|and|to|until|or|slash) DAYN of? MON ITSYEAR?)|year (ran|slash) (year|small)",
    "beside": "(the (dayu|part|WD) (before|after)|(CARD|art) (dayu|weeku|monthu|yearu|units) (before|after|from)|(the)? eve of) (DATE|(the? deixis)? WD|today|feastname feastrest{0,5})"
    "|(CARD|art) (weeku|unit|units) ago (on|comma)? (the? deixis)? WD|art (weeku|unit) (on (WD|today)|last WD|today)",
    "beforelast": "the (weeku|weekend|monthu|yearu|anyseason|part|WD PART?) (before last|after next)",
    "partof": "(the|MOD)? (anyordinal|last|final) (weeku|half|units|dayu) of MON ((of|comma)? YEAR)?|the (anyordinal|last|final) WD (of|in) MON ((of|comma)? YEAR)?",
    "weekof": "the? (weeku|weekend) of the? DATE",
    "spelledyear": "the? yearu (YEARW|year)|yearu dash edge year",
    "weekon": "(this|last|next) weeku comma? on WD PART? ((comma|at|approx){0,3} CLOCK ZONE?)?",
    "sameof": "the? same (dayu|weeku|monthu) (of|in)? ((this|last|next) yearu|year)",
    "yearago": "(the|comparable){0,2} yearu dash (earlier|ago) dash? ((ORD dash?)? (quarter|period))?",
    "duration": "(COUNT dash? anyunit|art additional? dash? (singular|units)|art half dash? anyunit|half dash? art dash? anyunit)"
    " (and art (half|quarter))? ((or so)? dash? (ago (today|this (weeku|monthu))?|earlier|later|hence|from now))?",
    "quarters": "(MOD? (poss|comparable|latest|this|deixis)? POSSYEAR? (fiscal dash?)? ORD dash? (quarter|half)"
    "|(the|POSSYEAR)? (anyordinal|small suffix|final) CARD units|qletter small|small qletter) OFYEAR?|(hletter small|small hletter) OFYEAR",
    "named": "the? year (quarter|period)",
    "span": "(approx|at least){0,2} the? (last|past|next|coming|recent|following|previous|these|latest) (CARD|VAGUE) (and art half)? more? anyunit (or so)?"
    "|the? (recent|coming|past|last|futureword|these|previous) units|the CARD units",
    "this": "MOD? the? comparable period (deixis yearu)?|MOD? the? deixis yearu apos esspos (quarter|period)"
    "|MOD? the? (deixis|latest|comparable|all) (fiscal|coming|last|next|past)? (singular|period)"
    "|MOD? (the|poss|mod) fiscal? (yearu|monthu|weeku|quarter|weekend|decade|dayu|century)|yearu apos esspos edge|yearu dash? edge",
    "point": "MOD? (tonight at day|(CLOCK ZONE? (comma|on|of|lparen){0,2} (the? part of the?)?|(PART|overnight) (of|on)? the?)? POINT"
    " ((comma|at|approx){0,3} CLOCK ZONE?|PART ((comma|at|approx){0,3} CLOCK ZONE?)? ITSWEEK?)?|(CLOCK ZONE? comma?)? the? deixis PART ((comma|at|approx){0,3} CLOCK ZONE?)?|CLOCK ZONE?|(num|year) zone (on? weekday)?|overnight|mod dash? part)|the PART (of the day suffix)?",
    "dotted": "small (dot|aitch) small ZONE? (in the part|(comma|on|lparen){0,2} POINT PART?|comma? the? deixis PART)?",
    "decades": "MOD? (year esspos|apos? num apos? esspos|decadeword)|the MOD? year apos esspos",
    "century": "MOD? ORD dash? century ERA?",
    "season": "MOD? deixis? anyseason ((of|comma)? (YEAR ((ran|slash) (year|small))?|YEARW|the? deixis yearu))?",
    "fiscal": "the? fiscal dash? (YEAR|yearu)|fy (year|small)",
    "year": "MOD? (the? yearu)? (YEAR|YEARW)",
    "month": "MOD? deixis? MON",
    "feastday": "MOD? deixis? feastname feastrest{0,5} ((of|comma)? (year|OFYEARS)|weekend|weeku)?",
    "ref": "ref|now|rightjust now|the? (past|futureword|current)|current|futureword|once",
    "long": "(units|singular) dash long",
    "some": "units",
    "spoken": "(half numwords|(numwords|tens (dash? numword)?) (to|until) (numwords|day)|day to numwords|numword (tens (dash? numword)?|teen)) (ONDAY)?",
    "hour": "numwords",
    "monthday": "the? (day suffix|(tens dash?)? anyordinal) of the? deixis monthu|the day suffix",
}
# What a run of words of time must hold to be worth a look: a word, or figures and marks.
CORE = "core|capb dot capc|dot capd|number (apos? esspos|(colon|slash|dash|dot|aitch) number)|apos number|(art|pee) dot? em|(number|colon|dot) em"
CORE += (
    "|(at|by|until) approx? (MINUTES (to|until) (numwords|day)|half numwords)|at approx? numword (tens|teen)"
)
CORE += "|the day suffix|(at|by|until|approx|after|before|past) numwords"


@cache
def rules() -> re.Pattern[str]:
    """One pattern with a group for each rule; at each token the first rule that fits wins."""
    tried = "|".join(f"(?P<{name}>{compiled(pattern)})" for name, pattern in RULES.items())
    return regex(f"(?!{compiled('never')})(?:{tried})")


@cache
def core() -> re.Pattern[str]:
    """What a temporal expression cannot do without."""
    return regex(compiled(CORE))


@cache
def telling() -> re.Pattern[str]:
    """One token without which nothing in `CORE` fits: a plain set, which is found fast."""
    return regex(compiled("telling"))


@cache
def compiled(pattern: str) -> str:
    """The pattern over class letters that stands for a pattern over class names."""
    return _WORD.sub(_letters, pattern).replace(" ", "")


_WORD = regex(r"[A-Za-z]+|\(")


def _letters(word: re.Match[str]) -> str:
    name = word.group()
    if name == "(":
        return "(?:"
    if name in PHRASES:
        return f"(?:{compiled(PHRASES[name])})"
    names = vocabulary().names
    found = "".join(dict.fromkeys(names[member] for member in members(name)))
    return found if len(found) == 1 else f"[{found}]"


def members(name: str) -> list[str]:
    """The classes that a set holds; a class holds itself."""
    if name not in SETS:
        return [name]
    return [member for part in SETS[name].split() for member in members(part)]


def scan(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    """The rule and the first and last-but-one token of each expression, in order."""
    classes, tells = tokens.classes, telling()
    hit = tells.search(classes)
    while hit is not None:
        first = classes.rfind(OTHER, 0, hit.start()) + 1
        last = classes.find(OTHER, hit.start())
        last = len(classes) if last < 0 else last
        for rule, start, end in _expressions[classes[first:last]]:
            yield rule, first + start, first + end
        hit = tells.search(classes, last)


def _read(stretch: str) -> tuple[tuple[str, int, int], ...]:
    """The rule, the first and the last-but-one token of each expression in words of time that follow one another."""
    if core().search(stretch) is None:
        return ()
    return tuple((str(match.lastgroup), *match.span()) for match in rules().finditer(stretch))


_expressions = Memo(_read)  # texts say few kinds of things about time, each often
