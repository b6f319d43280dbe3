"""From which language words were put into English, as far as the articles tell."""

from __future__ import annotations

from reconcile.align.quotes.speakers import Speaker, relation
from reconcile.align.quotes.utterances import Pair
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.gazetteer import country_named, country_of_people
from reconcile.language.speech.speakers import languages
from reconcile.values.regex import regex

_NAMED = regex(r"\b[A-Z][a-z]+\b")


def translated(pair: Pair) -> str:
    """The language that one of the two was put into English from; empty when the articles name none."""
    return pair.first.claim.tongue or pair.second.claim.tongue


def foreign(pair: Pair, story: Story) -> str:
    """A language other than English in which the speaker speaks elsewhere, or that an article names, or its land."""
    for claim in story.of(QuoteClaim):
        if claim.tongue and relation(claim, pair.first.claim) is Speaker.SAME:
            return claim.tongue
    for said in (pair.first, pair.second):
        for word in _NAMED.findall(story.article(said.claim).text):
            if word in languages():
                return str(word)
    return _land(pair, story)


def speaks_for(pair: Pair, story: Story) -> str:
    """The land in whose office the speaker is, where English is not what people speak: of a Russian foreign minister."""
    who = {said.claim.subject for said in (pair.first, pair.second)}
    for claim in story.of(RoleClaim):
        role = claim.role
        if claim.subject in who and role is not None and role.nation and role.status == "current":
            name = role.nation.title()
            land = country_named(name) or country_of_people(name)
            if land is not None and land.code not in _ENGLISH:
                return land.name
    return ""


def _land(pair: Pair, story: Story) -> str:
    """The land that an article names first, where English is not what people speak; empty for one where it is."""
    for said in (pair.first, pair.second):
        mentions = story.reading(said.claim.span.article).document.mentions
        named = (
            country_named(m.full) or country_of_people(m.full)
            for m in mentions
            if m.kind in ("country", "people")
        )
        land = next((country for country in named if country), None)
        if land is not None and land.code not in _ENGLISH:
            return land.name
    return ""


_ENGLISH_LANDS = "GB US IE AU NZ CA ZA JM BS BB TT BZ GY GH NG KE UG ZM ZW SG IN PH LR SL GM MT FJ PG"
_ENGLISH = frozenset(_ENGLISH_LANDS.split())
