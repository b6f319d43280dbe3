"""Wind claims: how hard it blew, on the Beaufort scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.values.records import record

TYPE = "wind"

_FORCE = re.compile(r"\b(gusts of )?force (\d{1,2})\b")


@record
class WindClaim(Claim):
    """That the wind reached `force`."""

    type: Literal["wind"] = "wind"
    force: int
    gusts: bool = False

    def __str__(self) -> str:
        """As a reader would say it."""
        return f"{'gusts of ' if self.gusts else ''}force {self.force}"


def extract(reading: Reading) -> Iterator[WindClaim]:
    """Yields the wind claims of an article."""
    for found in _FORCE.finditer(reading.text):
        yield reading.claim(WindClaim, found.start(), found.end(), force=int(found[2]), gusts=bool(found[1]))
