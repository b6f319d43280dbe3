"""Ages told of somebody by a pronoun or a description: "He was 54", "the dentist is 41 now", "who's sixty next birthday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from reconcile.language.figures.counted import singulars
from reconcile.language.figures.figure import read_figure
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WHO_IS = regex(
    r"(?:\b(?:(?P<he>[Hh]e|[Ss]he)|(?P<who>who)|(?P<the>[Tt]he\s[a-z]{3,}(?:\s[a-z]{3,})?))|(?P<name>(?<=[^\W\d_]|,)))"
    r"(?:\s(?:(?P<then>was|had\sbeen)|is|will\s(?P<will>be|turn)|turns)|['’]s(?!\s(?:aged?|just)\b))\s(?:only\s|just\s|now\s|aged?\s|about\sto\s(?P<soon>be|turn)\s)*"
    rf"(?P<age>\d{{1,3}}|(?:{_TENS})(?:-[a-z]{{3,5}})?)\b(?P<next>\s(?:next|in)\s(?:birthday|[A-Z][a-z]+|week|month|year))?"
    r"(?=\s?[.,;)!]|\snow\b|\sand\b|\syears\sold|\swhen\b|\sat\sthe\stime\b|\b\s?\Z)"
)
_AT_DEATH = regex(r" when (?:he|she) (?:died|was (?:shot|killed|murdered|found dead))\b")
_ANCHOR = regex(
    r"\b(?:is|was|be|been|turns?)\s(?:only |just |now |aged? )?(?:\d|[a-z]+t(?:y|ie))|['’]s\s(?:\d|[a-z]+ty)"
)
_SET_OFF = regex(r",\s(?:aged?\s)?(?P<age>[1-9]\d?)(?=,\s[a-z])")
_DESCRIPTION = regex(
    r"\b(?P<one>[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w'’.-]+\s){0,4}?(?P<noun>[a-z]+)(?:\s(?:of|from)\s[\w-]+)?\Z"
)
_KNOWN = frozenset(("the", "his", "her", "their"))
_VERBS = frozenset(("is", "was", "be", "been", "turn", "turns", "s"))
_ALIVE = 5  # younger ones are told in months, and "it was 3." is a score


class ToldAge(NamedTuple):
    """An age without a name: `text[start:end]`; `by` is he, she, who or the description, and empty where a name may stand
    before it ("Ada Quill was 85"); `then` says that it is an age of the past.
    """

    start: int
    end: int
    value: Decimal
    by: str
    then: bool = False

    @property
    def noun(self) -> str:
        """What the description calls somebody, in the singular; empty for a pronoun and a name."""
        noun = self.by.rpartition(" ")[2] if " " in self.by else ""
        return singulars().get(noun, noun)


def told_ages(text: str) -> Iterator[ToldAge]:
    """Yields the ages that a pronoun or a description tells, in order."""
    done = 0
    for hit in _anchors(text):
        for match in _WHO_IS.finditer(
            text, max(done, hit.start() - _REACH), min(len(text), hit.end() + _REACH)
        ):
            if match.start() >= hit.start() + 1 or match.end() < hit.start():
                continue
            figure = read_figure(text, match.start("age"))
            if figure is None or figure.vague is not None or not _ALIVE <= figure.value < _OLDEST:
                continue
            done = match.end()
            coming = match.group("will") or match.group("soon") or match.group("next")
            if match.group("the") and not _person(match.group("the").rsplit(" ", 1)[-1]):
                continue  # "the record is 41"
            by = (match.group("he") or match.group("who") or match.group("the") or "").lower()
            then = text.startswith((" when", " at the time"), match.end()) and not _AT_DEATH.match(
                text, match.end()
            )
            then = then or _back_then(text, match)
            yield ToldAge(match.start(), match.end(), figure.value - (1 if coming else 0), by, then)
            break


def _back_then(text: str, told: re.Match[str]) -> bool:
    """Whether an age is that of an earlier time: "has sailed since he was 24"; who "died when he was 81" was that old."""
    led = _BACK.search(text, max(0, told.start() - 90), told.start()) if told.group("then") else None
    return led is not None and not _DEATH.search(led.group())


def back_then(text: str, start: int, end: int) -> bool:
    """Whether the age at `start` is of an earlier time by the words around: "when he was 16 years old", "as a 16-year-old"."""
    if text.startswith((" at the time", " back then"), end):
        return True
    if text.startswith((" when he ", " when she "), end) and not _AT_DEATH.match(text, end):
        return True
    if _AS_A.search(text, max(0, start - 5), start):
        return text[end : end + 1] in (",", ".")
    led = _WHEN_HE.search(text, max(0, start - 90), start)
    return led is not None and not _DEATH.search(led.group())


_WHEN_HE = regex(
    r"[^.;!?\n]*\b(?:(?:since|when|until|from when|before|while) (?:he|she|they|(?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+) (?:was|were) (?:only |just |still |barely )?)\Z"
)
_AS_A = regex(r"\b[Aa]s an? \Z")
_BACK = regex(r"[^.;!?\n]*\b(?:since|when|until|till|from when|before|after|while)\s\Z")
_DEATH = regex(r"\b(?:died|dies|dead|passed away|killed|murdered|death)\b")


def described_ages(text: str) -> Iterator[ToldAge]:
    """Yields the ages set off by commas behind a description: "The mother of three, 45, wept", "A man, 41, was killed"."""
    for hit in _SET_OFF.finditer(text):
        match = _DESCRIPTION.search(text, max(0, hit.start() - 70), hit.start())
        if match is None or not _person(match.group("noun")):
            continue
        known = match.group("one").lower() in _KNOWN
        said = f"{'the' if known else 'a'} {match.group('noun')}"
        yield ToldAge(match.start(), hit.end("age"), Decimal(hit.group("age")), said)


def _anchors(text: str) -> Iterator[re.Match[str]]:
    """The verbs that a figure or a word for one may follow."""
    end = 0
    for start, word in vocabulary(text).places(_VERBS):
        hit = _ANCHOR.match(text, start - 1 if word == "s" else start)
        if hit is not None and hit.start() >= end:
            end = hit.end()
            yield hit


def _person(noun: str) -> bool:
    """Whether a noun names a person: one of the lexicon, or one made with an ending for persons."""
    return (
        noun in singulars()
        or noun in person_nouns()
        or (noun.endswith(("ist", "man", "woman")) and len(noun) > _SHORT)
    )


_SHORT = 4
_REACH, _OLDEST = 40, 115
