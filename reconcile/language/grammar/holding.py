"""Which verb or event noun a phrase of place hangs on: the nearest one before it in its clause, else the one it opens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.grammar.verbs import WAYS, base_of, irregular, motions, past
from reconcile.lexicon import word_set
from reconcile.values.spots import spots

_WALLS = frozenset('"“”;:—–()')
_ASIDE = 18  # words of the longest aside that is passed over
_FAR = 28  # words between a verb and the phrase that hangs on it
# What begins a clause of its own; "after", "before" and "as" may stand before a noun ("after midnight").
_LEADS = frozenset(
    {"who", "which", "whose", "where", "whom", "that", "when", "while", "because", "although", "though"}
)
_LEADS |= {"if", "unless", "whether", "than"}
_WHO = frozenset({"who", "which", "whose", "where", "whom"})
_INFINITIVE = frozenset({"did", "does", "do", "didn't", "didn’t", "let", "helped"})
_ME = frozenset({"he", "she", "it", "who", "which", "that", "now", "then"})
_TO_DO = small("auxiliary") | small("before-to")
_THERE = frozenset({"still", "also", "already", "now", "back"})
_DURING = frozenset({"in", "during", "by"})
_TOWARDS = frozenset(
    {"to", "from", "between", "back", "home", "toward", "towards", "for", "into", "through", "across", "over"}
)


def verbs(sentence: Words, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers of a sentence and its other verbs: participles in "-ing", infinitives, and "be" before a place."""
    found = [t for t in triggers if not _quality(sentence, t)]
    known = {index for trigger in triggers for index in (trigger.first, trigger.at)}
    leading = _leading()
    beside = enumerate(pairwise(sentence), start=1)
    tried = [at for at, (before, token) in beside if token.verbal or before.lower in leading]
    for index in tried:
        token = sentence[index]
        if index in known or not token.word or token.capital:
            continue
        lower, before, planned, first = token.lower, sentence[index - 1].lower, False, index
        if lower in WAYS:
            follows = sentence[index + 1].lower if index + 1 < len(sentence) else ""
            verb = before in ("en", "on") or (before in small("determiner") and follows in _TOWARDS)
            first = index - 2 if index > 1 and sentence[index - 2].lower == "on" else index - 1
        elif lower.endswith("ing"):
            verb = (
                (len(lower) > 5 or before in small("be"))
                and lower not in _no_verbs()
                and _participle(sentence, index)
            )
        elif lower.endswith("ed"):
            verb = before == "that" and len(lower) > 4  # "the mill that burned at Vik"
        elif lower[-1] == "s" and lower in motions():
            verb = sentence[index - 1].capital or before in _ME  # "Moss goes to Vik"
        elif before == "to":
            wanted = index > 1 and (sentence[index - 2].lower in _TO_DO or index - 2 in known)
            verb = planned = (
                lower in motions() or lower in irregular() or (wanted and _infinitive(sentence, index))
            )
        elif before in small("modal") or before in _INFINITIVE:
            verb = _infinitive(sentence, index)
            planned = before != "did"
        elif lower in small("be"):
            follows = sentence[index + 1].lower if index + 1 < len(sentence) else ""
            verb = before == "there" or follows in small("preposition") or follows in _THERE
        else:
            continue
        if verb:
            lemma = "be" if lower in small("be") else stem_of(lower)
            facet = "" if lemma == "be" else "other"
            start, end = sentence.starts[first], sentence.end(index)
            modality = "planned" if planned else "asserted"
            be = lemma == "be" and before != "there"  # what is somewhere stands before it, as in the passive
            found.append(
                Trigger(first, index, start, end, lemma, facet, False, passive=be, modality=modality)
            )
    found.sort(key=lambda trigger: trigger.at)
    return found


@cache
def _leading() -> frozenset[str]:
    """The words after which any word may be a verb."""
    return small("modal") | _INFINITIVE | {"to"}


def _quality(sentence: Words, trigger: Trigger) -> bool:
    """Whether a trigger only describes or names a place: "the spot", "unanswered", "in controlled substances"."""
    lower = sentence[trigger.at].lower
    before = sentence[trigger.at - 1].lower if trigger.at else ""
    after = sentence[trigger.at + 1] if trigger.at + 1 < len(sentence) else None
    described = after is not None and after.word and after.lower not in small("preposition")
    if (
        after is not None
        and described
        and trigger.first == trigger.at
        and before in small("determiner")
        and past(lower)
    ):
        return not after.capital and not past(after.lower)  # "the stolen van"
    if trigger.noun:
        return lower in spots()
    if not lower.endswith("ed") or trigger.facet != "other":
        return False
    return lower.startswith("un") or (described and before in small("preposition"))


@cache
def _no_verbs() -> frozenset[str]:
    """Words in "-ing" that are no verbs: nouns, prepositions, and nouns of places."""
    return word_set("no_verbs") | frozenset(noun for noun in spots() if noun.endswith("ing"))


def stem_of(form: str) -> str:
    """A form in "-ing" without its ending; any other form as it is."""
    return form[:-3] if form.endswith("ing") else base_of(form) if form.endswith("ed") else form


def _participle(sentence: Words, index: int) -> bool:
    """Whether a word in "-ing" is a verb's: after "be", a noun or a comma, and not before the noun it describes."""
    before = sentence[index - 1]
    behind = index - 1
    while behind > 0 and sentence[behind].lower in _THERE:
        behind -= 1
    if sentence[behind].lower in small("be"):
        return True  # "are still finding"
    if before.lower in small("determiner") or (
        before.word and before.lower in ("of", "for", "by", "in", "at")
    ):
        return False
    after = sentence[index + 1] if index + 1 < len(sentence) else None
    return after is not None and (
        not after.word or after.lower in small("preposition") or after.lower in small("determiner")
    )


