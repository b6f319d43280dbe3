"""Which verb or event noun a time hangs on: the trigger, its facet, its tense."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from reconcile.language.clauses import Token, Words, small
from reconcile.language.verbs import base_of, irregular_pasts
from reconcile.lexicon import words

# What it costs to reach past a comma, a conjunction, the edge of a quotation; and how far a time reaches at all.
_LIMITS = frozenset({"before", "after", "until", "since"})  # prepositions where they stand before a time
_AFTERWARDS = _LIMITS | {"following"}
_JUST = frozenset({"newly", "freshly", "long"})
_NOW = frozenset({"is", "are", "be", "being"})
_NOT = frozenset({"not", "never", "without"})
_OFF = frozenset(
    {"shortly", "just", "soon", "seconds", "minutes", "moments", "hours"}
)  # "minutes before 9 p.m."
_WHO = frozenset({"which", "who", "whose", "where"})
_COMMA, _JOINT, _WALL, _REACH = 4, 7, 16, 26
_FAR = 1000  # the cost of what lies further


class Trigger(NamedTuple):
    """A verb or noun of the facet lexicon at token `at` (the last one of several words)."""

    first: int
    at: int
    start: int
    end: int
    lemma: str
    facet: str
    noun: bool
    passive: bool = False
    modality: str = "asserted"  # planned after "will", "to", "expected to"
    negated: bool = False
    quality: bool = False  # a participle before its noun: "a hijacked ship"
    past: bool = False  # a finite past form or perfect: "signed", "was signed", "has signed"


@cache
def facet_lexicon() -> dict[str, tuple[str, str, bool]]:
    """From each form ("signed", "took effect") to its facet, its lemma, and whether it is a noun."""
    lexicon: dict[str, tuple[str, str, bool]] = {}
    for line in words("facets"):
        facet, _, entries = line.partition(":")
        for entry in entries.split():
            lemma, noun = entry.lstrip("~").replace("_", " "), entry.startswith("~")
            if lemma.endswith("+"):
                lemma = lemma[:-1]
                forms = _regular(lemma)
            elif "=" in lemma:
                lemma, _, others = lemma.partition("=")
                bare = not lemma.startswith("!")
                lemma = lemma.lstrip("!")
                forms = [lemma, *others.split(",")] if bare else others.split(",")
            else:
                forms = [lemma, lemma + "s"] if noun else [lemma]
            for form in forms:
                lexicon.setdefault(form, (facet, lemma, noun))
    return lexicon


@cache
def _openers() -> frozenset[str]:
    """The first words of the triggers of two words."""
    return frozenset(form.split()[0] for form in facet_lexicon() if " " in form)


@cache
def _telling() -> frozenset[str]:
    """The words that `find_triggers` must look at; of other words it looks only at those in "ed"."""
    seconds = (form.split()[1] for form in facet_lexicon() if " " in form)
    return frozenset((*facet_lexicon(), *seconds, *irregular_pasts(), *small("determiner")))


def _regular(lemma: str) -> list[str]:
    if lemma.endswith("e"):
        return [lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    third = "es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return [lemma, lemma + third, lemma + "ed", lemma + "ing"]


def _participle(sentence: Words, index: int) -> bool:
    """Whether the token looks like the past form of a verb that the lexicon does not have."""
    token = sentence[index]
    if not token.lower.endswith("ed") or token.lower.endswith("eed") or len(token.lower) < 5 or token.capital:
        return False
    before = sentence[index - 1] if index else None
    return (
        "-" not in token.lower
        and before is not None
        and before.word
        and before.lower not in small("determiner")
    )


def _in_name(sentence: Words, index: int) -> bool:
    """Whether the token is part of a capitalized name that goes on after it."""
    if index == 0 or index + 1 >= len(sentence) or not sentence[index].capital:
        return False
    return sentence[index + 1].capital and sentence[index - 1].word


def _planned(sentence: Words, first: int) -> bool:
    """Whether a modal ("will", "could") or "is to", "due to", "plans to" stands shortly before the verb."""
    for index in range(max(0, first - 3), first):
        lower = sentence[index].lower
        if lower in small("modal") or (
            lower == "to" and index and sentence[index - 1].lower in small("before-to")
        ):
            return True
    return False


def find_triggers(sentence: Words) -> list[Trigger]:
    """The triggers of a sentence, in order."""
    lexicon, openers, determiners = facet_lexicon(), _openers(), small("determiner")
    irregular, be, telling = irregular_pasts(), small("be"), _telling()
    found: list[Trigger] = []
    previous, behind = "", 0
    for index, (lower, word, capital, _) in enumerate(sentence):
        if not word:
            previous = ""
            continue
        if lower not in telling and lower[-2:] != "ed":
            previous, behind = lower, index
            continue
        entry = lexicon.get(f"{previous} {lower}") if previous in openers else None
        pair = entry is not None
        if entry is None:
            entry = lexicon.get(lower)
        previous_index = behind
        if lower not in determiners:
            previous, behind = lower, index  # "took that job", "left the pad"
        if entry is None:
            verb = irregular.get(lower) if not capital else None
            if verb is not None and index and sentence[index - 1].lower not in determiners:
                entry = ("other", verb, False)
            elif lower[-2:] == "ed" and _participle(sentence, index):
                entry = ("other", base_of(lower), False)
            else:
                continue
        facet, lemma, noun = entry
        if _in_name(sentence, index):
            continue  # "Concert Hall", "Summit Street"
        first = previous_index if pair else index
        before = [t.lower for t in sentence[max(0, first - 3) : first]]
        determined = bool(before) and before[-1] in determiners
        if determined and lower.endswith("ing") and _qualifies(sentence, index):
            continue  # "a burning house": a quality, no event
        if not noun and determined and not lower.endswith("ed"):
            noun = facet != "set"  # "the launch", "a strike"; but "the wounded man" keeps its participle
        if not noun and before and before[-1] in _JUST and lower.endswith(("ed", "en", "t")):
            continue  # "the newly opened bridge": a quality by now
        if pair and found and found[-1].at == previous_index:
            found.pop()
        passive = not noun and not be.isdisjoint(before)
        led = bool(before) and before[-1] in small("modal")  # "could come": no past form
        bare = lower == lemma.rsplit(" ", 1)[-1] and (led or lemma not in small("same-in-past"))
        planned = not noun and (bare or passive) and _planned(sentence, first)
        past = not (noun or planned or bare) and _NOW.isdisjoint(before) and not lower.endswith(("ing", "s"))
        negated = not _NOT.isdisjoint(before) or any(w.endswith(("n't", "n’t")) for w in before)
        found.append(
            Trigger(
                first=first,
                at=index,
                start=sentence.starts[first],
                end=sentence.end(index),
                lemma=lemma,
                facet=facet,
                noun=noun,
                passive=passive,
                modality="planned" if planned else "asserted",
                negated=negated,
                quality=determined and not noun and lower.endswith("ed") and _qualifies(sentence, index),
                past=past,
            )
        )
    return [t for t in found if not _light(sentence, t, found)]


def _light(sentence: Words, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the verb only carries an event noun of its clause: "the decision was taken", "gave a speech"."""
    if trigger.facet != "other" or trigger.lemma not in small("light"):
        return False
    for other in found:
        if not other.noun:
            continue
        low, high = sorted((trigger.at, other.at))
        between = sentence[low + 1 : high]
        near = len(between) <= (4 if other.at < trigger.at else 3)
        if near and all(
            t.word and t.lower not in small("joint") and t.lower not in small("preposition") for t in between
        ):
            return True
    return False


