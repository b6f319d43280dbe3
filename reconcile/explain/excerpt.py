"""One article quotes part of what another quotes.

Accounts for a quotation that stands word for word inside another, or that an ellipsis or a bracket shortens, and for a
statement that goes on in one article where the other stops. Words that are missing without a mark stay a tension: the
reader cannot see that the quotation is shorter.
"""

from __future__ import annotations

from reconcile.align.quotes.wordings import Group, Wording
from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile.rules.quoting import said
from reconcile.values.quotes import Edit

REASON = "excerpt"
ORDER = 75


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two wordings of which one is part of the other."""
    group = pair.wordings
    if group is None:
        return None
    short, long = sorted((group.pair.first, group.pair.second), key=lambda said: len(said.words))
    if group.wording is Wording.EXCERPT:
        ends = group.pair.words.head, group.pair.words.tail
        how = "has words in common with" if _both_sided(ends) else "is part of"
        because = f"“{short.text.strip()}” {how} what the other quotes: “{long.text.strip()}”."
        return Explanation("explained", REASON, because, 0.8)
    if group.wording is Wording.CONTINUED:
        rest = max((" ".join(c.value for c in claims) for claims in (group.first, group.second)), key=len)
        return Explanation("explained", REASON, f"One article stops where the other goes on: “{rest}”.", 0.8)
    if group.wording is Wording.CUT:
        lost = " and ".join(said(words, short.text, long.text) for words in _missing(group))
        because = f"{lost} stands in one printing and is missing in the other, without an ellipsis."
        return Explanation("tension", REASON, because, 0.8)
    return None


def _both_sided(ends: tuple[Edit, Edit]) -> bool:
    """Whether each printing has an end that the other lacks: the one begins where the other has gone on already."""
    return any(edit.first for edit in ends) and any(edit.second for edit in ends)


def _missing(group: Group) -> list[tuple[str, ...]]:
    words = group.pair.words
    inner = [edit.first or edit.second for edit in words.edits if not edit.marked]
    return inner or [words.tail.first or words.tail.second]
