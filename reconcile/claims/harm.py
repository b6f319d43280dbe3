"""How people came to harm: hit by a beam, fell through a floor, starved, drowned."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.cues import lower as lower_case
from reconcile.claims.deeds.whom import subject_at, sufferer_at, thing_at
from reconcile.claims.reading import Reading
from reconcile.language.names.titled import person_nouns
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "harm"

_NEGATED = regex(r"(?:\b(?:not|no|never|nobody|nearly|almost|could|might|if|whether)|n['’]t)\b[^.;,]{0,24}\Z")
_PRONOUN = regex(r"\b(he|she)\b", re.I)
_NOUN = regex(
    r"\b(?:an?|the|one|whose|his|her|injured|former|said)[ ,](?:[\w-]+ ){0,3}?(?P<noun>[a-z]+)\b(?!['’]s\b)",
    re.I,
)
_GUNFIRE = regex(r" (?:an? |the |two |three |several )?(?:[a-z-]+ )?(?:gunfire|bullets?|shots?|rounds?)\b")
_TOLD = regex(r"\b(?:says?|said|tells?|told|claims?|claimed|believes?|heard|knows?|adds|added)\b")
_HURT = regex(
    r"\b(?:shot|hit|struck|wound\w*|injur\w+|hurt|stabbed|bitten|kicked|punched|cut|burns?|burned|gunshot|fractures?)\b"
)
_PLACE_OF = regex(r"\A(?:in|to) (?:the|his|her) ")
_STRIKING = regex(
    r"\b(?:shot|shooting|shoots|struck|striking|hit|hitting|stabbed|stabbing|wounded|wounding|grazed|grazing|bit|kicked|punched)"
    r" (?P<whom>him|her|them|(?!(?:in|on|at|by|to|through|twice|once|when|while|after|before|as|and)\b)[^,.;:]{2,40}) \Z"
)
_BACK, _FAR = 90, 300


@record
class HarmClaim(Claim):
    """`value` is the way of coming to harm, `subject` who did, by name, and `noun` what they are called ("cook").

    With `event` "badly" the value is how badly (slight, grave), with "moved" how they were brought away (by air), with
    "where" the part of the body that was hurt ("left arm").
    """

    type: Literal["harm"] = "harm"
    value: str
    noun: str = ""

    def __str__(self) -> str:
        return self.value


def extract(reading: Reading) -> Iterator[HarmClaim]:
    """Yields the harms of one person each, as the article's own or another's word."""
    lower = lower_case(reading.text)
    for start, end, way in cues(reading, "harms"):
        sentence = reading.document.sentence_at(start)
        first = max(sentence.start, start - _BACK) if sentence else start
        if way in ("fell", "crushed") and thing_at(reading, start):
            continue  # "the talks fell through"
        name, noun = patient(reading, lower, first, start)
        event, _, value = way.partition(" ") if way.startswith(("badly", "moved", "where")) else ("", "", way)
        if event == "where":
            if not _HURT.search(lower, max(first, start - 40), start):
                continue
            value = _PLACE_OF.sub("", lower[start:end])
            name, noun = _struck(reading, lower, first, start) or (name, noun)
        if value == "struck" and _GUNFIRE.match(lower, end):
            value = "shot"
        if name or noun or event == "where":
            yield reading.claim(
                HarmClaim,
                start,
                end,
                subject=name,
                event=event or "harm",
                value=value,
                noun=noun,
                polarity=not _NEGATED.search(lower, max(first, start - 30), start),
            )


_BESIDE = regex(r"\b(?:with|beside|alongside) \Z")  # "the two boys with Ada Moss were unhurt"
_OWNS = regex(r"['’]s? [a-z]")  # "Ada Moss's daughter Lena was unhurt"


def patient(reading: Reading, lower: str, first: int, start: int) -> tuple[str, str]:
    """Of whom words are said, by name where the text tells it, and what they are called: the subject of their clause,
    or else the last person before them."""
    whom = sufferer_at(reading, start)
    if whom.number < 2 and (whom.name or whom.noun) and not _PRONOUN.match(lower, whom.start):
        return whom.name, whom.noun or _called(lower, whom.start, start)
    meant = reading.document.antecedents
    people = [m for m in reading.document.mentions_between(first, start) if m.kind == "person"]
    pronoun = next(iter([*_PRONOUN.finditer(lower, people[-1].end if people else first, start)][-1:]), None)
    noun = _called(lower, people[-1].end if people else first, start)
    if pronoun is not None and noun and lower.startswith(f"{pronoun.group()} ", first):
        noun = ""  # "She sat beside her wife until she was hurt"
    told = noun and pronoun is not None and _TOLD.search(lower, first, pronoun.start()) is not None
    if pronoun is not None and (not noun or told):
        noun, named = _earlier(reading, lower, first)
        name = (
            ""
            if noun and not named
            else reading.document.meant(pronoun.group(), first if told else pronoun.start())
        )
        return name, "" if name else noun or meant.newcomer(pronoun.group(), pronoun.start())
    if people:
        last = people[-1]
        other = _BESIDE.search(lower, first, last.start) or _OWNS.match(lower, last.end)
        return ("", noun) if other else (last.full, noun)
    return next(filter(None, (meant.described(called, first) for called in noun.split())), ""), noun


def _struck(reading: Reading, lower: str, first: int, start: int) -> tuple[str, str] | None:
    """Whom a verb right before has hit, where it has an object: "Holm shot him in the arm", "struck Vale in the arm"."""
    verb = _STRIKING.search(lower, max(first, start - _BACK), start)
    if verb is None:
        return None
    whom = verb.group("whom").strip()
    if whom in ("him", "her", "them"):
        name = reading.document.antecedents.pronoun("he" if whom == "him" else "she", verb.start("whom"))
        doer = subject_at(reading, verb.start()).name
        return ("" if whom == "them" or name == doer else name), ""
    people = [m for m in reading.document.mentions_between(verb.start("whom"), start) if m.kind == "person"]
    return people[0].full if people else "", _called(lower, verb.start("whom"), start)


def _called(lower: str, first: int, last: int) -> str:
    """The nouns for one person between two places, parted by spaces."""
    known = person_nouns()
    found = [m.group("noun") for m in _NOUN.finditer(lower, first, last) if m.group("noun") in known]
    return " ".join(dict.fromkeys(found))


def _earlier(reading: Reading, lower: str, at: int) -> tuple[str, bool]:
    """The noun for a person in the sentence before, and whether that sentence names a person."""
    starts = [sentence.start for sentence in reading.document.sentences]
    index = bisect_left(starts, at) - 1
    if index < 0 or at - starts[index] > _FAR:
        return "", True
    named = any(m.kind == "person" for m in reading.document.mentions_between(starts[index], at))
    return _called(lower, starts[index], at), named
