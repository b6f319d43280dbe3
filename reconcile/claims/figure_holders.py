"""Whose a figure is: the votes of a candidate, the winnings of a player, the share that a country bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reconcile.claims.deeds.subjects import subject_of
from reconcile.claims.deeds.whom import subject_phrase
from reconcile.claims.reading import Reading
from reconcile.language.figures.how_often import Often
from reconcile.language.figures.measures import is_currency
from reconcile.language.figures.numbers import NumberMention
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.language.sentences import Sentence
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.names.mentions import Mention

# Between who is named last and a figure: who says so, does not hold it.
_SAID = regex(
    r"\b(?:said|says|told|tells|puts?\b|estimat|argue|believe|think|thought|report(?:s|ed)\b|warn|added|announce|suggest|found that|found\s[a-z]+\sin)"
)
# What is counted of everybody who takes part: whoever is named last before it holds it.
_HELD = frozenset(
    (
        "vote",
        "seat",
        "point",
        "goal",
        "medal",
        "title",
        "run",
        "win",
        "ballot",
        "share",
        "abstention",
        "place",
    )
) | {"wicket", "try", "stroke", "count", "level", "wound", "knockout"}
_PAID_BY_ONE = ("bond", "fine", "salary", "revenue", "prize", "profit", "loss")
_FOR = regex(
    r"(?:\svotes?|\spoints?|\sseats?|\sballots?)?\s(?:(?:went|go|fell)\s)?(?:for|to)\s(?:(?:the|Mr|Ms|Mrs|Dr)\.?\s)?(?=[A-ZÀ-Þ])"
    r"|\sof\s(?:the\s)?(?:voters|electorate)\s(?:(?:had|have)\s)?(?:chose|chosen|backed|picked|(?:re-)?elected|supported|voted\sfor)\s(?=[A-ZÀ-Þ])"
)
_SINCE = regex(r"[;.]\s|\d[\d,.]*\s(?!(?:per\s?cent|percent|votes?|points?|seats?)\b)[a-z]+s\b")


def holder(reading: Reading, sentence: Sentence | None, number: NumberMention, measure: str) -> str:
    """Whose figure it is, empty when that is not said: the person or body named after "for", or the last one named before the figure."""
    if sentence is not None and number.form == "money" and measure not in _PAID_BY_ONE:
        return _doer(reading, sentence, number)
    if sentence is not None and number.form == "count" and measure not in _HELD:
        return _owner(reading, number) or _doer(reading, sentence, number)
    if sentence is None or (number.form not in ("count", "percent") and measure not in _PAID_BY_ONE):
        return ""
    document, text = reading.document, reading.document.text
    ahead = _FOR.match(text, number.figure_end) or _FOR.match(text, number.end)
    if ahead is not None:
        found = document.mentions_between(ahead.end(), ahead.end() + 1)
        return found[0].full if found and found[0].kind in _HOLDERS else ""
    before = document.mentions_between(max(sentence.start, number.start - _REACH), number.start)
    last = next((m for m in reversed(before) if _holds(text, m)), None)
    if (
        last is None
        or _SINCE.search(text, last.end, number.start)
        or (measure != "wound" and _SAID.search(text, last.end, number.start))
    ):
        return ""
    return last.full


_THEIR = regex(r"(?:\b(?P<whose>[Hh]is|[Hh]er)|(?P<of>['’]s?)) (?:first |last |other |own )?\Z")


def _owner(reading: Reading, number: NumberMention) -> str:
    """Whose so many are, where that stands right before them: "her three sons", "Brae's two bridges"."""
    their = _THEIR.search(reading.text, max(0, number.start - 16), number.start)
    if their is None:
        return ""
    if their.group("whose"):
        return reading.document.antecedents.pronoun(their.group("whose").lower(), their.start()) or ""
    named = reading.document.mentions_between(max(0, their.start() - _REACH), their.start() + 3)
    last = named[-1] if named else None
    return last.full if last is not None and their.start() <= last.end <= their.end() else ""


# "Solvei has also claimed", "Brae will pay about": the verb between a figure and whoever pays, has, asks or loses it.
_DOES = regex(
    r"\s(?:(?:has|have|had|will|would|could|may|might|is|was|also|already|now|then|since|only|reportedly)\s){0,3}"
    r"(?!sa(?:id|ys?)\s|told\s|argu|estimat|report|announc|believ|think|put|(?:and|or|but|nor|of|in|on|at|by|for|from|to|with|near|where|which|that|as|than|after|before"
    r"|when|while|because|since|until|despite|including|among|between|about|over|under|up|is|was|are|were)\s)[a-z]+"
    r"\s(?:with\s)?(?:(?:out|up|for|over|off|back|about|around|some|nearly|almost|roughly|only|just|another|a|an|more|than|at|least|up|to)\s){0,4}\Z"
)


def _doer(reading: Reading, sentence: Sentence, number: NumberMention) -> str:
    """Who pays, has or loses so much, where that one is named right before the verb that the figure hangs on."""
    text = reading.document.text
    before = reading.document.mentions_between(max(sentence.start, number.start - _REACH), number.start)
    last = before[-1] if before else None
    if last is None or last.kind not in _HOLDERS or is_currency(last.full):
        return ""
    led = _AFTER_OTHER.search(text, max(0, last.start - 16), last.start)
    return last.full if not led and _DOES.match(text, last.end, number.start) else ""


def _holds(text: str, mention: Mention) -> bool:
    """Whether a mention may be the holder of the figure behind it: a person or body, or "Ruritania", "the Dane" as a subject."""
    if mention.kind in _HOLDERS:
        return not is_currency(mention.full)
    if mention.kind not in ("country", "people") or _AFTER_OTHER.search(
        text, max(0, mention.start - 16), mention.start
    ):
        return False
    return mention.kind == "country" or text.endswith(("The ", "the "), 0, mention.start)


_AFTER_OTHER = regex(r"\b(?:in|of|from|to|by|with|for|at|near|across|against)\s(?:the\s)?\Z")
_HOLDERS = frozenset({"person", "organization"})
_REACH = 90  # characters before a figure in which its holder may stand


def done_so_often(reading: Reading, often: Often) -> str:
    """Whom a deed was done to so often, else by whom, where that one is named."""
    sentence = reading.document.sentence_at(often.start)
    if _PASSIVE.search(reading.text, max(0, often.start - 12), often.start):
        said = subject_of(reading, subject_phrase(reading, often.start))
        if said[:1].isupper() and said.lower() not in PRONOUNS:
            return said
    named = reading.document.mentions_between(sentence.start, often.start) if sentence is not None else ()
    return next((mention.full for mention in reversed(named) if mention.kind == "person"), "")


_PASSIVE = regex(r"\b(?:was|were|been|being|is|got)(?: [a-z]+ly)? \Z")
