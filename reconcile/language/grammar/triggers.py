"""The verbs and event nouns that a time can hang on: the triggers of a sentence, each with its facet and its tense."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reconcile.language.grammar.clauses import Token, Words, small
from reconcile.language.grammar.facets import event_nouns, facet_lexicon, openers
from reconcile.language.grammar.timewords import calendar
from reconcile.language.grammar.verbs import base_of, irregular_pasts
from reconcile.values.regex import regex
from reconcile.values.roles import offices

_JUST = frozenset({"newly", "freshly", "long"})
_NOW = frozenset({"is", "are", "be", "being"})
_STEPS = frozenset(
    {"mile", "km", "kilometre", "kilometer", "metre", "meter", "yard", "lap", "minute", "second"}
)
_HELD_ON = frozenset({"on", "of", "to", "with", "from"})
_WAS = frozenset({"was", "were"})
_NOT, _N_T = frozenset({"not", "never", "without"}), frozenset({"n't", "n’t"})


@dataclass(slots=True, eq=False, repr=False)
class Trigger:
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


def _participle(sentence: Words, index: int) -> bool:
    """Whether the token looks like the past form of a verb that the lexicon does not have."""
    token = sentence[index]
    if not token.lower.endswith("ed") or token.lower.endswith("eed") or len(token.lower) < 5 or token.capital:
        return False
    before = sentence[index - 1] if index else None
    return "-" not in token.lower and before is not None and before.lower not in small("determiner")


def _in_name(sentence: Words, index: int) -> bool:
    """Whether the token, which has a capital, is part of a name that goes on after it."""
    if index == 0 or index + 1 >= len(sentence):
        return False
    return sentence[index + 1].capital and (sentence[index - 1].word or sentence[index - 1].lower == ",")


def _planned(sentence: Words, first: int) -> bool:
    """Whether a modal ("will", "could") or "is to", "due to", "plans to" stands shortly before the verb."""
    for index in range(first - 1, max(-1, first - 4), -1):
        lower = sentence[index].lower
        if lower in small("modal") or (
            lower == "to" and index and sentence[index - 1].lower in small("before-to")
        ):
            return True
        if lower in _WAS:
            return False  # "the plug would hold was laid": the modal is another verb's
    return False


def find_triggers(sentence: Words) -> list[Trigger]:
    """The triggers of a sentence, in order."""
    lexicon, opening, determiners = facet_lexicon(), openers(), small("determiner")
    irregular, be = irregular_pasts(), small("be")
    found: list[Trigger] = []
    for index in [at for at, token in enumerate(sentence) if token.tells]:
        lower, capital = sentence[index].lower, sentence[index].capital
        behind = index - 1
        while behind > 0 and sentence[behind].lower in determiners:
            behind -= 1  # "took that job", "left the pad"
        previous = sentence[behind].lower if behind >= 0 and sentence[behind].word else ""
        entry = lexicon.get(f"{previous} {lower}") if previous in opening else None
        pair = entry is not None
        if entry is None:
            entry = lexicon.get(lower)
        if entry is None:
            verb = irregular.get(lower) if not capital else None
            if verb is not None and index and sentence[index - 1].lower in small("modal"):
                verb = lower  # "will lay" is no past form of "lie"
            if verb is not None and index and sentence[index - 1].lower not in determiners:
                entry = ("other", verb, False)
            elif lower[-2:] == "ed" and _participle(sentence, index):
                entry = ("other", base_of(lower), False)
            else:
                continue
        facet, lemma, noun = entry
        if noun and lower[-3:] == "ing" and _does(sentence, index):
            noun, lemma = False, base_of(f"{lower[:-3]}ed")  # "charged with shooting three men on Friday"
        if not noun and lemma in _BY_OBJECT:
            facet, lemma = _by_object(sentence, index, lemma, facet)
        if facet == "begun" and index + 2 < len(sentence) and sentence[index + 1].lower == "to":
            began = sentence[index + 2].lower
            if sentence[index + 2].word and began not in determiners and began not in lexicon:
                facet, lemma = "other", began  # "began to feel ill": what began is the feeling
        if (capital and _in_name(sentence, index)) or (lower == "sale" and previous == "for"):
            continue  # "Concert Hall", "Summit Street"; "a home for sale"
        first = behind if pair else index
        before = [t.lower for t in sentence[max(0, first - 3) : first]]
        determined = bool(before) and before[-1] in determiners
        if determined and before[1:2] == ["from"] and before[0].rstrip("s") in _STEPS:
            continue  # "two miles from the finish": a place
        if before[-1:] == ["the"] and lower.endswith("ed") and not noun and _alone(sentence, index):
            continue  # "visited the wounded on Monday": people
        if determined and lower.endswith("ing") and _qualifies(sentence, index):
            continue  # "a burning house": a quality, no event
        if not noun and lower == lemma and not determined and index and _owned(sentence[index - 1]):
            noun = True  # "Friday's crash"
        if not noun and determined and not lower.endswith("ed"):
            noun = facet != "set"  # "the launch", "a strike"; but "the wounded man" keeps its participle
        elif not (noun or pair) and _no_verb(sentence, first, index, lower, lemma):
            if lower not in event_nouns() or _qualifies(sentence, index):
                continue  # "looked for signs", "a murder suspect", "live music"
            noun = True  # "hurt in raids", "an urgent request"
        if noun and _names_body(sentence, index, lower):
            continue  # "the head of the prison service", "the fire brigade"
        if not noun and before and before[-1] in _JUST and lower.endswith(("ed", "en", "t")):
            continue  # "the newly opened bridge": a quality by now
        led_by = [word for word in before if word[-2:] != "ly"]
        if not (noun or pair) and led_by[-1:] == ["found"] and found and found[-1].lemma == "find":
            continue  # "was found badly injured": when, is told of the finding
        if pair and found and found[-1].at == behind:
            found.pop()
        passive = not noun and not be.isdisjoint(before)
        led = bool(before) and before[-1] in small("modal")  # "could come": no past form
        form, verb = (previous, lemma.partition(" ")[0]) if pair else (lower, lemma.rsplit(" ", 1)[-1])
        bare = form == verb and (led or verb not in small("same-in-past"))
        planned = not noun and (bare or passive) and _planned(sentence, first)
        past = not (noun or planned or bare) and _NOW.isdisjoint(before) and not form.endswith(("ing", "s"))
        negated = not (_NOT.isdisjoint(before) and _N_T.isdisjoint([word[-3:] for word in before]))
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
                quality=determined and not noun and lower.endswith("ed") and _describes(sentence, index),
                past=past,
            )
        )
    light = _light_lemmas()
    return [t for t in found if t.lemma not in light or not _light(sentence, t, found)]


def _alone(sentence: Words, index: int) -> bool:
    """Whether no noun follows that a participle could go with: the clause ends there, or a preposition or a verb comes."""
    if index + 1 >= len(sentence) or not sentence[index + 1].word:
        return True
    after = sentence[index + 1].lower
    return any(after in small(kind) for kind in ("preposition", "joint", "auxiliary", "be", "modal"))


def _names_body(sentence: Words, index: int, lower: str) -> bool:
    """Whether an event noun is part of what a body is called: "the prison service", "the strike committee"."""
    if lower in ("service", "services"):
        return index > 0 and sentence[index - 1].lower in small("body-of-service")
    follows = sentence[index + 1] if index + 1 < len(sentence) else None
    return follows is not None and follows.word and follows.lower in small("body-head")


def _owned(before: Token) -> bool:
    """Whether the word before a noun owns it: "Friday's", not "it's"."""
    return before.size > len(before.lower) and before.capital and before.lower not in _CONTRACTED


_CONTRACTED = frozenset({"it", "he", "she", "that", "there", "here", "what", "who", "where"})


def _does(sentence: Words, index: int) -> bool:
    """Whether a noun in "-ing" is a verb with its object: "accused of stabbing a guard", not "after a stabbing"."""
    if not index or index + 1 >= len(sentence):
        return False
    how = index > 1 and sentence[index - 1].lower[-2:] == "ly"  # "accused of fatally stabbing a guard"
    if sentence[index - 1 - how].lower not in _DOING:
        return False
    after = sentence[index + 1]
    opens = (after.capital and not calendar(after)) or after.lower[:1].isdigit()
    return opens or after.lower in small("determiner") or after.lower in small("quantifier")


_DOING = frozenset({"of", "with", "for", "by", "after", "before", "since", "while"})


def _by_object(sentence: Words, index: int, lemma: str, facet: str) -> tuple[str, str]:
    """The facet and the lemma of a verb that means two things, by the words behind it."""
    after = sentence[index + 1 : index + 8]
    said = [token.lower for token in after]
    if lemma == "respond":  # "responded to a home on Elm Street", not "to the critics"
        come = said[:1] in (["to"], ["at"]) and any(
            token.lower in small("scene") or token.lower[:1].isdigit() for token in after[1:5]
        )
        return ("arrived" if come else facet), lemma
    if lemma == "happen":
        return ("found", "find") if said[:1] in (["upon"], ["across"]) else (facet, lemma)
    if lemma == "appear":
        tried = said[:1] and said[0] in ("in", "before", "at") and small("bench") & set(said)
        return ("charged", "in court") if tried else (facet, lemma)
    kind, within = _TURNS.get(lemma, ("", 0))
    if kind and not small(kind).isdisjoint(said[:within]):
        return "other", "fulfil" if lemma == "meet" else lemma
    if lemma == "come":  # "the talks come at a time of trouble"
        return ("other" if said[:3] == ["at", "a", "time"] else facet), lemma
    if lemma == "recover":  # "is recovering at home", but "recovered the gun", "was recovered from the lake"
        idle = not said or said[0] in small("preposition") or said[0] in small("joint") or not after[0].word
        passive = (
            any(t.lower in small("be") for t in sentence[max(0, index - 3) : index])
            and sentence[index].lower[-2:] == "ed"
        )
        return ("other" if idle and not passive else facet), lemma
    if lemma == "locate":  # "a mill located in Vik", but "the girl was located in Vik"
        before = sentence[index - 1].lower if index else ""
        lies = said[:1] and said[0] in small("preposition") and before in _LIES
        return ("other", "lie") if lies else (facet, lemma)
    if lemma in ("grant", "give", "receive"):  # "granted the firm marketing authorisation"
        return ("approved" if small("approvals") & set(said[:5]) else facet), lemma
    if lemma == "become":  # "became the first mayor"
        return ("appointed" if offices().keys() & set(said[:4]) else facet), lemma
    if lemma == "take":  # "took him into custody"
        return ("arrested", "arrest") if "custody" in said and {"into", "in"} & set(said) else (facet, lemma)
    if lemma == "go":  # "went to the polls"
        return ("approved", "vote") if said[:1] == ["to"] and "polls" in said[:4] else (facet, lemma)
    if lemma == "close":  # "the shares closed up 9.5% on Monday"
        figure = any(word[:1].isdigit() for word in said[1:5]) and not _CLOCK.match(" ".join(said[1:3]))
        traded = said[:1] and said[0] in _TRADED and figure
        return ("other", "trade") if traded else (facet, lemma)
    if lemma == "seal":
        return (facet if small("pact") & set(said) else "other"), lemma
    if lemma == "claim":
        lives = {"life", "lives"} if said[:1] != ["that"] else set()
        lives |= {"victim", "victims"} if said[:1] and said[0] in _FURTHER_ONES else set()
        return ("killed", "kill") if lives & set(said[:4]) else (facet, lemma)
    if lemma == "fall":
        feast = any(t.lower in small("calendar-fall") for t in sentence[max(0, index - 6) : index])
        kept = said[:1] == ["on"] and (sentence[index].lower != "fell" or (said[1:2] == ["a"] and feast))
        return (facet if kept else "other"), lemma  # "falls on 3 May", not "prices fell on Monday"
    if lemma == "lose":
        if {"life", "lives"} & set(said[:3]):
            return "died", "die"
        dear = any(word[:1] in "$£€0123456789" or word in small("losses") for word in said[:3])
        return ("other" if dear else facet), lemma
    if lemma == "catch":
        return ("other" if said[:1] and said[0] in _CAUGHT else facet), lemma
    if lemma == "out":
        return ("other" if said[:1] and said[0] in _OUT_OF else facet), lemma
    return (
        "other" if small("taken-place") & set(said[:5]) else facet
    ), lemma  # "captured the town": nobody is arrested


# Verbs that tell no event of their kind with words of a class behind them, and among how many words.
_TURNS = {
    "run": ("ways-off", 1),
    "mark": ("marked-so", 1),
    "come": ("no-coming", 1),
    "give": ("no-award", 4),
    "meet": ("demands", 4),
    "enter": ("pleas", 4),
    "book": ("bookings", 4),
}
_LIES = frozenset({",", "is", "are"})
_BY_OBJECT = frozenset(
    [
        "appear",
        "become",
        "capture",
        "catch",
        "claim",
        "close",
        "fall",
        "give",
        "go",
        "grant",
        "happen",
        "locate",
        "lose",
        "out",
        "receive",
        "recover",
        "respond",
        "seal",
        "seize",
        "take",
        *_TURNS,
    ]
)
_TRADED = frozenset({"up", "down", "higher", "lower", "at", "above", "below", "flat", "off"})
_CLOCK = regex(r"[\d.:]+ ?(?:[ap]\.?m|o['’]clock|noon)|\d+:")  # "the polls close at 8 p.m."
_OUT_OF = frozenset({"of", "for", "in", "with"})  # "was out for seven months": no fire
_FURTHER_ONES = frozenset({"a", "another", "its", "one", "two", "three", "four", "five", "more"})
_CAUGHT = frozenset({"in", "on", "up", "off", "fire", "between"})


def _no_verb(sentence: Words, first: int, index: int, lower: str, lemma: str) -> bool:
    """Whether a form that a noun or an adjective may share stands where no verb can: "in raids", "a quadruple murder"."""
    bare = lower == lemma
    if not (bare or lower == lemma + "s") or lemma in small("same-in-past"):
        return False
    at = first - 1
    while at >= 0 and (sentence[at].lower[-2:] == "ly" or sentence[at].lower in _ADVERBS):
        at -= 1
    if at < 0 or not sentence[at].word:
        return False
    before, capital = sentence[at].lower, sentence[at].capital
    if (before in small("preposition") and not (before == "to" and bare)) or before in small("quantifier"):
        return True
    if not bare and before in _THEN:
        return True  # "after attacks on the mill", where nobody stands who attacks
    if (
        not bare
        or capital
        or before in small("joint")
        or before in small("modal")
        or before in small("licensing")
    ):
        return False
    return before[-1] != "s" and before[-3:] != "n't"


_ADVERBS = frozenset({"not", "also", "never", "still", "now", "soon", "only"})
_THEN = frozenset({"after", "before", "since", "until", "than", "amid", "despite"})


@cache
def _light_lemmas() -> frozenset[str]:
    """The lemmas of verbs that may only carry an event noun."""
    return small("light") | {"charges", "lead", "result"}


def _light(sentence: Words, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the verb only carries an event noun of its clause: "the decision was taken", "gave a speech"."""
    if trigger.lemma == "charges":  # "held on theft charges in May": he was held then
        return not _HELD_ON.isdisjoint(t.lower for t in sentence[max(0, trigger.first - 3) : trigger.first])
    if trigger.lemma in ("lead", "result") and not trigger.noun:
        return _bears(sentence, trigger, found)
    spoken = trigger.lemma == "give" and any(t.noun and t.facet == "said" for t in found)
    if not (trigger.facet == "other" or spoken) or trigger.lemma not in small("light"):
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


