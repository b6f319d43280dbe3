"""Whether two speakers are one: by name, with structure; roles and bodies without names decide little."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.quote import QuoteClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.lore import compare
from reconcile.lexicon import words
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.regex import regex
from reconcile.values.roles import office, parse_role


class Speaker(StrEnum):
    """How the speakers of two claims relate."""

    SAME = "same"
    OTHER = "other"  # two people of different names
    VAGUE = "vague"  # one of them is a role, a body or nobody: they may be one


_SLIP = 2  # letters by which family names differ that may be one, after the same given name
_WORD = regex(r"[^\W\d_]+")


def relation(first: QuoteClaim | AttributionClaim, second: QuoteClaim | AttributionClaim) -> Speaker:
    """How the speakers of two claims relate, by their fullest names."""
    if not first.subject or not second.subject:
        return Speaker.VAGUE
    one, two = _names(first.subject), _names(second.subject)
    if one == two:
        return Speaker.SAME if first.speaker_kind != "role" else Speaker.VAGUE
    if first.speaker_kind == second.speaker_kind == "person":
        found = _persons(first.subject, second.subject, one, two)
        kin = (len(one) == 1 and _bare(second)) or (len(two) == 1 and _bare(first))
        return Speaker.VAGUE if kin and found is Speaker.OTHER else found
    if (
        one
        and two
        and (set(one) <= set(two) or set(two) <= set(one))
        and "role" not in (first.speaker_kind, second.speaker_kind)
    ):
        return Speaker.SAME
    return Speaker.VAGUE


def by_office(first: QuoteClaim, second: QuoteClaim, holders: Mapping[str, str]) -> bool:
    """Whether one speaker is told by an office, "the bishop", that in this story nobody but the other holds."""
    for one, other in ((first, second), (second, first)):
        if one.speaker_kind == "role" and other.speaker_kind == "person" and one.subject:
            held = parse_role(one.subject)
            holder = (
                _names(holders.get(held.office, "")) if held is not None and held.status == "current" else ()
            )
            if holder and set(_names(other.subject)) <= set(holder):
                return True
    return False


def sole_holders(claims: Iterable[RoleClaim]) -> dict[str, str]:
    """From each office that one person holds at a time, or one in the story, to who alone is called by it."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        role = claim.role
        if (
            role is not None
            and not role.kin
            and claim.subject
            and (office(role.office).single or role.office in _ONE)
        ):
            found[role.office].add(claim.subject)
    fullest = {name: max(sorted(people), key=len) for name, people in found.items()}
    return {
        name: fullest[name]
        for name, people in found.items()
        if all(set(_names(who)) <= set(_names(fullest[name])) for who in people)
    }


# Offices of which there are many, and as a rule one in a story.
_ONE = frozenset(
    {"bishop", "archbishop", "judge", "coroner", "captain", "coach", "headmaster", "rector", "dean"}
)


def one_unnamed(first: QuoteClaim, second: QuoteClaim) -> bool:
    """Whether one speaker is named, and the other, who may be the same, nobody or only some person: "a relative"."""
    named = [claim.speaker_kind == "person" and bool(claim.subject) for claim in (first, second)]
    return named[0] is not named[1] and _unnamed(second if named[0] else first)


def _unnamed(claim: QuoteClaim) -> bool:
    noun = claim.subject.partition(" of ")[0].rpartition(" ")[2]
    return not noun or (claim.speaker_kind == "role" and noun in _persons_called())


@cache
def _persons_called() -> frozenset[str]:
    return frozenset(line.partition(" = ")[0] for line in words("persons"))


def _bare(claim: QuoteClaim | AttributionClaim) -> bool:
    """Whether one name by itself says who speaks, which a relative called by a given name may bear too.

    The labels of a transcript, in capitals, are family names.
    """
    said = claim.speaker if isinstance(claim, QuoteClaim) else claim.value
    return len(_names(said)) == 1 and not said.isupper()


def _persons(first: str, second: str, one: tuple[str, ...], two: tuple[str, ...]) -> Speaker:
    """How two people relate; a name with an office left on it ("Executive Bo Holm") is the name."""
    if set(one) <= set(two) or set(two) <= set(one):
        return Speaker.SAME
    verdict = compare(first, second).verdict
    if verdict == "same" or (one[:-1] == two[:-1] and len(one) > 1 and one_keystroke(one[-1], two[-1])):
        return Speaker.SAME
    if one[1:] == two[1:] and len(one) > 1 and one[0][:1] == two[0][:1] and _near(one[0], two[0]):
        return Speaker.SAME  # Margret and Margaret
    if (set(one[:1]) & set(two[-1:]) and len(one) == 2) or (set(two[:1]) & set(one[-1:]) and len(two) == 2):
        return Speaker.VAGUE  # Luis Ocampo and Ocampo Vidal: the second family name may be left out
    if one[:-1] == two[:-1] and len(one) > 1 and _near(one[-1], two[-1]):
        return Speaker.VAGUE  # Farrow and Farrar: more likely one name misspelled than two people
    if len(one) == len(two) == 2 and one[1] == two[1] and one[0][:1] == two[0][:1]:
        return Speaker.VAGUE  # Lena and Laura Holm
    return Speaker.OTHER if verdict == "different" and one[-1:] != two[:1] else Speaker.VAGUE


def _near(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein  # imported where it is needed: it costs the start

    return Levenshtein.distance(one, other) <= _SLIP


def _names(who: str) -> tuple[str, ...]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", who.casefold()) if not unicodedata.combining(c))
    return tuple(word for word in _WORD.findall(folded) if word not in _SMALL)


_SMALL = frozenset(("the", "a", "an", "of", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr"))
