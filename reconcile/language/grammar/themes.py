"""What a trigger is about: the noun phrase that was signed, held, founded; who died."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache

from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.grammar.triggers import Trigger
from reconcile.lexicon import words

_VERBAL = small("auxiliary") | small("modal")
# Verbs whose subject comes upon something: it is the quake that struck, the bus that hit a wall.
_COMES_UPON = frozenset(
    {"strike", "hit", "slam", "plough into", "plow into", "tear through", "sweep through"}
)
# Facets of what their subject does, whatever it does it to: "left Brindle", "reached the summit".
_OWN = frozenset({"left", "arrived", "died", "resigned", "moved", "worked", "said"})
BECOMES = frozenset({"become", "take over", "take office", "take charge"})  # somebody what he becomes
_WORDS = 9  # words of the longest noun phrase that is kept


def theme(
    sentence: Words, triggers: Sequence[Trigger], trigger: Trigger, time: tuple[int, int] = (0, 0)
) -> tuple[int, int]:
    """Where the noun phrase stands that the trigger is about: what was signed, held, founded; who died.

    For a noun trigger what follows "of" or stands before it; for an active verb its object, else its subject; for a
    verb of what its subject does by itself the subject. `(0, 0)` when there is none.
    """
    after = trigger.at + 1
    clauses = Clauses(sentence, triggers)
    if trigger.noun:
        if after < len(sentence) and sentence[after].lower == "of":
            found = clauses.object(after + 1, time)
            if found[1] > time[1] or not _is_time(sentence, after + 1, time):
                return found
        return _qualifiers(sentence, trigger.first, {t.at for t in triggers if not (t.noun or t.quality)})
    said = trigger.facet == "said" and (
        trigger.lemma == "identify" or (trigger.first > 0 and not sentence[trigger.first - 1].word)
    )
    own_deed = trigger.facet in _OWN or trigger.lemma in _COMES_UPON or trigger.lemma in BECOMES
    if own_deed and not trigger.passive and not said:  # but '"We won", said the mayor', "identified the ship"
        own = clauses.subject(trigger.first, time)
        if own != (0, 0):
            return own
    if not trigger.passive:
        if trigger.lemma == "participate" and after < len(sentence) and sentence[after].lower == "in":
            after += 1
        found = clauses.object(after, time)
        if found != (0, 0) and _reflexive(sentence, found):
            return clauses.subject(trigger.first, time)  # "shot himself in the foot"
        if found != (0, 0) and not _only_says_how(sentence, trigger, found):
            return found
    return clauses.subject(trigger.first, time)


def _is_time(sentence: Words, index: int, time: tuple[int, int]) -> bool:
    """Whether the time begins at a word, or behind the article there: "the Korean War of 1950", "of the early 1950s"."""
    if index < len(sentence) and sentence[index].lower in small("determiner"):
        index += 1
    return index < len(sentence) and time[0] <= sentence.starts[index] < time[1]


def _reflexive(sentence: Words, place: tuple[int, int]) -> bool:
    """Whether an object is the subject again."""
    return sentence[sentence.ending_after(place[0])].lower in ("himself", "herself", "themselves", "itself")


def _only_says_how(sentence: Words, trigger: Trigger, found: tuple[int, int]) -> bool:
    """Whether the words behind a verb are no object: "took control", "fell 30 percent"."""
    first, last = sentence.ending_after(found[0]), sentence.ending_after(found[1] - 1)
    if sentence[first].lower[:1].isdigit() and sentence[last].lower in ("percent", "points", "cent"):
        return True
    if first == last and sentence[first].lower in _STATES:
        return True  # "was shot and pronounced dead"
    bare = first == trigger.at + 1 and not sentence[first].capital and not sentence[first].lower[:1].isdigit()
    return trigger.lemma in small("light") and bare and first == last


def subject_phrase(sentence: Words, triggers: Sequence[Trigger]) -> tuple[int, int]:
    """Where the subject of the sentence's first verb stands; `(0, 0)` when it has none."""
    finite = {t.first for t in triggers if not t.noun}
    deep = 0
    for index, token in enumerate(sentence):
        deep += (token.lower == "(") - (token.lower == ")")
        if deep == 0 and (index in finite or (index < _FIRST and token.lower in _VERBAL)):
            return Clauses(sentence, triggers).subject(index) if index else (0, 0)
    return (0, 0)


_STATES = frozenset({"dead", "alive", "guilty", "missing", "safe"})
_FIRST = 16  # words in which a sentence's first verb is looked for


def _qualifiers(sentence: Words, index: int, verbs: Set[int]) -> tuple[int, int]:
    """The words of the noun's own phrase before it: "Korean" of "the Korean War", "Ada Quill's" of "Ada Quill's visit"."""
    first = index
    while first > 0 and index - first < _WORDS:
        token = sentence[first - 1]
        lower = token.lower
        if (
            not token.word
            or (first - 1 in verbs and (lower[-3:] != "ing" or _goes_on(sentence, first - 1)))
            or lower in _VERBAL
            or lower in small("joint")
            or lower in small("preposition")
            or lower in small("further-preposition")
            or lower in small("determiner")
        ):
            break
        first -= 1
    return (sentence.starts[first], sentence.end(index - 1)) if first < index else (0, 0)


def _goes_on(sentence: Words, index: int) -> bool:
    """Whether a form in "-ing" is a verb: "are holding talks", where "a shipping conference" has none."""
    return index > 0 and sentence[index - 1].lower in small("be")


def only_ranks(said: str) -> bool:
    """Whether words before a noun say which one in a row or how bad, but nothing of whom or what: "second deadly"."""
    return all(
        word in small("ranking")
        or word in _judging()
        or word[0].isdigit()
        or (word[-3:] == "est" and len(word) > _SHORT)
        for word in said.split()
    )


_SHORT = 5


@cache
def _judging() -> frozenset[str]:
    return frozenset(word for line in words("judging_adjectives") for word in line.split())
