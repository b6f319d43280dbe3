"""Words that only say when or how, beside a verb or in a noun phrase."""

from __future__ import annotations

from reconcile.language.grammar.clauses import Token, Words, small


def adverb(token: Token) -> bool:
    """Whether the word is an adverb in "-ly"."""
    return token.lower.endswith("ly") and not token.capital and len(token.lower) > 4


def part_of_time(token: Token) -> bool:
    """Whether the word may be the last one of a time: Monday, night, week."""
    return calendar(token) or token.lower in (
        "night",
        "morning",
        "afternoon",
        "evening",
        "week",
        "month",
        "year",
    )


def calendar(token: Token) -> bool:
    """Whether the word is a day of the week or a month."""
    return token.capital and token.lower in small("calendar")


def dated(sentence: Words, index: int) -> bool:
    """Whether the token opens a time behind a noun: "a gunman Wednesday", "three officers last month"."""
    last = index + 1 >= len(sentence)
    lower = sentence[index].lower
    if calendar(sentence[index]):
        return last or not (sentence[index + 1].capital and not calendar(sentence[index + 1]))
    early = lower in ("early", "late", "last", "this", "next", "earlier", "later")
    return early and not last and part_of_time(sentence[index + 1])


def day(sentence: Words, index: int) -> bool:
    """Whether the token belongs to a day that stands before its verb: "the board on Monday", "was last night"."""
    lower, after = sentence[index].lower, sentence[index + 1]
    if lower.isdigit() and len(lower) < 3 and calendar(sentence[index - 1]):
        return True  # "on May 7"
    if calendar(sentence[index]) or (lower in ("on", "last", "this", "next") and part_of_time(after)):
        return True
    return part_of_time(sentence[index]) and sentence[index - 1].lower in ("last", "this", "next")
