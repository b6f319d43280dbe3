"""What a trigger is about: the noun phrase that was signed, held, founded; who died."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.clauses import Token, small
from reconcile.language.triggers import Trigger

_ADVERBS = frozenset(
    {"only", "again", "down", "up", "back", "out", "there", "here", "early", "late", "just", "later"}
)
_BETWEEN = frozenset(
    {"came", "come", "comes", "enter", "enters", "entered", "not", "also", "then", "later", "first", "to"}
)


def theme(
    text: str, sentence: Sequence[Token], trigger: Trigger, time: tuple[int, int] = (0, 0)
) -> tuple[int, int]:
    """Where the noun phrase stands that the trigger is about: what was signed, held, founded; who died.

    For a noun trigger what follows "of" or stands before it; for an active verb its object, else its subject.
    `(0, 0)` when there is none.
    """
    after = trigger.index + 1
    if trigger.noun:
        if after < len(sentence) and sentence[after].lower == "of":
            return _phrase(sentence, after + 1)
        return _phrase_before(sentence, trigger.first)
    if not trigger.passive:
        if trigger.lemma == "participate" and after < len(sentence) and sentence[after].lower == "in":
            after += 1
        found = _phrase(sentence, after)
        timed = found[0] < time[1] and time[0] <= found[0]  # "died Saturday" has no object
        if found != (0, 0) and not timed and sentence[after].lower not in small("pronoun"):
            return found
    return _phrase_before(sentence, trigger.first)


def _phrase(sentence: Sequence[Token], index: int) -> tuple[int, int]:
    if index < len(sentence) and sentence[index].lower in _ADVERBS:
        return (0, 0)
    if (
        index >= len(sentence)
        or not sentence[index].word
        or sentence[index].lower in small("preposition") | small("joint")
    ):
        return (0, 0)
    start = end = sentence[index].start
    seen = 0
    while index < len(sentence) and sentence[index].word and seen < 9:
        lower = sentence[index].lower
        if (
            lower in small("joint")
            or lower in small("auxiliary")
            or (lower in small("preposition") and lower != "of")
        ):
            break
        if not (seen == 0 and lower in small("determiner")):
            end = sentence[index].end
        elif seen == 0:
            start = sentence[index + 1].start if index + 1 < len(sentence) else start
        seen += 1
        index += 1
    return (start, end) if end > start else (0, 0)


def _adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital


def _skipped(sentence: Sequence[Token], index: int) -> int:
    """The last token up to `index` that is no auxiliary, particle or adverb."""
    while index > 0 and (
        sentence[index].lower in _BETWEEN
        or sentence[index].lower in small("auxiliary")
        or _adverb(sentence[index])
    ):
        index -= 1
    return index


def _before_aside(sentence: Sequence[Token], index: int) -> int:
    """Where the phrase ends that a "which" clause up to `index` hangs on: "the pact, which all praised, expired"."""
    for at in range(index, max(0, index - 14), -1):
        if sentence[at].lower == ",":
            return index
        if sentence[at].lower in ("which", "who") and sentence[at - 1].lower == ",":
            return at - 2
    return index


def _phrase_before(sentence: Sequence[Token], index: int) -> tuple[int, int]:
    index = _skipped(sentence, index - 1)
    if index >= 2 and sentence[index].lower in ("which", "that") and sentence[index - 1].lower == ",":
        index -= 1  # "the pact, which was signed on 2 March"
    while index >= 1 and sentence[index].lower in '"”':
        index -= 1  # "The Lamp," painted in 1710
    if index >= 1 and sentence[index].lower == ",":
        index -= 1  # "the boards, meeting on 2 March"
        if index >= 2 and sentence[index].lower.isdigit() and sentence[index - 1].lower == ",":
            index -= 2  # "Ada Quill, 22, was booked"
        index = _skipped(sentence, _before_aside(sentence, index))
    end = start = sentence[index].end if index >= 0 else 0
    seen = 0
    while index >= 0 and sentence[index].word and seen < 9:
        lower = sentence[index].lower
        if (
            lower in small("joint")
            or lower in small("auxiliary")
            or (lower in small("preposition") and lower not in ("of", "between"))
        ):
            break
        if lower not in small("determiner"):
            start = sentence[index].start
        seen += 1
        index -= 1
    return (start, end) if end > start else (0, 0)
