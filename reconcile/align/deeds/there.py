"""Where a text speaks of a thing as being there: "after the alarm", "the alarm rang", "received a warning", "used a pistol"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from reconcile.align.persons.standing import withdrawn
from reconcile.align.senses import sense
from reconcile.claims.absence import AbsenceClaim
from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.claims.thing import kinds
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_THERE = regex(
    r"(?:\b(?:after|following|during|amid|despite|there was|there had been|in the course of) )?"
    r"\b(?:an?|the|its|his|her|their|this|that)(?: (?!new|other|next|second|further)[a-z-]+)? \Z",
    re.I,
)
_BROUGHT = regex(
    r"\b(?:began|begun|opened|opens|launched|started|received|issued|found|heard|gave|given|made|sent|demanded|demanding|ordered|raised|wore|wearing"
    r"|conducted|conducting) (?:(?:an?|the|its|his|her|their|two|three|four|several|\d+)(?: (?!new|other|next|second|further)[a-z-]+)? )?\Z"
)
_HAD = regex(r"\b(?:had|has|held|holds|carried|carries) (?:an?|the|his|her|its|their)(?: [a-z-]+)? \Z")
_OCCASION = regex(r"(?:after|following|during|amid|despite|there was|there had been|in the) ", re.I)
_VERB = regex(
    r"(?: (?:above|at|in|on|near|of|inside|behind|beside) [^.;]{2,40}?)? (?:(?:had|has)(?! yet)|was|were|did|is|went|worked|rang|gave|[a-z]{3,}ed)\b(?! not\b|n['’]t| never)"
)
_NEXT = regex(r" ([a-z]{3,})\b")
_HANDLED = regex(
    r"\b(?:with|using|carrying|carried|brandish\w+|wield\w+|waving|waved|holding|pointing|pointed|fired|drew|pulled|armed with)"
    r"(?: out)? (?:an?|the|his|her|their)(?: [a-z-]+)? \Z"
)
_NEGATED = regex(
    r"(?:\b(?:not|never|no|nobody|nothing|without|denied|denies|if|whether|would|could|should|may|might|to)|n['’]t)\b[^.;]{0,24}\Z",
    re.I,
)


def present(reading: Reading, nones: Collection[str]) -> Iterator[tuple[str, bool, AbsenceClaim]]:
    """Where a text speaks of the things as being there: their sense, whether as an occasion, and the claim."""
    text, known = reading.document.text, vocabulary(reading.document.text)
    kinds_of = {word: [meant for meant in _meant(word) if meant in nones] for word in known.words}
    names = {word for word, meant in kinds_of.items() if meant and not past(word)}
    for at, name in known.places(names):
        used = _HANDLED.search(text, max(0, at - 50), at) if kinds().get(name) else None
        if used is not None:
            for meant in kinds_of[name]:
                yield (
                    meant,
                    False,
                    reading.claim(AbsenceClaim, used.start(), at + len(name), value=name, event="use"),
                )
            continue
        if sense(name) not in nones:
            continue
        before, after = _THERE.search(text, max(0, at - 40), at), _VERB.match(text, at + len(name))
        brought = _BROUGHT.search(text, max(0, at - 40), at)
        owned = _HAD.search(text, max(0, at - 40), at) if brought is None else None
        occasion = before is not None and _OCCASION.match(before.group()) is not None
        if led := brought or owned:
            before, after = led, None
        elif before is None or not (occasion or after):
            continue
        sentence = reading.document.sentence_at(at)
        asked = sentence is not None and irrealis(text, sentence.start, at, sentence.end)
        if (
            asked
            or _NEGATED.search(text, max(0, at - 40), at)
            or (after is None and _leads(text, at + len(name)))
        ):
            continue
        end = after.end() if after else at + len(name)
        event = "have" if owned is not None else "be"
        who = subject_of(reading, subject_phrase(reading, before.start())) if owned else ""
        some = reading.claim(AbsenceClaim, before.start(), end, subject=who, value=name, event=event)
        if not withdrawn(some):
            yield sense(name), occasion, some


def _leads(text: str, end: int) -> bool:
    """Whether a noun that ends there is the first part of a compound: the ground offensive is no ground."""
    following = _NEXT.match(text, end)
    word = following.group(1) if following else ""
    return (
        bool(word) and word not in word_set("common") and not past(word) and not word.endswith(("ing", "ly"))
    )


@cache
def _meant(noun: str) -> tuple[str, ...]:
    """What stands for a noun and for the wider kinds of what it names: a pistol is a handgun and a firearm."""
    kind = kinds().get(noun)
    return tuple({sense(noun): 1, **{sense(wider): 1 for wider in (kind.wider if kind else ())}})
