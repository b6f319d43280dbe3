"""Anniversary claims: which anniversary of what is marked when, and the count of editions, which is another count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.deeds.subjects import thing_before
from reconcile.claims.reading import Reading
from reconcile.language.ages.things import thing_aged, thing_told_old
from reconcile.language.figures.ordinals import jubilee, ordinal, whole
from reconcile.language.hits import hits, lowered
from reconcile.language.names.titled import person_nouns
from reconcile.language.sentences import Sentence
from reconcile.lexicon import words
from reconcile.values.dates import Grain, Interval
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "anniversary"

Counts = Literal["years", "edition", "full"]


@record
class AnniversaryClaim(Claim):
    """That the `ordinal`-th anniversary (or edition) of the subject is or was marked.

    `base` is when the subject happened or was founded, as the sentence says; `marked` when the anniversary
    fell, as the sentence says, else the article's publication. `counts` tells anniversaries ("years") from
    editions ("edition": the first one is held in the base year, so the 50th comes after 49 years) and from ages
    ("full": a 79-year-old race may be in its 80th year).
    """

    type: Literal["anniversary"] = "anniversary"
    ordinal: int
    value: str  # P60Y
    base: Interval | None = None
    marked: Interval | None = None
    counts: Counts = "years"

    def __str__(self) -> str:
        """The ordinal, with the year in which it was marked where that is known."""
        year = self.marked_year
        if self.counts == "full":
            return f"{self.ordinal} years old" + (f" ({year})" if year else "")
        return f"{ordinal(self.ordinal)} ({year})" if year else ordinal(self.ordinal)

    @property
    def marked_year(self) -> int | None:
        """The one year in which the anniversary was marked, None when it could be several."""
        return one_year(self.marked)

    @property
    def base_year(self) -> int | None:
        """The year that the ordinal counts from, None when the marked year is open."""
        year = self.marked_year
        if year is None:
            return None
        return year - self.ordinal + (1 if self.counts == "edition" else 0)

    @property
    def base_years(self) -> tuple[int, ...]:
        """The years that the count can start from: one, two for an age, none when the marked year is open."""
        base = self.base_year
        return () if base is None else (base, base - 1) if self.counts == "full" else (base,)


def one_year(time: Interval | None) -> int | None:
    """The calendar year that `time` lies in, None when it is open or spans several."""
    if time is None or time.start is None or time.end is None:
        return None
    years = (time.end - time.start).days
    return time.start.year if years <= 366 and (time.grain <= Grain.YEAR) else None


_NEEDLES = (
    *("anniversar", "jubilee", "centen", "year of", "years of", "year since", "years since", "this year"),
    *("birthday", "-year-old ", "years old"),
    *("edition", "instalment", "installment", "staging", "th time", "st time", "nd time", "rd time"),
)
# A word that ends as an ordinal does, before a mark: the mark comes first, so that the search skips letters fast.
_ENDED = regex(r"[.,;:!?)\n](?<=(?:th|st|nd|rd)[.,;:!?)\n])")


@cache
def _key() -> re.Pattern[str]:
    """Words at which it is worth looking: they occur in few sentences."""
    jubilees = "|".join(re.escape(name.split(":")[0]) for name in words("jubilees"))
    return regex(
        rf"\b(?:(?P<anniversary>anniversar(?:y|ies)|birthdays?)|(?P<jubilee>{jubilees})|(?P<old>year-old(?= [a-z]))|(?P<aged>years old\b)"
        r"|(?P<years>years? (?:of(?! age\b)|since)\b|(?:decades|century|centuries) (?:of|since)\b)"
        r"|(?P<edition>edition|instal?lment|staging|time)\b|(?P<turns>this year)\b|(?P<bare>(?:is|was)\b[^.;\n]{0,12}(?<! on)(?<! by)(?<! of) the))\b",
        re.I,
    )


_TENS = r"(?:(?:hundred and |hundred |)(?:twen|thir|for|fif|six|seven|eigh|nine)ty[- ])?"
_FIGURE = rf"\d{{1,3}}|{_TENS}[a-z]+"
_ORDER = rf"(?<![\d.,])\d{{1,4}}(?:st|nd|rd|th)|{_TENS}(?:first|second|third|[a-z]+th)"
_BEFORE = {
    "anniversary": rf"\b({_ORDER})(?:(?:,? (?:and|or|to|,) (?:the )?)({_ORDER}))?((?:[ -][a-z]+){{0,2}})[ -]\Z",
    "years": rf"\b({_FIGURE}) \Z",
    "edition": rf"\b({_ORDER}) (?:annual )?\Z",
    "old": rf"\b({_FIGURE})-\Z",
    "aged": rf"\b({_FIGURE}) \Z",
    "turns": rf"\b(?:which|that|[a-z]+) (?:is|are|turns?|turned|will be|celebrates?) ({_FIGURE}) \Z",
}


@cache
def _before(kind: str) -> re.Pattern[str] | None:
    """What stands before a key word of `kind`; any word may stand for a number, and is one if it can be read so."""
    pattern = _BEFORE.get(kind)
    return regex(pattern, re.I) if pattern else None


_CELEBRATE = regex(
    r"\b(?:mark|celebrat|commemorat|honou?r|observ)[a-z]*\b|\bmilestone\b|\banniversary\b", re.I
)
# "for the hundred years of the mill", "for 120 years of Brindle Town": so old it is, where it is something named.
_FOR = regex(rf"\bfor (?:the |our |its |their )?(?:{_FIGURE}) \Z", re.I)
_DEFINITE = regex(r" (?:the|our|its|their) [a-z]|(?: the)? [A-Z]")
# "It will be fifty years since the treaty was signed".
_IT_IS = regex(
    rf"\b(?:it|this|that|there|which) (?:is|was|will be|has been|have been) (?:now |exactly |just )?(?:{_FIGURE}) \Z",
    re.I,
)
_BARE = regex(rf" ({_ORDER})(?=[.,;:!?)]|\s*$)", re.I)
_OF = regex(r"\s+(?:of|since)\s+(?:the\s+|a\s+|an\s+|their\s+|its\s+|his\s+|her\s+|our\s+)?", re.I)
_PHRASE = regex(r"(?:(?:[A-Z]\.){2,}|[^\W_])[^,.;:\n()\"“”]{0,90}")
_STOP = regex(
    r"\s(?:between|on|in|at|by|with|when|which|who|that|and was|was|were|signed|this|next|last|of their)\b",
    re.I,
)
_ITS = regex(r"\b(its|our) \Z", re.I, holds="its|our")
_POSSESSOR = regex(
    r"([A-Z][\w'’-]*(?:\s[\w'’-]+){0,3}?|\b[Tt]he [a-z-]+)(?:['’]s|['’])\s+(?:\w+\s)?\Z", holds="'|’"
)
_VERB = regex(
    r"\b((?:the |The )?[\w'’-]+(?: [\w'’-]+)?) (?:keeps?|kept|marks?|marked|celebrates?|celebrated|is marking|will mark|will celebrate) (?:its|their|the|his|her)\s*\Z",
    holds="keep|kept|mark|celebrat",
)
_WHICH = regex(
    r"((?:\b[A-Z][\w'’-]*(?:,? (?:of|the|in|[A-Z][\w'’-]*)){0,6}|\b[Tt]he [a-z-]+(?: [a-z-]+)?)),? (?:which|that) "
    r"(?:keeps?|kept|marks?|marked|celebrates?|celebrated|will mark|will celebrate) its\s*\Z",
    holds="which|that",
)
_RELATIVE = regex(r"([\w'’-]+(?: [\w'’-]+)?),\s*\Z")
_NOW = regex(r"\b(?:marks|celebrates|commemorates|is marking|are marking)\b|[.;]")
_NOT = regex(r"\b(?:not|n['’]t|never|such as|neither)\b", re.I, holds="not|n't|n’t|never|such as|neither")
_YEAR = regex(r"\b(1[0-9]\d\d|20\d\d)\b")
_THE_YEAR = regex(r"\bthe (?:same )?year\b[^.,;]{0,40}\Z", re.I, holds="year")
_TURNING = regex(r"\bthe year (?:that|in which|when) (?:we|it)\b", re.I)
_LAST = regex(r"\b(?:last|next) [A-Z]")
_BESIDE = regex(r"\s+(last|next) year\b")  # "marked its 50th birthday last year"
_BESIDE_BEFORE = regex(r"\b([Ll]ast|[Nn]ext) year,? (?:[\w’'-]+ ){1,6}\Z")
_BASE = regex(
    r"\b(?:sign|found|establish|creat|form|beg[au]n|start|launch|born|open|held|happen|forg|since|ratif|conclud|independ|declar|first)"
    r"[a-z]*\b",
    re.I,
)


def extract(reading: Reading) -> Iterator[AnniversaryClaim]:
    """Yields the anniversaries and editions that the article counts, in order."""
    text = reading.text
    for key in _keys(text):
        sentence = reading.document.sentence_at(key.start())
        if sentence is None:
            continue
        for start, end, number, counts in _counts(text, sentence, key):
            if number is not None and 0 < number < 3000:
                claim = _claim(reading, sentence, start, end, number, counts)
                if not key.group().lower().startswith("birthday") or not _somebody(reading, claim):
                    yield claim


def _somebody(reading: Reading, claim: AnniversaryClaim) -> bool:
    """Whether the birthday is a person's."""
    if not claim.subject or (
        claim.ordinal < _OLDEST
        and _WHOSE.search(reading.text, max(0, claim.span.start - 40), claim.span.start)
    ):
        return True
    last = claim.subject.split()[-1].lower()
    named = reading.document.mentions_between(claim.span.start - 80, claim.span.end)
    return last in person_nouns() or any(m.kind == "person" and last in m.full.lower().split() for m in named)


