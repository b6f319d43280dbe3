"""How often something was done: "was stabbed three times", "shot several times", "counted the crew once"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reconcile.language.figures.figure import read_figure
from reconcile.language.figures.ordinals import whole
from reconcile.language.grammar.verbs import base_of, irregular_pasts, past
from reconcile.language.sentences import Sentence
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import word_set
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex


class Often(NamedTuple):
    """A deed and how often it was done: `text[start:end]`, the measure of it, and where the number stands."""

    start: int
    end: int
    times: Amount
    measure: str
    number: int


_ADVERBS = {"once": 1, "twice": 2, "thrice": 3}
_OPENERS = frozenset({*_ADVERBS, "times", "wound"})
_NUMBER = regex(r"\b(?:\d{1,3}|(?:a\s(?:few|couple\sof|handful\sof)|dozens\sof|[A-Za-z]+(?:-[a-z]+)?))\s\Z")
_WORD = regex(r"[^\s]+")
_BETWEEN = 4  # words of which the last past form before a number of times is the deed
_REACH = 60  # characters before a number of times in which the deed may stand
# Behind a number of times: what makes it a comparison, a rate or a title, not a count of deeds.
_NO_COUNT = regex(
    r"\s(?:as|more|less|the|an?|that|per|every|each|its|his|her|their|over|oversubscribed|higher|larger|bigger|faster|greater|winner|champion)\b|-"
)
_ENDS = regex(
    r"\s?(?:[.,;:)”\"]|$)|\s(?:in|on|at|with|during|from|and|but|since|last|this|outside|inside|near|early|late|earlier|yesterday|today|while|when|before|after|by|[A-Z][a-z]+day)\b"
)
_WOUNDING = frozenset({"shoot", "stab", "strike", "hit", "knife"})
_BY_HIM = regex(r"(?:\b(?:he|she|they|who|I|we)|\b[A-Z][\w’'-]+)\s\Z")  # "he shot twice" hits nobody yet
_ONE_WOUND = regex(r"\b(?:an?|one)\s(?:single|lone|sole)\s(?:[a-z]+\s){0,2}\Z")
_NO_DEEDS = frozenset(
    {"need", "indeed", "made", "said", "used", "had", "did", "been", "were", "was", "got", "went"}
)


def how_often(text: str, sentence_at: Callable[[int], Sentence | None]) -> Iterator[Often]:
    """Yields the deeds of a text that are told with how often they were done, in order."""
    for at, word in vocabulary(text).places(_OPENERS):
        sentence = sentence_at(at)
        if sentence is None:
            continue
        end = at + len(word)
        window = max(sentence.start, at - _REACH)
        if word == "wound":
            sole = _ONE_WOUND.search(text, window, at)
            if sole is not None:
                yield Often(sole.start(), end, Amount.of(1), "wound", -1)
            continue
        start = at
        if word == "times":
            number = _NUMBER.search(text, window, at)
            many = _amount(text, number.start()) if number else None
            if number is None or many is None or _NO_COUNT.match(text, end):
                continue
            start = number.start()
        elif not _ENDS.match(text, end):
            continue  # "once again", "once a port", "twice as many"
        else:
            many = Amount.of(_ADVERBS[word])
        deed = _deed(text, window, start)
        if deed is not None:
            said = deed.group()
            verb = irregular_pasts().get(said) or base_of(said)
            wounds = verb in _WOUNDING and (
                deed.end() < start - 1 or not _BY_HIM.search(text, window, deed.start())
            )
            measure = "wound" if wounds else f"times-{verb}"
            if measure == "wound" or many.point is not None:
                yield Often(deed.start(), end, many, measure, start)


def _amount(text: str, at: int) -> Amount | None:
    """How many times the word at `at` says: "three", "several"."""
    figure = read_figure(text, at)
    if figure is not None and figure.vague is not None:
        low, high = figure.vague
        return Amount(low, high, hedge=text[at : figure.end].lower())
    word = _WORD.match(text, at)
    many = whole(word.group()) if word else None
    return Amount.of(many) if many else None


def _deed(text: str, window: int, at: int) -> re.Match[str] | None:
    """The past form right before `at`, with what was done to between them: "counted the crew"."""
    for word in reversed(list(_WORD.finditer(text, window, at))[-_BETWEEN:]):
        said = word.group()
        if not said.isalpha() or not said.islower() or said.endswith("ing"):
            return None
        if past(said) and said not in _NO_DEEDS and said not in word_set("common"):
            return word
    return None
