"""The deed that a denial denies, with what its words leave to the sentence before: who "he" is, and what was not paid."""

from __future__ import annotations

import re
from functools import cache

from reconcile.align.deeds.one_deed import Deed, deed, light
from reconcile.align.senses import sense, senses
from reconcile.align.story import Story
from reconcile.claims.denial import DenialClaim
from reconcile.claims.quote import QuoteClaim
from reconcile.language.names.titled import person_nouns
from reconcile.values.regex import regex

_PRONOUN = regex(r"\b(?P<who>he|she|they|both|I)(?: had| has| was| were)?(?: been)?(?: [a-z]+ly)? \Z", re.I)


def denied_deed(story: Story, denial: DenialClaim) -> Deed:
    """The deed of a denial; a pronoun right before it is whom it means."""
    sentence, at = denial.sentence, denial.span.start - denial.sentence_start
    end = at + denial.span.quote.rfind(denial.value) + len(denial.value)
    denied = sentence.find(" that ", at, end) if denial.denied else -1
    if denied >= 0:  # "denied that the guard had opened it" denies it of the guard
        sentence, at, end = sentence[denied + 6 :], end - len(denial.value) - denied - 6, end - denied - 6
    pronoun = _PRONOUN.search(sentence, 0, at)
    meant = ""
    if pronoun is not None:
        place = denial.sentence_start + len(denial.sentence) - len(sentence) + pronoun.start("who")
        meant = _meant(story, denial, pronoun.group("who").lower(), place)
    found = deed(
        sentence,
        at,
        end,
        denial.value,
        doer=denial.subject,
        quality=denial.adjective,
        every=bool(denial.subject) or denial.span.quote.endswith("nothing"),
    )
    return found._replace(doer=found.doer | senses(meant), open=found.open and not meant)


def _meant(story: Story, denial: DenialClaim, pronoun: str, at: int) -> str:
    """The names of whom a pronoun means; of "they" those of the persons in the sentence before."""
    document = story.reading(denial.span.article).document
    if pronoun == "i":
        return _speaker(story, denial)
    if pronoun in ("he", "she"):
        return document.antecedents.pronoun(pronoun, at)
    sentence = document.sentence_at(max(0, denial.sentence_start - 2))
    first = sentence.start if sentence else at
    return " ".join(m.full for m in document.mentions_between(first, at) if m.kind == "person")


def _speaker(story: Story, denial: DenialClaim) -> str:
    """Who says "I" in the quotation in which the denial stands."""
    at, article = denial.span.start, denial.span.article
    quotes = (c for c in story.of(QuoteClaim) if c.span.article == article)
    return next((c.subject for c in quotes if c.span.start <= at < c.span.end), "")


def pronoun_of(story: Story, article: str, first: int, at: int) -> frozenset[str]:
    """The names of whom "he" or "she" right before a verb means, in the sentence from `first` on."""
    document = story.reading(article).document
    pronoun = _PRONOUN.search(document.text, first, at)
    who = pronoun.group("who").lower() if pronoun is not None else ""
    if pronoun is None or who not in ("he", "she"):
        return frozenset()
    return frozenset(senses(document.antecedents.pronoun(who, pronoun.start("who"))))


def completed(own: Deed, told: Deed, before: frozenset[str]) -> Deed:
    """The denied deed with the object that it leaves out, where what is told is done to a thing just spoken of.

    `before` holds the senses of the sentence before the denial: "asked for a ransom. The museum did not pay".
    """
    if not own.left_out or own.passive or own.quality or own.every or light(own.verb):
        return own
    thing = ((told.patient if told.passive else told.after) & before) - _persons()
    if not thing or (told.doer and not own.doer & told.doer):
        return own
    return own._replace(after=thing, rest=thing, core=thing, patient=thing)


def said_before(story: Story, denial: DenialClaim) -> frozenset[str]:
    """The senses of the words of the sentence before a denial's."""
    document = story.reading(denial.span.article).document
    sentence = document.sentence_at(max(0, denial.sentence_start - 2))
    if sentence is None or sentence.start >= denial.sentence_start:
        return frozenset()
    return senses(document.text[sentence.start : sentence.end])


@cache
def _persons() -> frozenset[str]:
    return frozenset(sense(noun) for noun in person_nouns())