def _bears(sentence: Words, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Whether the verb only tells what came of something: "led to several attacks this week" dates the attacks."""
    after = trigger.at + 1
    if after >= len(sentence) or sentence[after].lower not in ("to", "in"):
        return False
    return (trigger.lemma == "lead" and sentence[after].lower == "to") or any(
        other.noun and other.facet != "said" and after < other.at <= after + 4 for other in found
    )


def _describes(sentence: Words, index: int) -> bool:
    """Whether the participle stands before a noun that it describes: "the wounded man", "the reported shooting"."""
    return _qualifies(sentence, index) or (
        index + 1 < len(sentence) and sentence[index + 1].word and sentence[index + 1].lower in event_nouns()
    )


def _qualifies(sentence: Words, index: int) -> bool:
    """Whether the word stands before a noun that it describes."""
    if index + 1 >= len(sentence) or not sentence[index + 1].word or sentence[index + 1].capital:
        return False
    after = sentence[index + 1].lower
    if sentence[index - 1].lower == "that" and (after[0].isdigit() or after in small("quantifier") | {"at"}):
        return False  # "the fire that killed at least ten guests"
    return not (
        after in small("preposition")
        or after in small("determiner")  # "a blast that killed the driver"
        or after in small("joint")
        or after in small("auxiliary")
        or after in small("modal")
        or after in facet_lexicon()
    )
