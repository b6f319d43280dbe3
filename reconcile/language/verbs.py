"""The past forms of irregular verbs."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import words


@cache
def irregular_pasts() -> dict[str, str]:
    """From each irregular past form ("taken", "rang") to its verb."""
    found: dict[str, str] = {}
    for line in words("irregular_verbs"):
        verb, _, forms = line.partition(":")
        found.update(dict.fromkeys(forms.split(), verb))
    return found


def past(word: str) -> bool:
    """Whether a lower-case word looks like the past form of a verb."""
    return word.endswith("ed") or word in irregular_pasts()
