"""Who did what to whom, told by no verb in the past: "the winner of the race was Ann Dahl", "the mill belongs to Tern Oil"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.claims.cues import cues, deed_phrases
from reconcile.claims.deeds.doing import Place
from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import Words
from reconcile.language.grammar.nominals import Clauses
from reconcile.values.regex import regex
from reconcile.values.spots import Spot, spots

_NOWHERE = (0, 0)
_OF = regex(r"(?: as (?:the )?[a-z]+(?: [a-z]+)?)? of |(?<= in) |(?<= by) |(?<= of) ")
_WHOSE = regex(
    r"(?:\A|(?<=[\s“\"(]))(?P<thing>(?:[\w’'&-]+ ){0,4}[\w&-]+)['’]s (?:new |own |next |then |sole )?\Z"
)
# Between a name and a noun for who it is: ", the eventual winner", "is the owner", "'s surprise victory in".
_ITS = regex(
    r"(?:,| is| are| was| were| who is| who was| which is|['’]s)? (?:the |its |this (?:year|season)['’]s )?(?:[a-z]+ ){0,2}\Z"
)
_A = regex(  # between the name of a thing and a noun for it
    r"\b(?P<thing>[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4})(?:,| is| was| which is| which was) (?:the |an? )?(?:[a-z]+ ){0,2}\Z"
)
# Between a deed and who did it: "of the race in Brae was Ann Dahl", "as mayor is Ann Dahl", ", Ann Dahl,".
_IS = regex(
    r"(?: (?:in|at|on|as|from|for) [^,.;:]{2,48}?)??"
    r"(?:(?:, [^,.;:]{2,48},)? (?:is|was|were|are|will be|went to|goes to)|,) (?:[a-z]+ ){0,3}"
)
_BY = regex(r"(?: (?:in|as|on|at) [^,.;:]{2,40})? by\b")
_UNSURE = regex(
    r"(?:\b(?:not|never|may|might|could|should|if|whether|would|former|ex|previous|past|last|joint|co|defending|first"
    r"|one|another|either|likely|possible|potential|expected|favourite|favorite)\b|n['’]t\b|time\b)[^,.;]{0,24}\Z"
)
_PLANNED = regex(r"(?:will|would|(?:[a-z]+ )?to (?:succeed|replace|take|be))\b", re.I)
_PARTLY = regex(
    r"\b(?:stakes?|shares?|part|half|percent|interest|rights)\b|%"
)  # "owns a stake", "owns 30 percent"
_PRIZE = regex(
    r"\b(?:[Pp]rize|[Aa]ward|[Cc]up|[Tt]rophy|[Mm]edal|[Tt]itle|[Cc]hampionship|[Cc]rown|[Gg]old|[Ss]hield|[Oo]scar|[Ll]eague)\Z"
)
_REACH = 90
_DOERS = frozenset({"person", "organization", "other"})


class Phrased(NamedTuple):
    """A deed told: its name, who does it and to whom, and the words for it, each by where it stands; whether it is to come."""

    name: str
    doer: Place
    patient: Place
    phrase: Place
    planned: bool


def phrased(reading: Reading) -> Iterator[Phrased]:
    """Yields the deeds that the phrases of the lexicon tell."""
    text = reading.text
    for start, end, (name, where) in cues(reading, "deed phrases"):
        sentence = reading.document.sentence_at(start)
        if sentence is None or end > sentence.end:
            continue
        first, last = max(sentence.start, start - _REACH), min(sentence.end, end + _REACH)
        if _UNSURE.search(text, first, start):
            continue
        listed, triggers = reading.document.clauses(sentence, start, start)
        clauses = Clauses(listed, triggers)
        if where == "noun":
            doer, patient = _noun(reading, listed, clauses, (first, start), (end, last))
        elif where == "chosen":
            doer, patient = _chosen(reading, first, start), _object(listed, clauses, end)
        elif where == "thing":
            patient, doer = _thing(reading, listed, clauses, (first, start), end)
        else:
            by = _BY.match(text, end, last) if text[start:end].endswith("ed") else None
            doer = clauses.subject(listed.ending_after(start))
            patient = _object(listed, clauses, by.end() if by else end)
            if where in ("after", "goes"):
                doer, patient = patient, doer
            if where in ("takes", "goes") and not _PRIZE.search(text, *patient):
                continue
        member = name == "own" and any(
            m.kind == "person" for m in reading.document.mentions_between(*patient)
        )
        if member or _PARTLY.search(text, *patient):
            continue  # "Ann Dahl belongs to the party"
        if doer != _NOWHERE and patient != _NOWHERE:
            yield Phrased(name, doer, patient, (start, end), _PLANNED.match(text, start) is not None)


def _object(listed: Words, clauses: Clauses, at: int) -> Place:
    index = listed.ending_after(at)
    return clauses.object(index) if index < len(listed) else _NOWHERE


def _noun(
    reading: Reading, listed: Words, clauses: Clauses, before: Place, after: Place
) -> tuple[Place, Place]:
    """The name of who did it, and what it was done to, beside a noun for who did it."""
    text, people = reading.text, reading.document.mentions_between
    of, whose = _OF.match(text, *after), _WHOSE.search(text, *before)
    if of is not None and not (whose is not None and of.group().startswith(" as ")):
        patient, opened = _object(listed, clauses, of.end()), before[1]
        behind = patient[1]
    elif whose is not None:  # "Ann Dahl's successor as head of the bank"
        first = next(iter(people(*whose.span("thing"))), None)
        patient = (first.start if first is not None else whose.start(), whose.end("thing"))
        opened, behind = patient[0], after[0]
    elif driven := _DRIVEN.search(text, *before):  # "the bus driver, Ann Dahl"
        if spots().get(driven.group("thing"), _NO_SPOT).kind not in _CRAFTS:
            return _NOWHERE, _NOWHERE
        patient, opened, behind = driven.span("thing"), driven.start(), after[0]
    else:
        return _NOWHERE, _NOWHERE
    if patient == _NOWHERE:
        return _NOWHERE, _NOWHERE
    for mention in people(before[0], opened):
        if mention.kind in _DOERS and _ITS.match(text, mention.end, opened):
            return (mention.start, mention.end), patient
    for mention in people(behind, after[1]) if _IS.match(text, behind, after[1]) else ():
        if mention.kind in _DOERS and _IS.fullmatch(text, behind, mention.start):
            return (mention.start, mention.end), patient
    return _NOWHERE, _NOWHERE


_DRIVEN = regex(r"\b[Tt]he (?P<thing>[a-z]+) \Z")
_CRAFTS = frozenset({"car", "vessel", "aircraft"})
_NO_SPOT = Spot("", "", "")


def _chosen(reading: Reading, first: int, start: int) -> Place:
    """The name of whom somebody chose, that ends before a phrase for what the choice is for."""
    for mention in reversed(reading.document.mentions_between(first, start)):
        apposed = _APPOSED.fullmatch(reading.text, mention.end, start)
        if mention.kind == "person" and apposed and _CHOOSES.search(reading.text, first, mention.start):
            return mention.start, mention.end
    return _NOWHERE


_APPOSED = regex(r"(?: ?,[^,.;:]{1,48},| (?:as|to be) [^.;:]{2,64},)? ")
_CHOOSES = regex(
    r"\b(?:pick(?:s|ed)|nam(?:es|ed)|choos(?:es|ing)|chose|chosen|appoint(?:s|ed)|hire[sd]|tap(?:s|ped)|elect(?:s|ed)|"
    r"nominate[sd]|select(?:s|ed)|promote[sd])(?: (?:[a-z-]+,?|[A-Z][\w.-]*)){0,6}? \Z"
)


def _thing(reading: Reading, listed: Words, clauses: Clauses, before: Place, end: int) -> tuple[Place, Place]:
    """What a thing belongs to or comes from, and the name of the thing, beside a noun for it."""
    of = _OF.match(reading.text, end)
    if of is None:
        return _NOWHERE, _NOWHERE
    thing = _A.search(reading.text, *before)
    return thing.span("thing") if thing is not None else _NOWHERE, _object(listed, clauses, of.end())


@cache
def doer_nouns() -> frozenset[str]:
    """The nouns for who does a deed."""
    return frozenset(phrase for phrase, (_, where) in deed_phrases().items() if where == "noun")