def _qualifies(sentence: Words, index: int) -> bool:
    """Whether the word stands before a noun that it describes."""
    if index + 1 >= len(sentence) or not sentence[index + 1].word or sentence[index + 1].capital:
        return False
    after = sentence[index + 1].lower
    return not (
        after in small("preposition")
        or after in small("joint")
        or after in small("auxiliary")
        or after in small("modal")
        or after in facet_lexicon()
    )


def governing(
    sentence: Words, triggers: Sequence[Trigger], start: int, end: int, attributive: bool = True
) -> Trigger | None:
    """The trigger that the time at `start:end` hangs on: the nearest one, by the walls between them.

    A noun that the time stands before decides ("the July 9 reception", "Tuesday's vote"); else verbs go before
    nouns, what stands before the time goes before what follows it.
    """
    if not triggers:
        return None
    first = sentence.ending_after(start)
    last = max(0, bisect_left(sentence.starts, end) - 1)
    if attributive:
        for trigger in triggers:
            if not trigger.noun or not last < trigger.at <= last + 4:
                continue
            gap = [t.lower for t in sentence[last + 1 : trigger.at]]
            if gap[:1] == [","] and sentence[last].lower.isdigit():
                gap = gap[1:]  # "the May 7, 2015, shooting"
            if all(
                w.isalnum()
                and w not in small("preposition")
                and w not in small("joint")
                and w not in small("auxiliary")
                for w in gap
            ):
                bare = first == 0 or sentence[first - 1].lower not in small("preposition")
                if bare or not gap:
                    return trigger
    best: Trigger | None = None
    least = 10_000
    follows = sentence[last + 1].lower if last + 1 < len(sentence) else ""
    roles = _roles(sentence, triggers, first)
    cost_to = _costs(sentence, first, last, triggers[0].at, triggers[-1].at, roles)
    told = triggers[-1].at > last and _told(sentence, triggers, first, roles)
    ahead = range(last + 1, triggers[-1].first)
    comma = next((index for index in ahead if sentence[index].lower == ","), len(sentence))
    limit = next((index for index in ahead if sentence[index].lower in _AFTERWARDS), len(sentence))
    off = first > 1 and sentence[first - 1].lower in _LIMITS and sentence[first - 2].lower in _OFF
    for trigger in triggers:
        if first <= trigger.at <= last:
            continue
        after = trigger.at > last
        cost = cost_to[trigger.at] + (2 if after else 0)
        if cost >= least and not trigger.noun:
            continue  # what follows only adds to it
        if trigger.quality:
            cost += _JOINT
        if after and told and comma < trigger.first:
            cost += _COMMA * 3  # "was out by noon, the chief said": a clause with a verb keeps its own time
        if trigger.noun and _through_a_name(sentence[trigger.at + 1 : first]):
            cost = 2
        elif trigger.noun:
            own = not (after or off) and _after_which(sentence, trigger.first)
            cost += 0 if own else _noun_cost(sentence[trigger.first])
        elif trigger.facet == "said" and not after:
            cost += 3  # "said the bridge was closed on Monday"; but "on Monday, she said" keeps it
        if after and limit < trigger.first:
            cost += _WALL  # "on Saturday, a day after he resigned": the resignation was on another day
        if after and follows in small("auxiliary"):
            cost += 8  # "those hurt in the blast on Sunday have died": the time belongs to the subject
        if after and not trigger.noun and sentence[trigger.at].lower.endswith("ing"):
            cost += 8  # "struck on Friday killing two": the participle does not own the time
        if after and not trigger.noun and sentence[trigger.first - 1].lower == "to":
            cost += 8  # nor does the infinitive in "met on Friday to mark the day"
        if cost < least:
            best, least = trigger, cost
    if off and best is not None and best.at < first:
        return _told_before(sentence, triggers, first) or best
    if best is not None and best.at > last and best.facet == "said":
        beside = [t for t in triggers if t.noun and t.at == first - 2 and t.facet != "said"]
        if beside and sentence[first - 1].lower in ("on", "in", "of"):
            return beside[0]  # "at the dinner on 16 May the minister said": the dinner was on that day
    return best if least <= _REACH else None


