"""What a trigger is about: the noun phrase that was signed, held, founded; who died."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.clauses import Token, Words, small
from reconcile.language.triggers import Trigger

_ADVERBS = frozenset(
    {"only", "again", "down", "up", "back", "out", "there", "here", "early", "late", "just", "later"}
)
_VERBAL = small("auxiliary") | small("modal")
_LINKING = small("preposition") | small("joint")
# Facets of what their subject does, whatever it does it to: "left Brindle", "reached the summit".
_OWN = frozenset({"left", "arrived", "died", "resigned", "moved", "worked"})
_RELATIVE = frozenset({"who", "which", "that"})
_ASIDE = 14  # words of the longest aside that a subject is looked for behind
_LONGEST = 16  # words of the longest subject with all that hangs on it
_WORDS = 9  # words of the longest noun phrase that is kept
_BETWEEN = frozenset(
    [
        "came",
        "come",
        "comes",
        "enter",
        "enters",
        "entered",
        "not",
        "also",
        "then",
        "later",
        "first",
        "to",
        "now",
        "still",
        "already",
        "just",
        "since",
        "never",
        "soon",
        "again",
        "once",
        "both",
        "all",
    ]
)


def theme(text: str, sentence: Words, trigger: Trigger, time: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Where the noun phrase stands that the trigger is about: what was signed, held, founded; who died.

    For a noun trigger what follows "of" or stands before it; for an active verb its object, else its subject.
    `(0, 0)` when there is none.
    """
    after = trigger.at + 1
    if trigger.noun:
        if after < len(sentence) and sentence[after].lower == "of":
            return _phrase(sentence, after + 1)
        return _qualifiers(sentence, trigger.first)
    if trigger.facet in _OWN and not trigger.passive:
        own = _phrase_before(sentence, trigger.first)
        if own != (0, 0):
            return own
    if not trigger.passive:
        if trigger.lemma == "participate" and after < len(sentence) and sentence[after].lower == "in":
            after += 1
        found = _phrase(sentence, after)
        timed = found[0] < time[1] and time[0] <= found[0]  # "died Saturday" has no object
        if found != (0, 0) and not timed and sentence[after].lower not in small("pronoun"):
            return found
    return _phrase_before(sentence, trigger.first)


def subject_phrase(sentence: Words, triggers: Sequence[Trigger]) -> tuple[int, int]:
    """Where the subject of the sentence's first verb stands; `(0, 0)` when it has none."""
    verbs = [t.first for t in triggers if not t.noun]
    verbs += [i for i, token in enumerate(sentence[:_LONGEST]) if token.lower in _VERBAL][:1]
    return _phrase_before(sentence, min(verbs)) if verbs and min(verbs) > 0 else (0, 0)


def _phrase(sentence: Words, index: int) -> tuple[int, int]:
    while index < len(sentence) and _adverb(sentence[index]):
        index += 1  # "occurred peacefully", "shortly before noon"
    if index < len(sentence) and sentence[index].lower in _ADVERBS:
        return (0, 0)
    if index >= len(sentence) or not sentence[index].word or sentence[index].lower in _LINKING:
        return (0, 0)
    start = end = sentence.starts[index]
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
            end = sentence.end(index)
        elif seen == 0:
            start = sentence.starts[index + 1] if index + 1 < len(sentence) else start
        seen += 1
        index += 1
    return (start, end) if end > start else (0, 0)


def _adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital


def _skipped(sentence: Words, index: int) -> int:
    """The last token up to `index` that is no auxiliary, particle or adverb."""
    while index > 0 and (
        sentence[index].lower in _BETWEEN
        or sentence[index].lower in _VERBAL
        or _adverb(sentence[index])
        or _foreseen(sentence, index)
    ):
        index -= 1
    return index


def _foreseen(sentence: Words, index: int) -> bool:
    """Whether the token only says that what follows is to come: "is set to sign", "was expected to leave"."""
    said = sentence[index].lower in small("before-to") and sentence[index + 1].lower == "to"
    return said and sentence[index - 1].lower in small("be")


def _qualifiers(sentence: Words, index: int) -> tuple[int, int]:
    """The words of the noun's own phrase before it: "Korean" of "the Korean War", "Ada Quill's" of "Ada Quill's visit"."""
    first = index
    while first > 0 and index - first < _WORDS:
        token = sentence[first - 1]
        lower = token.lower
        if (
            not token.word
            or lower in _VERBAL
            or lower in small("joint")
            or lower in small("preposition")
            or lower in small("determiner")
        ):
            break
        first -= 1
    return (sentence.starts[first], sentence.end(index - 1)) if first < index else (0, 0)


