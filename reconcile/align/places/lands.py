"""Which countries the articles of a story name, and which names of people and places they have in common."""

from __future__ import annotations

from collections import defaultdict

from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.claims.place import PlaceClaim
from reconcile.language.names.gazetteer import country_named, country_of_people
from reconcile.values.places import countries, country_of, fold, usual
from reconcile.values.roles import nations


def named_lands(story: Story) -> dict[str, set[str]]:
    """By article: every country it names outright, as a noun or an adjective, or says that something lies in."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in story.of(NameClaim):
        known = country_named(claim.subject) or country_of_people(claim.value)
        if known is not None:
            found[claim.span.article].add(fold(known.name))
    for place in story.of(PlaceClaim):
        if place.relation == "lies":
            found[place.span.article] |= land(place.value)
    return found


def shared_names(story: Story, lead: int | None = None) -> dict[str, set[str]]:
    """By article: its names of people and places other than countries; with `lead`, those in its first characters."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in story.of(NameClaim):
        country = country_named(claim.subject) or country_of_people(claim.value)
        told = lead is None or claim.span.start < lead
        if told and country is None and claim.kind in ("person", "place", "other") and len(claim.subject) > 4:
            found[claim.span.article].add(claim.subject)
    return found


_ALSO_A_STATE = frozenset({"georgia"})  # a country, and a part of another


def land(value: str, outright: bool = False) -> frozenset[str]:
    """The country a place lies in, by the gazetteer or by an adjective in front: "Swiss Alps".

    With `outright`, only by the country's own name: there is a Bristol on both sides of the Atlantic.
    """
    if usual(value.rsplit(", ", 1)[-1]) in _ALSO_A_STATE:
        return frozenset()
    found = frozenset[str]() if outright and usual(value) not in countries() else country_of(value)
    adjective = nations().get(value.split(" ")[0].lower()) if " " in value and not found else None
    if adjective is not None and country_of(adjective[0]):
        return country_of(adjective[0])
    return found if len(found) == 1 else frozenset()
