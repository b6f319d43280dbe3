"""Ages of the youngest and the oldest of several: "the youngest was 21, the oldest 58", "the oldest being a man of 90"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reconcile.language.ages.parts import AgeMention, aged, in_years, years_said
from reconcile.values.regex import regex

_END = regex(
    r"\b[Tt]he\s(?:youngest|oldest|eldest)(?P<whom>\s(?:of\s(?:them|(?:the|those)\s(?:[a-z]+\s)?[a-z]+)|victim|casualty|patient|passenger|suspect|resident|survivor|one))?"
    r"(?:,\s(?:an?|the)\s[a-z][a-z\s-]{1,30},)?"
    r"(?P<verb>,?\s(?:was|is|being|were|had\sbeen))?(?:\s(?:an?|the)\s(?:[a-z-]+\s)?(?:boy|girl|man|woman|child|baby|pensioner|teenager|patient|resident)\s(?:of|aged))?"
    r"(?:\s(?:aged|age|just|only|barely|about|already))?,?\s(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?:\s(?:years\sold|years\sof\sage))?(?=[.,;)]|\s(?:and|but|while|when|at)\b|\s?\Z)",
    holds="youngest|oldest|eldest",
)
_SENTENCE = regex(r"[.!?]\s")


def ends_aged(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Yields the ages of the youngest and the oldest; one without a verb only beside another of its sentence."""
    found = [(match, years_said(match.group("age"))) for match in _END.finditer(text)]
    ends = [(match, age) for match, age in found if age is not None and not age % 1]
    linked = [_SENTENCE.search(text, a.start(), b.start()) is None for (a, _), (b, _) in pairwise(ends)]
    for (match, age), before, behind in zip(ends, [False, *linked], [*linked, False], strict=False):
        if match.group("verb") or before or behind:
            yield aged(match.start(), match.end(), in_years(age), None, ""), match.start(), match.end()