def _roles(sentence: Words, triggers: Sequence[Trigger], first: int) -> frozenset[int]:
    """Where "as" before the time opens no clause: "will replace him as chief executive on 1 October"."""
    verb = max((t.at for t in triggers if not t.noun and t.at < first), default=-1)
    return frozenset(index for index in range(verb + 1, first) if sentence[index].lower == "as")


def _told(sentence: Words, triggers: Sequence[Trigger], first: int, roles: frozenset[int]) -> bool:
    """Whether the clause that the time ends has a verb already: nothing but words stands between the two."""
    verbs = {t.at for t in triggers if not t.noun and t.facet != "said"}
    be = small("be")
    for index in range(first - 1, max(-1, first - 14), -1):
        token = sentence[index]
        joins = token.lower in small("joint") and token.lower not in _LIMITS and index not in roles
        if not token.word or joins:
            return False
        if index in verbs or token.lower in be:
            return True
    return False


def _through_a_name(between: Sequence[Token]) -> bool:
    """Whether only a name stands between a noun and the time: "signing of the Treaty of Peace and Trade on May 2".

    A name is one word, however long it is.
    """
    if len(between) < 4 or between[0].lower != "of" or between[-1].lower not in ("on", "in"):
        return False
    return all(t.capital or t.lower in ("of", "the", "and", "on", "for", ",", "-") for t in between[1:-1])


