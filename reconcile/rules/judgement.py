"""What a pair of values comes to."""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.rules.difference import Verdict


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a pair of figures comes to."""

    verdict: Verdict
    reason: str | None
    because: str
