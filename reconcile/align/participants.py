"""What is asked about the participants of an event."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import words


def asked(event: str, first: str, second: str) -> str:
    """The question that two participants of one class of events answer: "Who was sent off, Ivo or Georg?"."""
    return f"{_questions().get(event, 'Who took part?').rstrip('?')}, {first} or {second}?"


@cache
def _questions() -> dict[str, str]:
    found = (line.partition(":") for line in words("participation_questions"))
    return {name.strip(): question.strip() for name, _, question in found}