def _before_aside(sentence: Words, comma: int) -> int:
    """Where the phrase ends that an aside closed by `comma` hangs on, else what stands before the comma.

    "The pact, which all praised, expired"; "the Tern, launched in 1884, sank"; "the mayor, Ada Moss, signed".
    """
    for at in range(comma - 1, max(0, comma - _ASIDE), -1):
        if sentence[at].lower in ";:—–":
            break
        if sentence[at].lower == "," and sentence[at - 1].word:
            return at - 1
    return comma - 1


def _stretch(sentence: Words, index: int) -> int:
    """Where the words begin that lead up to `index` without a mark, a conjunction or a verb between them."""
    first = index
    while first > 0 and index - first < _LONGEST:
        token = sentence[first - 1]
        if not token.word or token.lower in small("joint") or token.lower in _VERBAL:
            break
        first -= 1
    return first


def _phrase_before(sentence: Words, index: int) -> tuple[int, int]:
    """The noun phrase that is the subject of the verb at `index`."""
    index = _skipped(sentence, index - 1)
    relative = index >= 1 and sentence[index].lower in _RELATIVE
    if relative:
        index -= 1  # "the pact that was signed", "the pact, which was signed"
        if sentence[index].lower == ",":
            index -= 1
    while index >= 1 and sentence[index].lower in '"”':
        index -= 1  # "The Lamp," painted in 1710
    if index >= 1 and sentence[index].lower == ",":
        index = _skipped(sentence, _before_aside(sentence, index))
    if index < 0 or not sentence[index].word:
        return (0, 0)
    first = _stretch(sentence, index)
    if (
        first >= 3
        and sentence[first - 1].lower in small("auxiliary")
        and sentence[first - 2].lower in _RELATIVE
    ):
        index = first - 3  # "the pact that was signed in June expired"
        if sentence[index].lower == ",":
            index -= 1
        first = _stretch(sentence, index)
    if first == index and sentence[index].lower in small("joint") | small("auxiliary"):
        return (0, 0)
    if relative and (
        sentence[first].lower in small("pronoun") or (first and sentence[first - 1].lower in _VERBAL)
    ):
        first = _governed(
            sentence, first, index
        )  # "were sold at the festival, which opened"; "they met at a house that"
    return _subject(sentence, first, index)


def _governed(sentence: Words, first: int, last: int) -> int:
    """Where the words begin that the last preposition of `first..last` governs; `first` when it has none."""
    found = (i for i in range(last, first, -1) if sentence[i - 1].lower in small("preposition") - {"of"})
    return next(found, first)


def _subject(sentence: Words, first: int, last: int) -> tuple[int, int]:
    """The first noun phrase of `first..last` that no preposition governs: "A ferry" of "A ferry from Brindle"."""
    prepositions, determiners = small("preposition"), small("determiner")
    pieces: list[tuple[int, int, bool]] = []  # first and last word, whether a preposition governs it
    start, governed = first, False
    for index in range(first, last + 2):
        token = sentence[index] if index <= last else None
        lower = token.lower if token else ""
        parts = token is None or (
            (lower in prepositions and lower not in ("of", "between"))
            or (index > start and lower in determiners and sentence[index - 1].lower not in prepositions)
            or (index > start and _calendar(sentence[index - 1]) and not _calendar(sentence[index]))
        )
        if not parts:
            continue
        if index > start and not (governed is False and _counts_time(sentence[index - 1])):
            pieces.append((start, index - 1, governed))
        governed = bool(lower) and lower in prepositions
        start = index + 1 if governed else index
    free = [piece for piece in pieces if not piece[2]]
    chosen = free[0] if free else pieces[-1] if pieces else None
    if chosen is None:
        return (0, 0)
    begin, end, _ = chosen
    while begin < end and sentence[begin].lower in determiners:
        begin += 1
    if end - begin >= _WORDS:
        begin = end - _WORDS + 1
    return (sentence.starts[begin], sentence.end(end))


def _calendar(token: Token) -> bool:
    return token.capital and token.lower in small("calendar")


def _counts_time(token: Token) -> bool:
    return token.lower in small("stretch")
