"""Duration claims: for how long, since when, how long ago, within what time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.counted_from import counted_from
from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.lasting import Lasting, lasting, of_what_is_said
from reconcile.claims.reading import Reading
from reconcile.claims.running import runs
from reconcile.claims.serving import exists, served
from reconcile.claims.topics import noun_after, role_before, tells_topic, topics
from reconcile.language.figures import lengths
from reconcile.language.figures.lengths import MORE, UNIT, amount_of, began, figures, longer, starts, timex
from reconcile.language.grammar.themes import subject_phrase, theme
from reconcile.language.sentences import Sentence
from reconcile.language.times.attachment import governing
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.amounts import Amount
from reconcile.values.dates import Interval
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "duration"


@record
class DurationClaim(Claim):
    """How long something took or has lasted, or since when.

    `facet` is how the words measure: "for", "since", "ago", "old" (a body, not a person), "first" (the first in N
    years), "lasted", "within", "later", "before", "nth" (enters its seventh week), or "" when nothing says.
    `since` is when it began, as far as that follows from the words and the publication date.
    """

    type: Literal["duration"] = "duration"
    value: Amount | None = None
    timex: str = ""
    facet: str = ""
    since: Interval | None = None
    what: str = ""  # the noun or verb it is the length of, where the words name it: "siege", "build"
    topic: str = ""  # the noun or role the duration is said with: "coach", "veteran", "institution"

    def __str__(self) -> str:
        """The duration as a reader would say it."""
        if self.topic == "life":
            return "for life"
        if self.value is None:
            return f"since {self.since.said}" if self.since else "since"
        figure = figures(self.value)
        if self.facet == "nth":
            return f"{self.value.unit} {self.value.point} under way"
        return {"ago": f"{figure} ago", "old": f"{figure} old", "first": f"first in {figure}"}.get(
            self.facet, figure
        )


_AFTER = regex(
    r"\s*,?\s*(?P<ago>ago)\b|\s+(?P<later>later|earlier|afterwards)\b|\s+(?P<before>before(?:hand)?|prior|previously)\b"
    r"|\s+(?P<after>after|since|into)\b|-(?P<old>old)\b",
    re.I,
)
# "first", "worst", "most expensive", "highest": what has not been so for a time.
_RANKED = r"(?:first|worst|best|last|(?!(?:for|inter|arr|prot|requ|cont|hon|harv|conqu|w|t|gu|r|b|v|n|p)est\b)[a-z]{2,}est|most (?!of\b)[a-z]+)"
_BEFORE = regex(
    rf"\b(?:(?P<first>{_RANKED} (?:[\w’'-]+ ){{0,6}}(?:for|in|since))|(?P<for>for|for the (?:last|past)|(?:over|in|during|of) the (?:last|past)|these|all)"
    r"|(?P<within>within|in|the next|next|in the next|within the next)|(?P<lasted>last(?:ed|s|ing)|(?:to|will|would|could|may|might|can|not) last|(?:took|takes|taking|take)(?: (?!to\b)[\w’'-]+){0,4}?|burned|ran)"
    r"|(?P<since>since)|(?P<after>after)|(?P<enter>(?:enter|begin|complet)\w*(?: \w+)?|in (?:its|his|her|their)))\s+(?:just |another |only |barely |scarcely |hardly )?\Z",
    re.I,
)
_SINCE = regex(
    r"\b(?:since|dates? back to)\s+(?:at least\s+|(?:the|its|his|her|their) (?:[a-z]+ ){1,2}(?:of|in)\s+|(?-i:[A-Z][\w'’-]+ ){1,3}in\s+|the\s+|early\s+|late\s+)?\Z",
    re.I,
)
_SERVES = regex(
    r"\b(?:with|at|in) the (?:[A-Z][\w'’-]*\s+|of\s+){1,6}\Z|\bon the force\s*\Z",
    holds="with the|at the|in the|on the force",
)
_OF = regex(r"-? ?(?:[^\W\d_]+[ -]){1,3}of (?P<who>(?:[A-Z][\w.'’-]*\s?){1,4})")
_WITH = regex(
    r"\b(?:been|worked|was|is) (?:with|working for|here|there)(?: (?:us|them|the [\w ]{1,30}|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?))? (?:ever )?\Z"
    r"|\b(?:active|present)(?: (?:in|at) [^,.;:]{2,30})? \Z",
    holds=" with| working for| here| there|active|present",
)
# "24 hours a day", "six months pregnant", "17 years of age", "3 months to 10 years old"
_NO_LENGTH = regex(
    r" (?:a|an|per|each|every) (?:day|week|month|year)\b| of age\b| pregnant\b| to \d+ (?:month|year)s old\b",
    re.I,
)
# "protests since March": the president may be anywhere; but "head of the festival since 2019"
_OF_BODY = regex(r"\b(?:of|at) (?:the |its |their |this )?\Z")
_EXTREME = regex(r"[ -](?:high|low|peak)s?\b(?! (?:school|street|court|road|level))")
_LONG = regex(r"s|.-long")
_ONE_DAY = regex(r"one day\Z", re.I)
_NAMED_UNITS = ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade")
_UNITS = frozenset(name + many for name in _NAMED_UNITS for many in ("", "s")) | {"century", "centuries"}
_NO_COUNT = frozenset(("the", "this", "that", "every", "each", "per", "same", "his", "her", "its", "their"))
_WINDOW = 500  # characters on either side of a duration that can say what it is of
_MISSION = regex(r"\bT\+(\d\d):(\d\d)(?::(\d\d))?\b")
_HIM = regex(
    r"\b(?:him|sentenced her|barred her|banned her|gave her|jailed her)\b(?:(?! [A-Z])[^.;,\n])*\Z",
    holds="him| her",
)
_MINE = regex(r"\b(?:I|[Mm]y|[Ww]e)\b[^.;!?\n\"“”]*\Z")
_CLAUSE_LENGTH = 100
_PERSONS = frozenset({"person"})
_OWNERS = _PERSONS | {"organization", "work", "event", "treaty", "award"}
_IDLE = frozenset({"it", "now", "they", "we", "you", "i", "them", "its", "their", "who", "which"})
_PRONOUN = regex(
    r"\b(?:[Hh]e|[Ss]he)\b(?! (?:also )?(?:said|says|told|adds|added|recalls|recalled|notes|noted|explained|stated|claimed|warned|insisted|argued|estimated)\b)"
)


def extract(reading: Reading) -> Iterator[DurationClaim]:
    """Yields the durations of the article and its "since" clauses, in order."""
    found = [*_durations(reading), *_since(reading), *_mission_times(reading), *_for_life(reading)]
    yield from sorted(found, key=lambda claim: claim.span.start)


def _durations(reading: Reading) -> Iterator[DurationClaim]:
    text, document = reading.text, reading.document
    done = 0
    for at, _ in vocabulary(text).places(_UNITS):
        unit = UNIT.match(text, at)
        if unit is None or at < done:
            continue
        if text[max(0, at - 12) : max(0, at - 1)].rpartition(" ")[2].lower() in _NO_COUNT:
            continue  # "the day": most
        amount = lengths.before(text, at)
        if amount is None or (amount.group("n") in ("a", "an") and _LONG.match(text, unit.end() - 1)):
            continue  # "an hours-long standoff"; "an hour-long siege" is read below
        begin = starts(amount)
        if (
            (
                text[begin - 1 : begin] in (":", ".") and text[begin - 2 : begin - 1].isdigit()
            )  # "at 09:10 hours"
            or text.endswith("every ", 0, begin)
            or _NO_LENGTH.match(text, unit.end())
            or _ONE_DAY.match(text, begin, unit.end())
        ):
            continue
        sentence = document.sentence_at(begin)
        if sentence is None or sentence.start > begin:
            continue
        name = unit.group("unit").lower().removesuffix("s")
        name = "century" if name in ("centurie", "century") else name
        value = amount_of(amount, name)
        if value is None:
            continue
        more = MORE.match(text, unit.end(), sentence.end)
        whole = longer(value, name, more) if more else None
        if more and whole:
            value, done = whole, more.end()
        last = max(unit.end(), done)
        if text.startswith(",", last) and text.endswith(", ", 0, begin):
            continue  # "her daughters Ada, 2 months, and Ben": ages
        before = _BEFORE.search(text, max(sentence.start, begin - 70), begin)
        facet, end = _facet(text, before, amount, unit, last)
        if facet is None:
            continue
        start = before.start() if before and facet not in ("ago", "old") else begin
        claim = _claim(reading, sentence, (start, end), value, facet, (begin, last))
        if facet != "old" or claim.topic in topics():
            yield claim  # the ages of people are claims of another type
    for start, end, name in lengths.one_long(text):
        if sentence := document.sentence_at(start):
            yield _claim(reading, sentence, (start, end), Amount.of(1, name), "", (start, end))


def _for_life(reading: Reading) -> Iterator[DurationClaim]:
    """ "Banned for life", "sentenced to life in prison", "a life sentence": a length without an end."""
    text = reading.text
    for found in around(lengths.LIFE, text, vocabulary(text).places({"life"}), 8, 24):
        at, end = found.span()
        sentence = reading.document.sentence_at(at + 1)
        if sentence is not None:
            yield reading.claim(
                DurationClaim,
                at + 1,
                end,
                timex="PXY",
                facet="for",
                topic="life",
                subject=_subject(reading, sentence, (at + 1, end)),
            )


def _mission_times(reading: Reading) -> Iterator[DurationClaim]:
    """Times after a launch ("T+00:53:58") are durations."""
    for time in _MISSION.finditer(reading.text) if "T+" in reading.text else ():
        sentence = reading.document.sentence_at(time.start())
        if sentence is not None:
            hours, minutes, seconds = (Decimal(part or 0) for part in time.groups())
            total = hours * 60 + minutes + seconds / 60
            value = Amount(total, total, total.quantize(Decimal("0.01")), "minute")
            yield _claim(reading, sentence, time.span(), value, "after", time.span())


def _facet(
    text: str, before: re.Match[str] | None, amount: re.Match[str], unit: re.Match[str], last: int
) -> tuple[str | None, int]:
    """How the words measure, and where they end; None where they measure nothing (an ordinal without "enters")."""
    after = _AFTER.match(text, last)
    led = before.lastgroup if before else None
    if amount.group("nth"):
        return ("nth", last) if led in ("enter", "for", "within") else (None, 0)
    if unit.group("old") or (after and after.lastgroup == "old"):
        return "old", unit.end() + (0 if unit.group("old") else 4)
    if after and after.lastgroup == "ago":
        return "ago", after.end()
    if _EXTREME.match(text, last):
        return "first", last  # "a 32-month high": it had not been so high for as long
    if led == "first" and unit.group("unit")[:4].lower() in ("hour", "minu", "seco"):
        return "within", last  # "first in the race in two hours" is no record
    if led in ("first", "for", "within", "lasted"):
        return led, last
    if after and after.lastgroup:
        return after.lastgroup, after.end()
    one = (amount.group("n") or "").lower() in ("a", "an")
    if one and led is None and not amount.group("hedge") and not lengths.OF_WHAT.match(text, last):
        return None, 0  # "21 million passengers a year" is a rate
    return (led if led in ("after", "since") else ""), last


def _claim(
    reading: Reading,
    sentence: Sentence,
    place: tuple[int, int],
    value: Amount,
    facet: str,
    core: tuple[int, int],
) -> DurationClaim:
    text = reading.text
    parts, triggers = reading.document.clauses(sentence, core[0], core[1])
    triggers = [trigger for trigger in triggers if not trigger.quality]  # "the wounded man"
    trigger = governing(parts, triggers, core[0], core[1], attributive=False)
    if trigger is not None and of_what_is_said(parts, trigger, parts.ending_after(core[0])):
        trigger = None  # "said he had fallen ill seven years ago": it was not said then
    said = (
        noun_after(text, core[1], sentence.end)
        if facet in ("", "old") and "-" in text[core[0] : core[1] + 1]
        else ""
    )
    if (
        facet == "for"
        and not said
        and _SERVES.search(text, max(sentence.start, place[0] - _WINDOW), place[0])
    ):
        said = "service"
    if facet == "for" and not said and not tells_topic(trigger):
        said = role_before(text, max(sentence.start, place[0] - _WINDOW), place[0])
    of = _OF.match(text, core[1], sentence.end) if said in topics() else None
    if facet in ("", "for", "after", "within", "nth") and not said:
        said = served(text, place[0], core[1], topics())
    if facet in ("", "for", "after", "nth") and exists(text, sentence, place[0], core[1]):
        said = "existence"
    told = lasting(text, parts, triggers, trigger, core, facet, place[0])
    counted = counted_from(reading.document, sentence, place[1]) if facet == "after" else None
    if counted is not None:
        said = counted.deed
    elif not said and facet == "" and told.what in topics() and text.endswith(" of ", 0, core[0]):
        said = told.what  # "its coach of eight years"
    whose = subject_of(reading, of.span("who")) if of else "" if said else _whose(reading, told, core[1])
    return reading.claim(
        DurationClaim,
        place[0],
        place[1],
        value=value,
        timex=timex(value),
        facet=facet,
        since=began(value, counted.until)
        if counted is not None
        else began(value, reading.document.published, facet == "nth")
        if said == "existence" or runs(text, parts, trigger, facet, value, core, place[0], bool(said))
        else None,
        what=told.what,
        topic=said,
        hedge=value.hedge,
        event=trigger.lemma if trigger else "",
        subject=(subject_of(reading, counted.whose) if counted and counted.named else whose)
        or _subject(reading, sentence, place)
        or (subject_of(reading, subject_phrase(parts, triggers)) if said == "service" else "")
        or (_about(text[slice(*theme(parts, triggers, trigger, core))]) if trigger else ""),
    )


def _whose(reading: Reading, told: Lasting, end: int) -> str:
    """Who or what the words of the clause say it is of: the object of its verb if that is a person, else the subject.

    Of a punishment they say nothing, as the subject may ask for it or impose it.
    """
    whom = subject_of(reading, told.whom)
    people = reading.document.mentions_between(*told.whom)
    if whom and (whom.lower() in ("him", "her") or any(m.kind == "person" for m in people)):
        return whom
    said = subject_of(reading, told.whose)
    punished = told.what in _TERMS or _IMPRISONED.match(reading.text, end)
    if punished and not any(m.kind == "person" for m in reading.document.mentions_between(*told.whose)):
        return ""
    return "" if _SHORTENED.sub("", said).lower() in _IDLE else said


_SHORTENED = regex(r"['’][a-z]{1,2}\Z")  # "I've"
_TERMS = frozenset({"sentence", "term", "stretch", "ban"})
_IMPRISONED = regex(r"['’]? (?:in|of) (?:[a-z]+ )?(?:prison|jail|custody|imprisonment)\b| behind bars\b")


def _since(reading: Reading) -> Iterator[DurationClaim]:
    text, document = reading.text, reading.document
    for time in document.times:
        if time.type != "DATE" or time.interval is None or time.interval.start is None:
            continue
        sentence = document.sentence_at(time.start)
        lead = _SINCE.search(text, max(sentence.start, time.start - 50), time.start) if sentence else None
        if lead is None or sentence is None:
            continue
        parts, triggers = reading.document.clauses(sentence, lead.start(), time.end)
        trigger = governing(parts, triggers, lead.start(), time.end, attributive=False)
        first = _FIRST.search(text, max(sentence.start, lead.start() - 100), lead.start())
        yield reading.claim(
            DurationClaim,
            lead.start(),
            time.end,
            value=None,
            timex=time.value,
            facet="first" if first else "since",
            since=time.interval,
            topic="existence"
            if exists(text, sentence, lead.start(), time.end)
            else "service"
            if _WITH.search(text, max(sentence.start, lead.start() - 60), lead.start())
            else ""
            if trigger is not None
            and trigger.noun
            and not _OF_BODY.search(text, trigger.start - 12, trigger.start)
            else role_before(text, max(sentence.start, lead.start() - _WINDOW), lead.start()),
            event=trigger.lemma if trigger else "",
            subject=_subject(reading, sentence, (lead.start(), time.end))
            or ("" if first or trigger is None else subject_of(reading, subject_phrase(parts, triggers))),
        )


_FIRST = regex(rf"\b(?:{_RANKED}\b[^.;:\n]{{0,70}}|[Nn]ot(?: again)?\s+)\Z")


def _about(said: str) -> str:
    """The words for what a verb is about, but for those that only point to it."""
    return "" if said.lower() in _POINTING else said


_POINTING = frozenset(
    {"it", "its", "this", "that", "these", "those", "there", "which", "who", "first", "what"}
)


def _subject(reading: Reading, sentence: Sentence, place: tuple[int, int]) -> str:
    """Who or what the duration is of: the name nearest before it in the sentence, else the nearest after it."""
    if _HIM.search(reading.text, max(sentence.start, place[0] - 60), place[0]):
        whom = reading.document.antecedents.pronoun("he", sentence.start)
        if whom:
            return whom
    first, last = max(sentence.start, place[0] - _WINDOW), min(sentence.end, place[1] + _WINDOW)
    speaker = reading.document.said_by(*place)
    if (
        speaker
        and speaker[0].isupper()
        and _MINE.search(reading.text, max(first, place[0] - _CLAUSE_LENGTH), place[0])
    ):
        return speaker
    kinds = _PERSONS if speaker else _OWNERS  # what is quoted speaks of others than the bodies around
    near = [
        m
        for m in reading.document.mentions_between(first, place[0] if speaker else last)
        if m.kind in kinds and m.full != speaker
    ]
    before = [m for m in near if m.end <= place[0]]
    people = [m for m in before if m.kind == "person"]
    people = [m for m in people if not reading.text.startswith(("'s", "’s"), m.end)] or people
    if people:
        return people[-1].full
    if before and not _PRONOUN.search(reading.text, first, before[0].start):
        return before[-1].full
    earlier = reading.document.mentions_between(sentence.start - 2 * _WINDOW, sentence.start)
    people = [m for m in earlier if m.kind == "person"]
    if people and _PRONOUN.search(reading.text, first, place[0]):
        return people[-1].full
    after = [m for m in near if m.start >= place[1]]
    if after:
        return after[0].full
    return ""