_OLDEST = 110
_WHOSE = regex(
    r"\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Tt]heir|(?:son|daughter|sister|brother|friend|wife|husband) [A-Z][a-z]+['’]s) \Z"
)


def _keys(text: str) -> Iterator[re.Match[str]]:
    """The key words of `text`, looked for around literal words only."""
    done = 0
    lower = lowered(text)
    ended = [found.start() - 2 for found in _ENDED.finditer(lower)]
    for at in sorted(hits(lower, _NEEDLES) + ended):
        done = max(done, at - 40)
        while done <= at and (key := _key().search(text, done, at + 40)) is not None:
            done = key.end()
            yield key


def _counts(
    text: str, sentence: Sentence, key: re.Match[str]
) -> Iterator[tuple[int, int, int | None, Counts]]:
    kind = key.lastgroup
    if kind == "jubilee":
        if key.group()[0].isupper() and re.match(r" [A-Z]", text[key.end() : key.end() + 2]):
            return  # "Centenary Hall"
        yield key.start(), key.end(), jubilee(key.group()), "years"
        return
    if kind == "bare":
        found = _BARE.match(text, key.end(), sentence.end)
        if found:
            yield found.start(1), found.end(1), whole(found.group(1)), "edition"
        return
    pattern = _before(kind or "")
    found = pattern.search(text, max(sentence.start, key.start() - 60), key.start()) if pattern else None
    if found is None:
        return
    if kind == "anniversary":
        if found.group(2):
            yield found.start(1), found.end(1), whole(found.group(1)), "years"
            yield found.start(2), key.end(), whole(found.group(2)), "years"
        else:
            yield found.start(1), key.end(), whole(found.group(1)), "years"
    elif kind == "years":
        number = whole(found.group(1))
        if key.group().lower().startswith(("decade", "centur")) or number is None:
            return  # rounded spans are durations
        if number >= 5 and _marks(text, sentence, found.start(1), key, number):
            yield found.start(1), key.end(), number, "years"
    elif kind == "old":
        number = whole(found.group(1))
        if number is not None and number >= 5 and thing_aged(text, key.end(), sentence.end):
            yield found.start(1), key.end(), number, "full"
    elif kind == "aged":
        number = whole(found.group(1))
        if number is not None and number >= 5 and thing_told_old(text, sentence.start, found.start(1)):
            yield found.start(1), key.end(), number, "full"
    elif kind == "turns":
        if not re.match(r"who\b", found.group(), re.I):
            yield found.start(), key.end(), whole(found.group(1)), "years"
    elif key.group().lower() == "time":
        staged = _STAGED.search(text, max(sentence.start, found.start() - 60), found.start())
        if staged and (number := whole(found.group(1))) and number >= 10:
            yield found.start(1), key.end(), number, "edition"
    else:
        yield found.start(1), key.end(), whole(found.group(1)), "edition"


