"""The verbs and event nouns that a time can hang on: the triggers of a sentence, each with its facet and its tense."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import compress, count
from operator import itemgetter
from typing import NamedTuple

from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.verbs import base_of, irregular_pasts
from reconcile.language.memo import Memo
from reconcile.lexicon import words

_JUST = frozenset({"newly", "freshly", "long"})
_NOW = frozenset({"is", "are", "be", "being"})
_STEPS = frozenset(
    {"mile", "km", "kilometre", "kilometer", "metre", "meter", "yard", "lap", "minute", "second"}
)
_NOT = frozenset({"not", "never", "without"})


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
def _event_nouns() -> frozenset[str]:
    """The nouns of the lexicon, in the singular and the plural."""
    listed = (e.lstrip("~") for line in words("facets") for e in line.split()[1:] if e.startswith("~"))
    return frozenset(form for noun in listed for form in (noun, noun + "s"))


@cache
def _openers() -> frozenset[str]:
    """The first words of the triggers of two words."""
    return frozenset(form.split()[0] for form in facet_lexicon() if " " in form)


@cache
def _forms() -> frozenset[str]:
    """The words that make a trigger, alone or as the second of two; others may when they end in "ed"."""
    seconds = (form.split()[1] for form in facet_lexicon() if " " in form)
    return frozenset((*facet_lexicon(), *seconds, *irregular_pasts()))


def _tells(lower: str) -> bool:
    return lower.endswith("ed") or lower in _forms()


_telling = Memo(_tells)
_LOWER = itemgetter(0)


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
    return "-" not in token.lower and before is not None and before.lower not in small("determiner")


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
    irregular, be = irregular_pasts(), small("be")
    found: list[Trigger] = []
    for index in compress(count(), map(_telling.__getitem__, map(_LOWER, sentence))):
        lower, word, capital, _ = sentence[index]
        if not word:
            continue
        behind = index - 1
        while behind > 0 and sentence[behind].lower in determiners:
            behind -= 1  # "took that job", "left the pad"
        previous = sentence[behind].lower if behind >= 0 and sentence[behind].word else ""
        entry = lexicon.get(f"{previous} {lower}") if previous in openers else None
        pair = entry is not None
        if entry is None:
            entry = lexicon.get(lower)
        if entry is None:
            verb = irregular.get(lower) if not capital else None
            if verb is not None and index and sentence[index - 1].lower not in determiners:
                entry = ("other", verb, False)
            elif lower[-2:] == "ed" and _participle(sentence, index):
                entry = ("other", base_of(lower), False)
            else:
                continue
        facet, lemma, noun = entry
        if facet == "begun" and index + 2 < len(sentence) and sentence[index + 1].lower == "to":
            began = sentence[index + 2].lower
            if sentence[index + 2].word and began not in determiners and began not in lexicon:
                facet, lemma = "other", began  # "began to feel ill": what began is the feeling
        if _in_name(sentence, index):
            continue  # "Concert Hall", "Summit Street"
        first = behind if pair else index
        before = [t.lower for t in sentence[max(0, first - 3) : first]]
        determined = bool(before) and before[-1] in determiners
        if determined and before[1:2] == ["from"] and before[0].rstrip("s") in _STEPS:
            continue  # "two miles from the finish": a place
        if determined and lower.endswith("ing") and _qualifies(sentence, index):
            continue  # "a burning house": a quality, no event
        if not noun and determined and not lower.endswith("ed"):
            noun = facet != "set"  # "the launch", "a strike"; but "the wounded man" keeps its participle
        elif not (noun or pair) and _no_verb(sentence, first, index, lower, lemma):
            if lower not in _event_nouns() or _qualifies(sentence, index):
                continue  # "looked for signs", "a murder suspect", "live music"
            noun = True  # "hurt in raids", "an urgent request"
        if not noun and before and before[-1] in _JUST and lower.endswith(("ed", "en", "t")):
            continue  # "the newly opened bridge": a quality by now
        if pair and found and found[-1].at == behind:
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


def _no_verb(sentence: Words, first: int, index: int, lower: str, lemma: str) -> bool:
    """Whether a form that a noun or an adjective may share stands where no verb can: "in raids", "a quadruple murder"."""
    bare = lower == lemma
    if not (bare or lower == lemma + "s") or lemma in small("same-in-past"):
        return False
    at = first - 1
    while at >= 0 and (
        sentence[at].lower[-2:] == "ly" or sentence[at].lower in ("not", "also", "never", "still")
    ):
        at -= 1
    if at < 0 or not sentence[at].word:
        return False
    before, _, capital, _ = sentence[at]
    if (before in small("preposition") and not (before == "to" and bare)) or before in small("quantifier"):
        return True
    if (
        not bare
        or capital
        or before in small("joint")
        or before in small("modal")
        or before in small("licensing")
    ):
        return False
    return before[-1] != "s" and before[-3:] != "n't"


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
