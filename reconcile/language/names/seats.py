"""The place inside a word that says where a house is at home: "the Basle-based maker"."""

from __future__ import annotations

from reconcile.language.names.casing import Run, Word
from reconcile.language.names.gazetteer import place_named


def seat(run: Run, index: int) -> list[Word]:
    """The words of the known place that the word at `index` ends: "Basle-based", "New York-based"; none for another."""
    start, _, written, plain = run.words[index]
    long = len(written) - len("-based")
    if plain.endswith("-based"):
        for size in range(min(2, index), -1, -1):
            words = [*run.words[index - size : index], (start, start + long, written[:long], plain[:long])]
            if words[0][3] != "the" and place_named(" ".join(word[2] for word in words)) is not None:
                return words
    return []
