"""Where the articles of a story tell of deeds: the past and the lasting verbs that nothing denies or supposes."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from reconcile.align.deeds.one_deed import Deed, deed
from reconcile.align.persons.standing import taken_back
from reconcile.align.senses import particled, sense
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_WAS = regex(
    r"(?:\b(?:was|were|been|after|by)(?: [a-z]+)?|\b(?:is|are)(?: still| now| again)?) \Z",
    holds="was|were|been|is|are|after|by",
)
_FOLLOWING = regex(r" ([a-z]+)\b")
_NEGATED = regex(
    r"(?:\b(?:not|never|no|nobody|nothing|none|neither|nor|without|denied|denies|if|whether|will|would|can|cannot|could|should|may|might|to)|n['’]t)\b[^.;]{0,36}\Z",
    re.I,
    holds="not|never|no|nobody|nothing|none|neither|nor|without|denied|denies|if|whether|will|would|can|could|should|may|might|to|n't|n’t",
)


_HAD = regex(r"\b(?:has|have|had|was|were)(?: been)?(?: [a-z]+ly| already| now| since| just)? \Z")
_AFTER = regex(r"(?: (?!(?:and|but|on|in|at|after|before|when|while|for|as|said|says)\b)[\w’'-]+){0,4}")
_UNCHANGING = frozenset({"cut", "hit", "quit", "shut"})  # verbs whose past is their own form
_DID = regex(r" (?:an?|the|his|her|its|their|after|down|off|on) | [A-Z\d£$€]|[.,](?= |\Z)")
_NOUN = regex(r"\b(?:an?|the|his|her|its|their|this|that|big|two|tax|rate) \Z")
_NOTHING = frozenset({"nothing", "nobody", "none", "no"})


class Done(NamedTuple):
    """A deed told, as a claim, with the words around its verb."""

    claim: StateClaim
    deed: Deed


class Verb(NamedTuple):
    """A form of a verb in a text, its sense, which is empty where a particle may change it, and where it stands."""

    word: str
    meant: str
    places: tuple[int, ...]


class Verbs(NamedTuple):
    """The forms of verbs in a text."""

    past: tuple[Verb, ...]
    lasting: tuple[Verb, ...]


@lru_cache(maxsize=512)
def verbs_of(text: str) -> Verbs:
    """The verbs of a text in the past and in the lasting form."""
    known = vocabulary(text)
    standing = sorted(known.standing({w for w in known.words if w.endswith("ing") or past(w)}))
    unchanging = (
        (
            w,
            [
                at
                for at in places
                if _DID.match(text, at + len(w)) and not _NOUN.search(text, max(0, at - 8), at)
            ],
        )
        for w, places in sorted(known.standing(_UNCHANGING & known.words))
    )
    pasts = [*((w, at) for w, at in standing if past(w)), *unchanging]
    return Verbs(
        tuple(Verb(w, "" if particled(w) else sense(w), tuple(at)) for w, at in pasts),
        tuple(Verb(w, sense(w), tuple(at)) for w, at in standing if w.endswith("ing")),
    )


def told_of(
    wanted: set[str], story: Story, exact: frozenset[str] = frozenset()
) -> dict[str, list[tuple[str, int, int]]]:
    """Where the articles tell of deeds (and say the `exact` adjectives) without denying them, by the sense of the verb."""
    told: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for article in story.articles if wanted else ():
        document = story.reading(article).document
        text = document.text
        verbs = verbs_of(text)
        forms = {v.word: v.places for v in verbs.past if v.meant in wanted or not v.meant}
        if exact:
            forms |= {word: tuple(places) for word, places in vocabulary(text).standing(exact)}
        lasting = {v.word: v.places for v in verbs.lasting if v.meant in wanted}
        for at, word in sorted((at, word) for word, places in (forms | lasting).items() for at in places):
            if word in lasting and word not in forms and not _WAS.search(text, max(0, at - 24), at):
                continue
            if text[at].isupper() and text[at + 1].islower() and text[at - 2 : at - 1].isalpha():
                continue  # "of the United Arab Emirates"
            end = at + len(word)
            if text.startswith(("'t", "’t"), end):
                continue  # "won't"
            following = _FOLLOWING.match(text, end)
            meant = sense(word, following.group(1) if following else "")
            sentence = document.sentence_at(at)
            first = max(sentence.start if sentence else 0, at - 56)
            if following is not None and following.group(1) in _NOTHING:
                continue  # "conceded nothing"
            if meant not in wanted or _NEGATED.search(text, first, at):
                continue
            if sentence is None or not irrealis(text, sentence.start, at, sentence.end):
                told[meant].append((article, at, end))
    return told


def told_deed(story: Story, article: str, at: int, end: int) -> Done | None:
    """The deed that the verb at a place tells, with what it is done to; None where it is taken back, or still being done."""
    reading = story.reading(article)
    sentence = reading.document.sentence_at(at)
    if sentence is None:
        return None
    text = reading.text[sentence.start : sentence.end]
    if taken_back(text) or reading.text.endswith("being ", sentence.start, at):
        return None  # what is being sold has not been sold
    last = _AFTER.match(reading.text, end, sentence.end)
    had = _HAD.search(reading.text, max(sentence.start, at - 24), at)
    claim = reading.claim(
        StateClaim,
        had.start() if had else at,
        last.end() if last else end,
        event=reading.text[at:end],
        aspect="plan",
        value="done",
    )
    return Done(claim, deed(text, at - sentence.start, end - sentence.start, reading.text[at:end]))
