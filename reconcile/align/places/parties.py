"""The countries that a treaty is between, as the words around its name say."""

from __future__ import annotations

import re

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.language.names.gazetteer import (
    country_governed_from,
    country_named,
    country_of_people,
)
from reconcile.values.regex import regex

_WORD = regex(r"[A-Z][\w.']*(?:[ \u00a0][A-Z][\w.']*)*")
_BETWEEN = regex(
    r"\A(?: signed| concluded| agreed)?,? (?:with|between) (?:the )?((?:[A-Z][\w.'’]*[ ,]*(?:and (?:the )?)?){1,6})"
)

_IT = regex(r"[.”\"]? ?(?:It|The (?:treaty|pact|accord|agreement)) [^.;\n]{1,120}")


def parties(story: Story, claim: NameClaim) -> frozenset[str]:
    """The two countries whose treaty the claim names, by their usual names; empty when the words leave it open.

    A treaty "with X" is between X and the country that opens the sentence; "between X and Y" says both; else the
    sentence must name exactly two, or, if it names none, the next one that goes on about "it".
    """
    text = story.articles[claim.span.article].text
    found = _BETWEEN.match(text[claim.span.end : claim.span.end + 80])
    named = countries(found.group(1)) if found else []
    if len(named) == 2:
        return frozenset(named)
    before = countries(text[claim.sentence_start : claim.span.start])
    if len(named) == 1:
        return frozenset({named[0], *[name for name in before if name != named[0]][:1]})
    own = countries(text[claim.sentence_start : claim.sentence_end])
    if not own and (goes_on := _IT.match(text, claim.sentence_end)):
        own = countries(goes_on.group())
    return frozenset(own) if len(own) == 2 else frozenset()


def countries(text: str) -> list[str]:
    """The countries that a stretch of text names, in order, each once: by name or people, or, if by none, by capital."""
    found: dict[str, None] = {}
    governed: dict[str, None] = {}
    for run in _WORD.finditer(re.sub(r"[-–](?=[A-Z])|['’]s?\b", " ", text).replace("  ", " ")):
        words = run.group().split()
        at = 0
        while at < len(words):
            for size in (4, 3, 2, 1):
                name = " ".join(words[at : at + size]) if at + size <= len(words) else ""
                said = name.rstrip(".")  # the sentence may end there
                country = country_named(name) or country_named(said) or country_of_people(said)
                held = governed if country is None else found
                country = country or country_governed_from(said)
                if country is not None:
                    held.setdefault(country.name)
                    at += size - 1
                    break
            at += 1
    return list(found or governed)