# "for the 50th time": of what is held again and again, not of what somebody says or is refused again.
_STAGED = regex(
    r"\b(?:held|hold|holds|played|plays?|run|runs|staged|stages|contested|awarded|organi[sz]ed|hosted|hosts|sailed|raced|ridden|takes? place|took place|"
    r"taking place|taken place)\b[^.;\n]*\Z"
)


def _marks(text: str, sentence: Sentence, start: int, key: re.Match[str], number: int) -> bool:
    """Whether "N years of" or "N years since" is the age of what follows, and not the length of what was done."""
    if _CELEBRATE.search(text, sentence.start, sentence.end):
        return True
    first = max(sentence.start, start - 40)
    if key.group().endswith("since"):
        return number >= _MANY and bool(_IT_IS.search(text, first, key.start()))
    return number >= _MANY and bool(
        _FOR.search(text, first, key.start()) and _DEFINITE.match(text, key.end(), sentence.end)
    )


_MANY = 20  # so many years of a thing are told because of their number


def _claim(
    reading: Reading,
    sentence: Sentence,
    start: int,
    end: int,
    number: int,
    counts: Counts,
) -> AnniversaryClaim:
    text = reading.text
    subject, after = _subject(reading, sentence, start, end)
    if counts == "full":
        subject = thing_told_old(text, sentence.start, start)
        if not subject:
            subject = thing_aged(text, end, sentence.end)
            after = end + len(subject) + 1
    last = after if 0 < after - end <= 45 else end
    return reading.claim(
        AnniversaryClaim,
        start,
        last,
        ordinal=number,
        value=f"P{number}Y",
        counts=counts,
        base=_base(reading, sentence, end, after),
        marked=_marked(reading, sentence, start, end),
        subject=subject,
        event="commemorate",
        polarity=not _NOT.search(text, max(sentence.start, start - 60), start),
    )


