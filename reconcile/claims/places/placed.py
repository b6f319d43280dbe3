"""What happens at a place, and to whom: the verb or event noun that a phrase of place hangs on, and what it is about."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import Words, small, tokens
from reconcile.language.grammar.holding import holding, verbs
from reconcile.language.grammar.themes import theme
from reconcile.language.grammar.triggers import Trigger, find_triggers
from reconcile.language.grammar.verbs import motions
from reconcile.language.sentences import Sentence
from reconcile.values.regex import regex

_ENDLESS = 2000  # characters: a longer sentence is a list or a page, and is read around each place alone
_NEAR = 40  # characters from a verb to its place within which both are quoted together
_LOOSE = regex(r"(?: (?:and|or|a|an|the|of))+\Z")
_APART = 48  # characters from a person's name to a home told after it
_OF = regex(r",?(?: (?:aged )?\d{1,3},)?(?: both)? (?:of|from) ")
_EVENTS = {
    "fall": "occurred",
    "lie": "lie",
    "live": "live",
}  # not as a feast falls on a day; "a mill located in Vik"
_OPENS = small("preposition") | small("determiner") | small("joint") | small("auxiliary")
_TAKEN_UP = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "who"})


class Placed(NamedTuple):
    """What is told of a place: where the words begin, the facet and the verb, of what, whether denied or planned."""

    start: int
    event: str = ""
    verb: str = ""
    subject: str = ""
    negated: bool = False
    planned: bool = False


def _before(listed: Words, comma: int) -> tuple[int, int]:
    """Where the noun phrase stands that a comma ends."""
    first, named = comma, listed[comma - 1].capital
    while first and listed[first - 1].word and listed[first - 1].lower not in _OPENS:
        if named and not listed[first - 1].capital:
            break
        first -= 1
    return (listed.starts[first], listed.end(comma - 1)) if first < comma else (0, 0)


class Placing:
    """The verbs of a text's sentences, each sentence read when a place in it is first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._known: dict[int, tuple[Words, list[Trigger]]] = {}

    def placed(self, first: int, last: int, relation: str = "") -> Placed | None:
        """What happens at the place told by the words from `first` to `last`; None when they cannot tell of a deed.

        A phrase of direction ("to", "from", "into") needs a verb of motion.
        """
        text = self.reading.text
        sentence = self.reading.document.sentence_at(first)
        if sentence is None:
            return Placed(first)
        listed, found = self._read(sentence, first)
        at = listed.ending_after(first)
        held = holding(listed, found, at, max(at, bisect_left(listed.starts, last) - 1))
        if relation in ("to", "from") and (
            held is None or motions().isdisjoint(text[held.start : held.end].lower().split())
        ):
            return None
        if held is None:
            return Placed(first)
        about = self._about(listed, found, held)
        return Placed(
            start=held.start if 0 <= first - held.end <= _NEAR else first,
            event=_EVENTS.get(held.lemma, held.facet),
            verb=text[held.start : held.end].lower(),
            subject=_LOOSE.sub("", self._full(*about)) if about[1] > about[0] else "",
            negated=held.negated,
            planned=held.modality == "planned",
        )

    def _about(self, listed: Words, found: list[Trigger], held: Trigger) -> tuple[int, int]:
        """Where the words stand for what the deed is done to, or for who does it when it is done to nothing."""
        after = held.at + 1
        if held.lemma == "lie" and held.first > 1 and listed[held.first - 1].lower == ",":
            return _before(listed, held.first - 1)  # "died at the mill, located in Vik": the mill lies there
        if (
            not held.noun
            and not held.passive
            and after < len(listed)
            and listed[after].lower in small("pronoun")
        ):
            follows = listed[after + 1].lower if after + 1 < len(listed) else ""
            if listed[after].lower != "her" or not follows or follows in small("preposition"):
                return listed.starts[after], listed.end(after)
        if held.noun:  # "the mass shooting", but "the murder of a jeweller"
            whole = after < len(listed) and listed[after].lower == "of"
            about = theme(listed, found, held)
            return about if whole else (about[0] if about[1] else held.start, held.end)
        return theme(listed, found, held)

    def _full(self, start: int, end: int) -> str:
        """The words from `start` to `end`, as the full name of the person that they end with or take up."""
        document = self.reading.document
        said = self.reading.text[start:end]
        if said.lower() in _TAKEN_UP:
            return document.meant(said.lower(), start) or document.antecedents.newcomer(said, start) or said
        near = document.mentions_between(start - _APART, start)
        if near and near[-1].kind == "person" and _OF.fullmatch(self.reading.text, near[-1].end, start):
            return near[-1].full  # "Ann Dahl, 23, of Vik was seen"
        for mention in document.mentions_between(start, end):
            head = " of " not in self.reading.text[start : mention.start]  # not "the body of Ann Dahl"
            if head and mention.kind == "person" and mention.end >= end and not mention.candidates:
                return mention.full
        return said

    def _read(self, sentence: Sentence, at: int) -> tuple[Words, list[Trigger]]:
        """The tokens and verbs of a sentence, of the stretch around `at` alone when it is endless."""
        text = self.reading.text
        if sentence.end - sentence.start > _ENDLESS:
            listed = tokens(text, max(sentence.start, at - 300), min(sentence.end, at + 300))
            return listed, verbs(listed, find_triggers(listed))
        known = self._known.get(sentence.start)
        if known is None:
            document = self.reading.document
            if document.text is text and sentence.end - sentence.start <= 1600:
                listed, triggers = document.clauses(sentence, at, at)
            else:
                listed = tokens(text, sentence.start, sentence.end)
                triggers = find_triggers(listed)
            known = self._known[sentence.start] = (listed, verbs(listed, triggers))
        return known
