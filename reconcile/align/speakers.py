"""Whether two speakers are one: by name, with structure; roles and bodies without names decide little."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from rapidfuzz.distance import JaroWinkler

from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.quote import QuoteClaim


class Speaker(StrEnum):
    """How the speakers of two claims relate."""

    SAME = "same"
    OTHER = "other"  # two people of different names
    VAGUE = "vague"  # one of them is a role, a body or nobody: they may be one


_WORD = re.compile(r"[^\W\d_]+")


def relation(first: QuoteClaim | AttributionClaim, second: QuoteClaim | AttributionClaim) -> Speaker:
    """How the speakers of two claims relate, by their fullest names."""
    if not first.subject or not second.subject:
        return Speaker.VAGUE
    one, two = _names(first.subject), _names(second.subject)
    if one == two:
        return Speaker.SAME if first.speaker_kind != "role" else Speaker.VAGUE
    if first.speaker_kind == second.speaker_kind == "person":
        return _persons(one, two)
    if (
        one
        and two
        and (set(one) <= set(two) or set(two) <= set(one))
        and "role" not in (first.speaker_kind, second.speaker_kind)
    ):
        return Speaker.SAME
    return Speaker.VAGUE


def _persons(one: tuple[str, ...], two: tuple[str, ...]) -> Speaker:
    if not one or not two:
        return Speaker.VAGUE
    if set(one) <= set(two) or set(two) <= set(one):
        return Speaker.SAME
    if one[-1] == two[-1] or _alike(one[-1], two[-1]):
        if len(one) == 1 or len(two) == 1 or one[0][0] == two[0][0] or _alike(one[0], two[0]):
            return Speaker.SAME
        return Speaker.OTHER  # one family name, two given names
    if "".join(one) == "".join(two) or sorted(one) == sorted(two):
        return Speaker.SAME
    return Speaker.VAGUE if set(one) & set(two) else Speaker.OTHER


def _alike(one: str, two: str) -> bool:
    """Whether two names are spellings of one, or nearly: Oleksandr and Alexander."""
    return float(JaroWinkler.similarity(one, two)) >= 0.88 or (
        len(one) > 5 and len(two) > 5 and one[-4:] == two[-4:] and abs(len(one) - len(two)) <= 1
    )


def _names(who: str) -> tuple[str, ...]:
    folded = "".join(c for c in unicodedata.normalize("NFKD", who.casefold()) if not unicodedata.combining(c))
    return tuple(word for word in _WORD.findall(folded) if word not in _SMALL)


_SMALL = frozenset(("the", "a", "an", "of", "jr", "sr", "ii", "iii", "mr", "mrs", "ms", "dr"))
