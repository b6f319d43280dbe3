"""Whose relatives several people of one family are: "twins Ann and Bo Dahl; their aunt, Eva Ek; and a neighbour"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from reconcile.claims.cues import cues
from reconcile.claims.posts.couples import listing
from reconcile.claims.posts.relatives import OWN_WORDS, Relative
from reconcile.claims.reading import Reading
from reconcile.language.names.mentions import Mention
from reconcile.values.kinship import kin
from reconcile.values.regex import regex

_HOUSE = frozenset({"sibling", "brother", "sister", "twin"})
_GROUPS = r"siblings|brothers|sisters|twins"
_THEIR = regex(rf"(?:\b[Tt]heir|\b[Tt]he (?:{_GROUPS})['’]|(?<=[;,] and )(?:an? )?family) {OWN_WORDS}\Z")
_HERS = regex(rf"\b(?P<whose>[Hh]is|[Hh]er) {OWN_WORDS}\Z")
_BACK = 64  # characters before a relation in which its owners stand
_NEAR = 500  # characters after a family is named in which "their" is the family's


def of_households(reading: Reading, people: list[Mention], starts: list[int]) -> Iterator[Relative]:
    """Yields what each person is to each of the siblings whom the text has named before."""
    text = reading.text
    group: list[Mention] = []
    until = 0
    said = [(start, end, first) for start, end, (_, first) in cues(reading, "couples") if first in kin()]
    if not any(noun in _HOUSE for _, _, noun in said):
        return  # nobody's brothers and sisters are told of
    said += [(start, end, relation.name) for start, end, relation in cues(reading, "relations")]
    for start, end, noun in sorted(said):
        named = listing(text, end, people, starts)
        if not named:
            continue
        if group and start - until < _NEAR and (theirs := _THEIR.search(text, max(0, start - _BACK), start)):
            for one in named:
                for owner in group:
                    if owner.full != one.full:
                        yield Relative(theirs.start(), one.end, owner.full, noun, one.full)
            continue
        if noun not in _HOUSE:
            continue
        hers = _HERS.search(text, max(0, start - _BACK), start)
        owner_of = reading.document.antecedents.mention(hers.group("whose"), hers.start()) if hers else None
        if hers is not None and (owner_of is None or len(named) < 2):
            continue
        if hers is not None and owner_of is not None:
            for one, other in permutations([owner_of, *named], 2):
                yield Relative(hers.start(), named[-1].end, one.full, noun, other.full)
            named = [owner_of, *named]
        if len(named) > 1:
            group, until = named, named[-1].end
