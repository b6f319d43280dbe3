"""What is asked about the participants of an event."""

from __future__ import annotations

from functools import cache

from reconcile.claims.deeds.doing import deeds
from reconcile.lexicon import words


def asked(event: str, first: str, second: str) -> str:
    """The question that two participants of one class of events answer: "Who was sent off, Ivo or Georg?"."""
    deed = deeds().get(event)
    usual = (
        f"Who {deed.past} them?"
        if deed is not None and deed.persons
        else "Who did it?"
        if deed
        else "Who took part?"
    )
    return f"{_questions().get(event, usual).rstrip('?')}, {first} or {second}?"


@cache
def _questions() -> dict[str, str]:
    found = (line.partition(":") for line in words("participation_questions"))
    return {name.strip(): question.strip() for name, _, question in found}
