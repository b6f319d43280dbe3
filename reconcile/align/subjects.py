"""Whether two phrases can speak of one thing: their telling words, with near-synonyms made one."""

from __future__ import annotations

from reconcile.align.senses import senses


def telling(phrase: str) -> frozenset[str]:
    """The senses of the phrase's words, without the commonest."""
    return senses(phrase)


def agree(first: str, second: str) -> bool:
    """Whether one phrase's telling words include the other's, or at least half of each is shared."""
    a, b = telling(first), telling(second)
    if not a or not b:
        return False
    shared = len(a & b)
    return shared == min(len(a), len(b)) or shared * 2 >= max(len(a), len(b))