def _infinitive(sentence: Words, index: int) -> bool:
    lower = sentence[index].lower
    return (
        lower.isalpha()
        and lower not in small("determiner")
        and lower not in small("auxiliary")
        and lower not in small("be")
        and lower not in small("preposition")
        and lower not in small("beside-verb")
        and lower not in ("not", "never")
        and not lower.endswith(("ed", "ly", "s"))
        and lower not in spots()
    )


def holding(sentence: Words, found: Sequence[Trigger], first: int, last: int) -> Trigger | None:
    """The verb or event noun that the phrase of place at the tokens `first..last` hangs on; None when there is none.

    An event noun holds the phrase that stands next to it ("the fire at a mill"); a verb what stands after it in its
    clause, else what opens it.
    """
    by_token = {trigger.at: trigger for trigger in found}
    noun: Trigger | None = None
    index, commas = first - 1, 0
    while index >= 0 and first - index <= _FAR:
        token = sentence[index]
        lower = token.lower
        trigger = by_token.get(index)
        if trigger is not None and not trigger.quality:
            if not trigger.noun:
                if noun is not None and not _within(sentence, noun):
                    return noun
                told = trigger.facet == "said" and index + 1 < first and _told(sentence, last)
                return _after(sentence, found, last, opens=False) if told else trigger
            if (
                noun is None
                and _beside(sentence, trigger.at, first)
                and not _modifies(sentence, trigger.at, first)
            ):
                noun = trigger
        if not token.word:
            if lower in _WALLS and not _inside(sentence, index):
                break
            if lower == ",":
                aside = _aside(sentence, index)
                if aside >= 0:
                    index = aside
                    continue
                commas += 1
        elif lower in _LEADS:
            if lower in _WHO and noun is None and _unread(sentence, index + 1, first):
                return None  # "who resides at the mill": a verb that is not known
            break
        index -= 1
    if noun is not None:
        return noun
    return _after(sentence, found, last, opens=index < 0 or first - index <= 1 or first == 0)


def _after(sentence: Words, found: Sequence[Trigger], last: int, opens: bool) -> Trigger | None:
    """The first verb after the phrase that ends at `last`, in the same clause."""
    by_token = {trigger.at: trigger for trigger in found}
    commas = 0
    for index in range(last + 1, min(len(sentence), last + 16)):
        token = sentence[index]
        trigger = by_token.get(index)
        if trigger is not None and not trigger.noun and not trigger.quality:
            return trigger if opens or trigger.facet != "said" else None  # "males on the scene said"
        if token.lower in _LEADS or token.lower in _WALLS:
            return None
        if token.lower == ",":
            commas += 1
            if commas > (2 if opens else 1):
                return None
    return None


def _told(sentence: Words, last: int) -> bool:
    """Whether the clause goes on to a verb after the phrase: "police said a man inside the house opened fire"."""
    after = sentence[last + 1 : last + 5]
    for token in after:
        if not token.word or token.lower in small("joint"):
            return False
        if token.lower in small("auxiliary") or past(token.lower):
            return True
    return False


def _unread(sentence: Words, begin: int, end: int) -> bool:
    """Whether a single word in small letters stands there that may be a verb: "resides" of "who resides at"."""
    said = sentence[begin:end]
    told = [token for token in said if token.lower not in small("beside-verb")]
    return (
        len(told) == 1
        and told[0].word
        and not told[0].capital
        and told[0].lower not in small("pronoun")
        and told[0].lower[-1] == "s"
    )


def _modifies(sentence: Words, noun: int, first: int) -> bool:
    """Whether an event noun only describes the noun behind it: "disaster" of "the disaster centre in"."""
    if noun + 2 != first:
        return False
    after = sentence[noun + 1]
    return after.word and not after.capital and after.lower.isalpha() and after.lower in spots()


def _within(sentence: Words, noun: Trigger) -> bool:
    """Whether an event noun only tells in what a deed was done: "killed in a fire at a mill"."""
    before = (sentence[at].lower for at in range(noun.first - 1, max(-1, noun.first - 6), -1))
    return next(
        (lower in _DURING for lower in before if lower in small("preposition") or lower == "after"), False
    )


def _beside(sentence: Words, noun: int, first: int) -> bool:
    """Whether nothing but phrases stands between an event noun and the place."""
    between = sentence[noun + 1 : first]
    return len(between) <= 8 and all(
        (t.word and t.lower not in small("joint")) or t.lower in ".&" for t in between
    )


def _inside(sentence: Words, index: int) -> bool:
    """Whether a mark parts no clauses: in a time of day ("6:45"), around a nickname."""
    if sentence[index].lower == ":":
        return (
            0 < index < len(sentence) - 1
            and sentence[index - 1].lower.isdigit()
            and sentence[index + 1].lower.isdigit()
        )
    near = sentence[max(0, index - 3) : index] + sentence[index + 1 : index + 4]
    return sentence[index].lower in '"“”' and any(t.lower in '"“”' and not t.word for t in near)


def _aside(sentence: Words, comma: int) -> int:
    """The token before the relative clause that a comma closes; -1 when it closes none."""
    for index in range(comma - 1, max(0, comma - _ASIDE), -1):
        lower = sentence[index].lower
        if lower in _WALLS:
            return -1
        if lower in _WHO:
            return index - 2 if index > 1 and sentence[index - 1].lower == "," else -1
    return -1
