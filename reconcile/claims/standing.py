"""Which place somebody took or holds, and the how manieth time something was done: "came fourth", "her third title"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.nth_time import Nth, nth_time
from reconcile.claims.reading import Reading
from reconcile.language.figures.numbers import NumberMention
from reconcile.language.figures.ordinals import ordinal
from reconcile.language.sentences import Sentence
from reconcile.language.vocabulary import vocabulary
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "standing"

# "finished fourth", "are third in the table"; what was, or may be, is none: _UNREAL
_TOOK = regex(
    r"\b(?:finish(?:ed|es|ing)?|came|comes|coming|plac(?:ed|es|ing)|rank(?:ed|s|ing)?|end(?:ed|s|ing)?(?: up)?"
    r"|(?:drop|slip|fall|climb|move|rise|jump|slump)(?:s|ped|ed|bed|ing)? (?:up |down |back )?to|(?:fell|rose) (?:back )?to|(?:lift(?:ed|s)|sent|sends|mov(?:ed|es)|took) (?:them|him|her|it) (?:up |down )?(?:in)?to)"
    r"(?: (?:the|its|his|her|their) (?:season|race|year|campaign|day|rally|tournament))?"
    r"(?: (?:currently|now|only|joint|equal|overall|a (?:[a-z-]+ )?))? ?(?:in )?(?:the )?\Z"
)
_HOLDS = regex(
    r"\b(?:is|are|was|were|s[ai]ts?|lies|lay|stands?|stood|remains?|remained|stays?|stayed|takes?|took|secur(?:ed|es)|claim(?:ed|s)|with|for)"
    r"(?: (?:currently|now|only|still|joint|equal|a (?:[a-z-]+ )?))? ?(?:in )?(?:the )?\Z"
)
_PLACE = regex(r"[- ](?:place|position|spot)\b(?! (?:finish|on the (?:team|board|list)))")
_ENDS = regex(
    r"(?: overall)?(?:(?= (?:in|at|of|on|among|behind|after|with|this|for the season|overall|out of)\b)(?! in (?:a row|line)\b)(?! of (?:all|the|its|his|her|their|four|three|two|five|six) )|(?=[.,;:!?)]|\s*\Z))"
)
_IN_TABLE = regex(
    r" (?:(?:in|on|of) (?:the|a|an|its|their|this|Sunday['’]s|Saturday['’]s) (?:[\w’'-]+ ){0,4}?(?:table|standings|league|rankings?|list|index|championship|race|marathon|final|group|division|polls?|contest)|overall|on \d+ points|with \d+ points|behind [A-Z])",
    re.I,
)
_MEDAL = regex(
    r"\b(?:won|wins?|winning|took|takes?|taking|claim(?:ed|s|ing)|clinch(?:ed|es|ing)|earn(?:ed|s|ing)|secur(?:ed|es|ing)|grabb(?:ed|ing)|bagg(?:ed|ing)|captur(?:ed|ing)|collect(?:ed|ing))"
    r"(?: (?:a|the|his|her|their|its|[A-Z][\w’'-]+['’]s))?(?: [a-z]+)? \Z"
)
_MEDALS = {"gold": 1, "silver": 2, "bronze": 3}
_NO_MEDAL = regex(r" (?:medals|coins?|mine|mines|price|prices|jewel|jewellery|star|lion|bear|bars?|ring)\b")
_UNREAL = regex(
    r"(?:\b(?:could|would|might|may|can|if|hop(?:es?|ed|ing)|aim(?:s|ed|ing)?|to|will|should|must|not|never|had|last (?:year|season|time)|previous(?:ly)?|once|twice|when)|n['’]t)\b[^.;,]{0,24}\Z",
    holds="could|would|might|may|can|if|hop|aim|to|will|should|must|not|never|had|last|previous|once|twice|when|n't|n’t",
)
_THEN = regex(
    r"\b(?:(?:last|previous) (?:year|season|time|edition)|(?:in|from|of) (?:1[5-9]|20)\d\d|before)\b"
)
_CONTEST = regex(r"[^.;:\n]{0,6}? ?(?:in|at|of|on) (?P<what>[^,.;:\n]{3,60})")
_REACH = 60


@record
class StandingClaim(Claim):
    """`value` is the place or the count: the 4th in a contest, the 3rd title. `of` says in what, or what was done.

    `counts` is "place", "deed" (the words of `of` are what is done the nth time) or "thing"; `scope` says over what
    time or in what row it is counted ("season", "row", "2 years"), empty where nothing says.
    """

    type: Literal["standing"] = "standing"
    value: int
    counts: Literal["place", "deed", "thing"] = "place"
    of: str = ""
    scope: str = ""

    def __str__(self) -> str:
        """The ordinal in figures."""
        return ordinal(self.value)


def extract(reading: Reading) -> Iterator[StandingClaim]:
    """Yields the places that are taken or held, the medals, and the deeds and things that are counted by ordinals."""
    for number in reading.document.numbers:
        value = number.amount.point
        if number.form != "ordinal" or value is None or not 1 <= value <= _MOST:
            continue
        sentence = reading.document.sentence_at(number.figure_start)
        if sentence is None or _THEN.search(reading.text, sentence.start, sentence.end):
            continue
        if place := _place(reading, sentence, number) or _seed(reading, sentence, number):
            yield place
        elif value > 1 and (nth := nth_time(reading, sentence, number.figure_start, number.figure_end)):
            yield _counted(reading, nth, int(value))
    yield from _medals(reading)


_MOST = 500


def _place(reading: Reading, sentence: Sentence, number: NumberMention) -> StandingClaim | None:
    text, start, end = reading.text, number.figure_start, number.figure_end
    first = max(sentence.start, start - _REACH)
    placed = _PLACE.match(text, end, sentence.end)
    led = _TOOK.search(text, first, start)
    held = None if led else _HOLDS.search(text, first, start)
    found = led or held
    if found is None or (found.group().endswith("the ") and placed is None):
        return None
    if placed is None and not (
        _ENDS.match(text, end, sentence.end) if led else _IN_TABLE.match(text, end, sentence.end)
    ):
        return None
    if _UNREAL.search(text, first, found.start()):
        return None
    return _placed(
        reading, sentence, found.start(), placed.end() if placed else end, int(number.amount.point or 0)
    )


def _seed(reading: Reading, sentence: Sentence, number: NumberMention) -> StandingClaim | None:
    """The place by which a player is set in a draw: "third seed Ada Lind", "Lind, the third seed", "Lind, seeded third"."""
    text, start, end = reading.text, number.figure_start, number.figure_end
    noun = _SEED.match(text, end, sentence.end)
    seeded = None if noun else _SEEDED.search(text, max(sentence.start, start - _REACH), start)
    if noun is None and seeded is None:
        return None
    first, last = (seeded.start(), end) if seeded else (start, noun.end() if noun else end)
    named = [m for m in reading.document.mentions_between(sentence.start, sentence.end) if m.kind == "person"]
    who = next((m.full for m in named if m.start == last + 1 and not seeded), "")
    who = who or next(
        (m.full for m in reversed(named) if m.end <= first and _APPOSED.fullmatch(text, m.end, first)), ""
    )
    if not who:
        return None
    value = int(number.amount.point or 0)
    return reading.claim(
        StandingClaim, first, last, subject=who, event="place", value=value, counts="thing", of="seed"
    )


_SEED = regex(r"[- ]seed(?:ed)?\b")
_SEEDED = regex(r"\bseeded (?:a (?:[a-z]+ )?)?\Z")
_APPOSED = regex(
    r",(?: (?:the|an?|last year's))?(?: [A-Z][\w’'-]+['’]s| [a-z]+['’]s| the [a-z]+['’]s)? ?|,? (?:is|was) (?:the )?"
)


def _placed(reading: Reading, sentence: Sentence, start: int, end: int, value: int) -> StandingClaim:
    contest = _CONTEST.match(reading.text, end, sentence.end)
    who = subject_of(reading, subject_phrase(reading, start))
    return reading.claim(
        StandingClaim,
        start,
        end,
        subject=who,
        event="place",
        value=value,
        of=contest.group("what") if contest else "",
    )


def _medals(reading: Reading) -> Iterator[StandingClaim]:
    """The medals that are won, as places."""
    text = reading.text
    for at, metal in vocabulary(text).places(_MEDALS.keys()):
        sentence = reading.document.sentence_at(at)
        end = at + len(metal)
        if sentence is None or _NO_MEDAL.match(text, end) or _THEN.search(text, sentence.start, sentence.end):
            continue
        if len({m for m in _MEDALS if m in text[sentence.start : sentence.end].lower()}) > 1:
            continue  # "gold in the sprint and silver in the relay"
        won = _MEDAL.search(text, max(sentence.start, at - _REACH), at)
        if won is None or _UNREAL.search(text, max(sentence.start, won.start() - _REACH), won.start()):
            continue
        yield _placed(
            reading, sentence, won.start(), end + 6 * text.startswith(" medal", end), _MEDALS[metal]
        )


def _counted(reading: Reading, nth: Nth, value: int) -> StandingClaim:
    return reading.claim(
        StandingClaim,
        nth.start,
        nth.end,
        subject=subject_of(reading, nth.whose),
        event="count",
        value=value,
        counts="deed" if nth.deed else "thing",
        of=nth.what,
        scope=nth.scope,
    )
