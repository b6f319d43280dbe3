"""How the rules on quotations word a finding."""

from __future__ import annotations

from reconcile.align.quotes.wordings import Group
from reconcile.claims.quote import QuoteClaim
from reconcile.rules.asking import named
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.quotes import in_text


def draft(
    code: str,
    kind: str,
    group: Group,
    verdict: Verdict,
    because: str = "",
    confidence: float = 0.8,
) -> Difference:
    """The difference between the two wordings of a group, and what it is when nothing accounts for it."""
    return Difference(
        rule=code,
        kind=kind,
        question=question(group.first[0], group.second[0]),
        sides=(
            DraftSide(value=f"“{group.pair.first.text.strip()}”", claims=group.first),
            DraftSide(value=f"“{group.pair.second.text.strip()}”", claims=group.second),
        ),
        verdict=verdict,
        because=because,
        confidence=confidence,
        wordings=group,
    )


def question(first: QuoteClaim, second: QuoteClaim) -> str:
    """What the two wordings answer differently."""
    who = named(first.subject or second.subject)
    return f"In which words did {who} say it?" if who else "In which words was it said?"


def said(words: tuple[str, ...], *texts: str) -> str:
    """Normalized words as one of the texts writes them, in quotation marks."""
    written = (in_text(words, text) for text in texts)
    plain = " ".join(words)
    return f"“{next((found for found in written if found != plain), plain)}”"
