"""Words that exclude others said of the same thing: uphill and downhill, a left and a right arm, accepted and rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import conditions, cues
from reconcile.claims.cues import lower as lower_case
from reconcile.claims.deeds.whom import object_at, subject_at, subject_phrase, thing_at
from reconcile.claims.harm import patient
from reconcile.claims.reading import Reading
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "opposite"

_NEGATED = regex(
    r"\b(?:not|no|never|without|n't|n’t|none|less|hardly|if|whether|rather than|instead of|only the|except)\b[^.;,]{0,24}\Z",
    holds="not|no|never|without|n't|n’t|less|hardly|if|whether|rather than|instead of|only the|except",
)
_WORDED = ("next", "made", "side")  # families of words that stand before their noun
# "not a red car", but "may never see the same white beach" says that it is white
_NOT_A = regex(
    r"(?:\b(?:not|no|never|without|none|less|hardly|rather than|instead of)|n['’]t)(?: (?:in|on|with|of|from))?(?: (?:an?|any|his|her|its|their))? \Z",
    holds="not|no|never|without|n't|n’t|none|less|hardly|rather than|instead of",
)
_DESCRIBES = regex(
    r"(?:\b(?:an?|the|his|her|its|their|in|one|two|three|of|both)\s(?:(?!(?:as|is|was)\b)[a-z'’-]+ ){0,3})\Z"
)
_MEANS = regex(r"\bwith (?:an?|his|her) (?:[a-z-]+ ){0,2}\Z")
_NEXT = regex(r" (?P<noun>[a-z]{3,})\b")
_MAKE = regex(r" (?P<noun>[A-Z][a-z]{2,})\b")  # "a black Audi"
_MADE = regex(
    r"\b(?:the|an?|its|his|her|their) (?P<noun>[a-z]+)(?: (?:of|in|at|on|near) [^,.;]{2,30})?,? (?:(?:is|was|which is|which was) )?(?:made|built|constructed|carved|cast)(?: [a-z]+ly)? (?:of|from|in|out of) \Z",
    holds="made|built|constructed|carved|cast",
)
_IS = regex(
    r"\b(?:the|an?|its|his|her|their) (?P<noun>[a-z]{3,})(?: (?:used|involved|found|they used))? (?:is|was) (?:an? |the )?\Z"
)
_OBJECT = regex(
    r" (?:the|an?|his|her|its|their|all|any)"
    r"(?P<noun>(?: (?!(?:at|by|for|from|in|into|of|on|to|with|and|that|which|who|as|after|before|when|but|was|were|is|are|has|had)\b)"
    r"(?:[a-z][a-z'’-]+|\d[\d,.]*(?: percent|%)?)){1,4})(?=[\s.,;:)]|\Z)|,? (?P<bare>[a-z]{5,})\b"
)
_FAR = 90  # characters before in which the person is named
_BACK = 28  # characters of the words before that make the evidence readable


@record
class OppositeClaim(Claim):
    """`value` is the side of a family of words that exclude one another, `event` the family, `subject` the noun it hangs on, or the person."""

    type: Literal["opposite"] = "opposite"
    mode: str = ""
    who: str = ""  # whose part of the body it is, by name
    value: str

    def __str__(self) -> str:
        return self.value


@cache
def limbs() -> dict[str, tuple[str, str]]:
    """From each word for a part of the body that there is twice to its usual name, and what it is a part of."""
    found: dict[str, tuple[str, str]] = {}
    for line in words("limbs"):
        whole, _, parts = line.partition(":")
        usual = whole.split("=")[0].strip()
        found.update(dict.fromkeys(map(str.strip, whole.split("=")), (usual, "")))
        for names in filter(None, map(str.strip, parts.split(","))):
            found.update(dict.fromkeys(names.split("="), (names.split("=")[0], usual)))
    return found


CONDITIONS = frozenset({"of", "later", "who", "since", "doing"})
_BODIES = frozenset({"organization", "other", "unknown", "supposed"})
PERSONS = frozenset({"who", "since", "doing"})
_PASSIVE = (
    "was ",
    "were ",
    "is ",
    "are ",
    "has ",
    "have ",
    "had ",
    "been ",
    "stayed ",
    "remain",
    "did ",
    "does ",
    "do ",
)
_WORDS = regex(r"[a-z][a-z'’-]*")
_BOUND = regex(
    r"[;:!?()“”\"]|\.(?= |\Z)|, (?:and|but|while|who|which|where|he|she|they|it)\b| (?:but|while|because|when|after|before|until|said|says|that) "
)
_BEHIND_ENDS = regex(rf"{_BOUND.pattern}|\band\b")
_HANGING = regex(
    r"\b(?:of|in|at|near|by|from|on|to|into|after|outside|behind|under|with|over|for|through)(?: (?:the|an?|its|his|her|their|this|that))?(?: [a-z-]+)? \Z"
    r"|\bto [a-z]+ (?:the|an?|its|his|her|their)(?: [a-z-]+){0,2} \Z"
)
_DENIED = regex(r"(?:\b(?:not|never|no|none|nobody|neither|nor)|n['’]t)\b(?: [a-z'’-]+){0,3} \Z", re.I)
_REFUTED = regex(
    r"\b(?:denied|denies|denying|disputed|disputes|dismissed|rejected|rejects|refuted)\b(?: [a-z]+){0,3} that \Z",
    holds="denied|denies|denying|disputed|disputes|dismissed|rejected|rejects|refuted",
)
_OPEN = regex(
    r"\b(?:if|whether|unless|will|would|could|should|may|might|must|can|cannot|to|be)(?: (?:not|be|have|been|also|then|soon|only|again))* \Z"
    r"|\b(?:forecast\w*|predict\w*|expect\w*|promis\w*)\b[^.;,]{0,40}\Z"
)
_AHEAD = regex(
    r"(?: [a-z]+)? (?:(?:starting|beginning|due|forecast|expected|predicted) |(?:from )?(?:tomorrow|next )\b)"
)
_ONCE = regex(
    r"(?: [a-z]+){0,2} (?:until|before|in the past|at first)\b"
)  # "had been safe before the repairs"
_SIMILAR = regex(
    r" for (?:[a-z]+ ){0,2}(?:similar|previous|earlier|past|other) "
)  # "claimed responsibility for"
_BEFALLEN = regex(r" (?:as|by)\b|(?<!fired) (?:for|from|over|after|without)\b")
_BEFORE, _BEHIND = 90, 30  # characters in which the noun of a condition stands
_NEXT_WORDS = 5  # of the words behind, those among which it is looked for


def _condition(
    reading: Reading, lower: str, start: int, end: int, family: str, side: str, nouns: frozenset[str]
) -> Iterator[OppositeClaim]:
    """The claim that a thing is as the words say, where one of the nouns stands before them or right behind."""
    sentence = reading.document.sentence_at(start)
    if sentence is None:
        return
    first = max(sentence.start, start - _BEFORE)
    breaks = [m.end() for m in _BOUND.finditer(lower, first, start)]
    clause = breaks[-1] if breaks else first
    at, noun = -1, ""

    def common(place: int) -> bool:
        """Whether the word there is no part of a name but its head: the driver, Vik Bridge, not Adam Driver, Metro Police."""
        return reading.text[place].islower() or place == sentence.start or _heads(reading, place)

    if family.partition(" ")[0] in PERSONS:
        noun = _person(reading, lower, first, start, end)
        if not noun:
            return
        at = start
    elif not lower.startswith(_PASSIVE, start):
        stop = _BEHIND_ENDS.search(lower, end, min(sentence.end, end + _BEHIND))
        behind = _WORDS.finditer(lower, end, stop.start() if stop else min(sentence.end, end + _BEHIND))
        at, noun = next(
            (
                (m.start(), m.group())
                for m in islice(behind, _NEXT_WORDS)
                if m.group() in nouns and common(m.start())
            ),
            (at, noun),
        )
    if not noun:
        said = [m for m in _WORDS.finditer(lower, clause, end) if m.group() in nouns and common(m.start())]
        own = [m for m in said if not _HANGING.search(lower, max(clause, m.start() - 40), m.start())]
        if not own:
            return
        at, noun = own[-1].start(), own[-1].group()
    ahead = _OPEN.search(lower, max(sentence.start, start - 60), start) or _AHEAD.match(lower, end)
    ahead = ahead or _FAILED.search(lower, max(clause, start - 40), start) or _BY_ONE.match(lower, start)
    once = _ONCE.match(lower, end) is not None and " had " in lower[clause - 1 : end]
    once = once or _SIMILAR.match(lower, end) is not None
    if ahead or once or irrealis(lower, sentence.start, start, sentence.end):
        return
    denied = _DENIED.search(lower, max(clause, start - 30), start) is not None
    refuted = _REFUTED.search(lower, sentence.start, clause) is not None
    denied = denied != refuted  # "denied that the driver was speeding"
    if denied:
        others = family.partition(" ")[2].split("/")
        if len(others) != 2:
            return
        side = others[1] if others[0] == side else others[0]
    begin, last = min(start, at), max(end, at + (0 if at == start else len(noun)))
    if "\n" in reading.text[begin:last]:
        begin, last = start, end
    yield reading.claim(
        OppositeClaim,
        begin,
        last,
        subject=noun,
        event=family,
        mode=family.partition(" ")[0],
        value=side,
        modality="denied" if refuted else "asserted",
    )


_FAILED = regex(r"\b(?:fail\w*|refus\w*|declin\w*|unable|meant|hoped) to (?:[a-z]+ ){0,3}\Z", holds=" to ")
_BY_ONE = regex(r"unaccompanied by\b")  # it says who was missing, not that nobody was there


def _heads(reading: Reading, place: int) -> bool:
    """Whether the word there is what a name that it stands in names."""
    named = next((m for m in reading.document.mentions_between(place - 60, place + 1) if m.end > place), None)
    if named is None or named.kind == "person":
        return named is None
    word = _CAPITAL_WORD.match(reading.text, place)
    end = word.end() if word is not None else place
    return end >= named.end or reading.text.startswith(" of ", end)


_CAPITAL_WORD = regex(r"[\w’'-]+")


def _person(reading: Reading, lower: str, first: int, start: int, end: int) -> str:
    """Of whom by name the words are said: whom they are done to, or else the subject of their clause."""
    if not lower.startswith(_PASSIVE, start):
        done_to = object_at(reading, end)
        if done_to.name or (lower[start:end] in _befalling() and not _BEFALLEN.match(lower, end)):
            return done_to.name  # who "fired at the car" was not fired
    elif thing_at(reading, start):
        return ""  # "shots were fired"
    return _body(reading, start) or patient(reading, lower, first, start)[0]


def _body(reading: Reading, start: int) -> str:
    """The party, club or company that is the subject of the words, by its name."""
    first, last = subject_phrase(reading, start)
    named = [m for m in reading.document.mentions_between(first, last) if m.kind in _BODIES]
    seated = named[:1] if named and reading.text.startswith(" of ", named[0].end) else []
    bodies = (m for m in (*seated, *named) if m.end >= last or m in seated)  # "Ordell Foods of Brae"
    return next((m.full for m in bodies), "") if last else ""


@cache
def _befalling() -> frozenset[str]:
    """The past forms that tell of their subject only in the passive: who "dismissed the coach" was not dismissed."""
    sides = ((said, family, side) for said, told in conditions().items() for family, side, _ in told)
    known = frozenset(sides)
    return frozenset(said for said, *rest in known if (f"was {said}", *rest) in known)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(words("common"))


def extract(reading: Reading) -> Iterator[OppositeClaim]:
    """Yields the excluding words of the article that describe something."""
    lower, common = lower_case(reading.text), _common_words()
    held = vocabulary(reading.text).words
    of_here: dict[str, bool] = {}  # whether the article has a noun of the family at all
    for start, end, families in cues(reading, "conditions"):
        for family, side, nouns in families:
            if family not in of_here:
                of_here[family] = not nouns or not held.isdisjoint(nouns)
            if of_here[family]:
                yield from _condition(reading, lower, start, end, family, side, nouns)
    for start, end, (family, side, nouns) in cues(reading, "opposites"):
        mode = family.partition(" ")[0]
        noun = ""
        who = ""
        if mode in _WORDED:
            after = _NEXT.match(reading.text, end)
            was = _IS.search(lower, max(0, start - 60), start) if mode == "made" and after is None else None
            if was is not None and reading.text[start].islower() and not nouns:
                yield reading.claim(
                    OppositeClaim, start, end, subject=was.group("noun"), event=family, mode=mode, value=side
                )  # "the vehicle was a white Ford"
                continue
            made = _MADE.search(lower, max(0, start - 90), start) if mode == "made" else None
            if made is not None and (not nouns or made.group("noun") in nouns):
                yield reading.claim(
                    OppositeClaim, start, end, subject=made.group("noun"), event=family, mode=mode, value=side
                )
                continue
            if after is None and mode == "made" and reading.text[start].islower():
                after = _MAKE.match(reading.text, end)
            if after is None or not _DESCRIBES.search(lower, max(0, start - 24), start):
                continue
            noun, end = after.group("noun"), after.end()
            if noun not in nouns if nouns else (noun in common or (mode != "side" and past(noun))):
                continue
            if mode == "side" and noun in limbs():
                sentence = reading.document.sentence_at(start)
                first = max(sentence.start, start - _FAR) if sentence else start
                own = _MEANS.search(lower, max(first, start - 30), start)  # "floored him with a right hand"
                who = subject_at(reading, start).name if own else patient(reading, lower, first, start)[0]
        elif mode == "done":
            after = _OBJECT.match(reading.text, end)
            if after is None or not after.group("noun"):
                continue
            noun, end = after.group("noun").strip(), after.end()
        elif "ouster of" in family and thing_at(reading, start):
            continue
        elif mode == "person":
            sentence = reading.document.sentence_at(start)
            if lower.startswith(_PASSIVE, start) and thing_at(reading, start):
                continue
            noun = patient(reading, lower, max(sentence.start, start - _FAR) if sentence else start, start)[0]
        first = max(0, start - _BACK)
        space = reading.text.find(" ", first, start) if first else -1
        begin = start if mode in (*_WORDED, "done") else space + 1 if space >= 0 else first
        line = reading.text.rfind("\n", begin, start)
        said = reading.document.sentence_at(start)
        yield reading.claim(
            OppositeClaim,
            max(begin, line + 1, said.start if said else 0),
            end,
            subject=noun,
            event=family,
            mode=mode,
            who=who,
            value=side,
            polarity=not (_NOT_A if mode in _WORDED else _NEGATED).search(lower, max(0, start - 40), start),
        )
