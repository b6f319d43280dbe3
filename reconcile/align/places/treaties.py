"""Whether an official name and a label are said of one treaty: by its parties, its years and its sort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.places.parties import parties
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.values.regex import regex

_WORD = regex(r"[a-z]+")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
# What binds two states to help each other is called by any of these words; what it binds them to be, by the others.
_SORTS = (
    frozenset(
        {"mutual", "defense", "defence", "assistance", "aid", "help", "military", "security", "alliance"}
    ),
    frozenset({"friendship", "amity"}),
    frozenset({"cooperation", "operation", "partnership"}),
    frozenset({"trade", "commerce", "economic"}),
    frozenset({"border", "boundary", "boundaries"}),
)
_NOUNS = frozenset(
    {"treaty", "pact", "accord", "accords", "agreement", "the", "of", "on", "and", "a", "bilateral"}
)


def official(claim: NameClaim) -> bool:
    """Whether a name of a treaty is a proper one: "Treaty of Amity and Commerce", not "trade treaty"."""
    return not claim.value.split()[-1].islower() or claim.value[:1].isupper()


def labelled(story: Story) -> Iterator[tuple[frozenset[str], list[NameClaim], list[NameClaim]]]:
    """Yields, for each two parties, the one official name that their treaty has in the story, and the labels by which
    other articles call it; nothing where two official names are of the same two, or where years or sorts differ.
    """
    named: dict[frozenset[str], list[NameClaim]] = defaultdict(list)
    for claim in story.of(NameClaim):
        if claim.kind == "treaty" and " " in claim.value and len(pair := parties(story, claim)) == 2:
            named[pair].append(claim)
    for pair, claims in named.items():
        proper = [claim for claim in claims if official(claim)]
        if len({story.entities.of(c.subject, c.span.article) for c in proper}) != 1:
            continue
        known = {claim.span.article for claim in proper}
        labels = [
            claim
            for claim in claims
            if not official(claim)
            and claim.span.article not in known
            and claim.subject == claim.value
            and _one_sort(claim.value, proper[0].value)
            and _one_year(claim, proper)
        ]
        if labels:
            yield pair, proper, labels


def _one_sort(label: str, name: str) -> bool:
    """Whether each word of the label is in the name, or of the sort of one that is."""
    said, official_words = (set(_WORD.findall(words.lower())) - _NOUNS for words in (label, name))
    return all(
        word in official_words or any(word in sort and sort & official_words for sort in _SORTS)
        for word in said
    )


def _one_year(label: NameClaim, proper: list[NameClaim]) -> bool:
    """Whether the sentences with the names tell of one year, or one of the two of none."""
    told = set(_YEAR.findall(label.sentence))
    known = {year for claim in proper for year in _YEAR.findall(claim.sentence)}
    return not told or not known or bool(told & known)