def _after_which(sentence: Words, index: int) -> bool:
    """Whether the noun follows "after a" or "following the": then the time after it is its own."""
    return any(t.lower in ("after", "following") for t in sentence[max(0, index - 3) : index])


def _told_before(sentence: Words, triggers: Sequence[Trigger], first: int) -> Trigger | None:
    """The verb that a time hangs on which is counted from another: "left after a game minutes before 9".

    It is the nearest one before that tells; what people had done before is told by the way.
    """
    for trigger in reversed([t for t in triggers if t.at < first]):
        by_the_way = trigger.first > 0 and sentence[trigger.first - 1].lower == "had"
        if not (trigger.noun or by_the_way or trigger.facet == "said"):
            return trigger
    return None


def _noun_cost(token: Token) -> int:
    """Nouns yield to verbs, but not when they name an event ("the Border War in the 1960s")."""
    return 1 if token.capital else 6


def _costs(sentence: Words, first: int, last: int, low: int, high: int, roles: frozenset[int]) -> list[int]:
    """What it costs to reach each token of `low..high` from the stretch `first..last`; `_FAR` for what is out of reach."""
    costs = [_FAR] * len(sentence)
    joints, aside = small("joint"), _aside(sentence, first)
    for way in (range(first - 1, low - 1, -1), range(last + 1, high + 1)):
        cost = 0
        for index in way:
            if index in aside:
                continue
            costs[index] = cost
            lower, word, _, _ = sentence[index]
            if not word:
                cost += _mark(lower)
            elif lower in joints and index not in roles and not (index == first - 1 and lower in _LIMITS):
                cost += _JOINT
            else:
                cost += 1
            if cost > _REACH:
                break  # what lies further is not reached
    return costs


def _aside(sentence: Words, first: int) -> range:
    """The relative clause that ends before the time: "were called to the mill, which stands empty, at noon"."""
    close = first - (2 if first and sentence[first - 1].lower in small("preposition") else 1)
    if close > 0 and sentence[close].lower == ",":
        for index in range(close - 1, max(0, close - 30), -1):
            if sentence[index].lower in _WHO and sentence[index - 1].lower == ",":
                return range(index - 1, close + 1)
    return range(0)


def _mark(mark: str) -> int:
    return _WALL if mark in '"“”' else _COMMA * 3 if mark in ";:—–" else _COMMA