_IDLE = "to have has had would could should and or also they he she we which that"
_NOBODY = frozenset(_IDLE.split())
# "60 years since Brae and Tarn signed the eel treaty": so long ago the treaty was signed.
_DID = regex(
    r"(?:[\w'’-]+ ){1,6}?(?P<deed>(?:signed|founded|opened|launched|established|formed|built) (?:the |its |their )?[\w'’-]+(?: [\w'’-]+){0,4})"
)


def _subject(reading: Reading, sentence: Sentence, start: int, end: int) -> tuple[str, int]:
    """What the anniversary is of, and where the words for it end."""
    text = reading.text
    led = next((word for word in (" of", " since") if text.endswith(word, start, end)), "")
    of = _OF.match(text, end - len(led), sentence.end)
    if of:
        phrase = _PHRASE.match(text, of.end(), sentence.end)
        if phrase:
            if led == " since" and (did := _DID.match(phrase.group())):
                return did.group("deed"), end
            stop = _STOP.search(phrase.group())
            end = phrase.start() + stop.start() if stop else phrase.end()
            end -= len(" and") if text.endswith(" and", phrase.start(), end) else 0
            return text[phrase.start() : end].strip(), end
    for pattern in (_POSSESSOR, _WHICH, _VERB):
        owner = pattern.search(text, max(sentence.start, start - 70), start)
        if owner and owner.group(1).rpartition(" ")[2].lower() not in _NOBODY:
            whose = owner.group(1)
            for lead in ("the ", "The ", "when ", "which", "that", "who"):
                whose = whose.removeprefix(lead)
            return whose, end
    if its := _ITS.search(text, max(sentence.start, start - 10), start):
        ours = its.group(1).lower() == "our"
        return (reading.article.publisher or "" if ours else thing_before(reading, its.start())), end
    if text.endswith("this year", start, end):  # "the Ordell Bridge turns 62 this year"
        named = reading.document.mentions_between(sentence.start, start + 1)
        word = text[start:end].partition(" ")[0].lower()
        if word not in _NOBODY:
            return next((m.full for m in named if m.start <= start < m.end), word), end
    relative = _RELATIVE.search(text, sentence.start, start)
    return (relative.group(1), end) if relative else ("", end)


def _base(reading: Reading, sentence: Sentence, end: int, after: int) -> Interval | None:
    """The base date that the sentence states: inside the subject ("the 1961 treaty") or after it ("signed in 1961")."""
    for time in reading.document.times:
        if time.start >= sentence.end:
            break
        if time.start < end or time.interval is None or time.interval.start is None:
            continue
        if not _YEAR.search(reading.text, time.start, time.end):
            continue
        if time.start < after or _BASE.search(reading.text, end, time.start):
            return time.interval if time.type == "DATE" else None
    year = _YEAR.search(reading.text, end, after)
    return Interval.year(int(year.group())) if year else None


def _marked(reading: Reading, sentence: Sentence, start: int, end: int) -> Interval | None:
    """When the anniversary fell: a year that the sentence gives for it, else the article's publication."""
    text, published = reading.text, reading.document.published
    if _THE_YEAR.search(text, sentence.start, start):
        years = list(_YEAR.finditer(text, max(0, start - 300), start))
        if years or not _TURNING.search(text, sentence.start, start):
            return Interval.year(int(years[-1].group())) if years else None
    years = [
        year
        for year in _YEAR.finditer(text, max(sentence.start, start - 80), start)
        if not _BASE.search(text, max(sentence.start, year.start() - 45), year.start())
    ]
    if (
        years
        and not _BASE.search(text, years[-1].end(), start)
        and not _NOW.search(text, years[-1].end(), start)
    ):
        return Interval.year(int(years[-1].group()))
    for time in reading.document.times:
        if sentence.start <= time.start < start and time.interval and _LAST.match(text, time.start):
            return time.interval  # "last September they kept the jubilee"
    following = re.compile(r"\s+(?:in|on) [^.,;\n]{0,12}?(1[0-9]\d\d|20\d\d)\b").match(
        text, end, sentence.end
    )
    if following:
        return Interval.year(int(following.group(1)))
    beside = _BESIDE.match(text, end, sentence.end) or _BESIDE_BEFORE.search(text, sentence.start, start)
    if beside and published and (now := one_year(published)):
        return Interval.year(now + (1 if beside.group(1).lower() == "next" else -1))
    return published
