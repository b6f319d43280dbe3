"""Whom a pronoun means, among the persons an article names."""

from __future__ import annotations

from reconcile.claims.reading import Reading
from reconcile.language.mentions import Mention


def antecedent(reading: Reading, at: int, people: list[Mention], index: int) -> Mention | None:
    """Whom a pronoun at `at` means: the last person of its sentence, else the first of the sentence before."""
    if index < 0:
        return None
    sentence = reading.document.sentence_at(at)
    if sentence is None:
        return None
    last = people[index]
    if last.start >= sentence.start:
        return last
    if sentence.start - last.end > 400:
        return None
    earlier = reading.document.sentence_at(last.start)
    if earlier is None:
        return None
    found = last
    while index > 0 and people[index - 1].start >= earlier.start:
        index -= 1
        found = people[index]
    return found
