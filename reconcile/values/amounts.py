"""Amounts as closed ranges with a unit: "about 200", "more than 70", "two to three dozen"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number says: from `low` to `high` (None: no bound) of `unit`; `exact` when said without a hedge.

    `point` is the figure as written (200 in "about 200", 70 in "more than 70"), None for "dozens".
    `unit` is a canonical singular ("mile", "USD", "percent", "person"), empty for a bare count.
    """

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None = None
    unit: str = ""
    hedge: str = ""  # the words that loosen it: "about", "more than", "at least", "dozens"

    @property
    def exact(self) -> bool:
        """Whether the amount is one figure, said without a hedge."""
        return self.low == self.high and self.low is not None and not self.hedge
