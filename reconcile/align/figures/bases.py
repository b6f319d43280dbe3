"""The whole that a sentence takes a share of: "a third of the plant's 600 workers" are not 600 of anything that happened."""

from __future__ import annotations

import re

from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex

_SHARE_OF = regex(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|tenths?|most|many|some|few|part|majority|per\s?cent|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)|\d+)%?"
    r"\s(?:out\s)?of\s(?:(?:all|more\sthan|the|its|his|her|their|our|this|these|those)\s)*(?:[\w’'-]+['’]s?\s)?(?:(?:about|roughly|nearly|almost|some|estimated)\s)?\Z"
    r"|\d%\sof\s(?:(?:the|its|his|her|their)\s)?(?:[\w’'-]+['’]s?\s)?\Z",
    re.I,
    holds=" of ",
)
_NEAR = 60  # characters before a figure in which its share may stand


def base(claim: QuantityClaim) -> bool:
    """Whether the figure is the whole of which its sentence tells a share."""
    start = claim.span.start - claim.sentence_start
    return _SHARE_OF.search(claim.sentence, max(0, start - _NEAR), start) is not None


def base_and_part(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether one figure is the whole that its sentence takes a share of, and the other, a smaller one, is none."""
    for whole, other in ((first, second), (second, first)):
        size, few = whole.value.point or whole.value.low, other.value.point or other.value.low
        if size is not None and few is not None and few < size and base(whole) and not base(other):
            return True
    return False
