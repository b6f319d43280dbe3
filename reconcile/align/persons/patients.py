"""Sentences on an outbreak, which has many patients: what they tell of somebody without a name need not be of one."""

from __future__ import annotations

import re

from reconcile.claims.claim import Claim
from reconcile.values.regex import regex

_ILL = regex(
    r"\b(?:infect(?:ed|ion)|tested (?:positive|negative)|diagnosed|contracted|caught|virus|flu|fever|cholera|measles"
    r"|coronavirus|outbreak|disease|cases?|symptoms|quarantined?|isolation)\b",
    re.I,
)


def many_patients(first: Claim, second: Claim) -> bool:
    """Whether the sentences of both claims speak of an illness that spreads."""
    return all(_ILL.search(claim.sentence) is not None for claim in (first, second))
