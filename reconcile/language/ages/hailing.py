"""Whose an age is that stands behind a place: "Ada Lind, of Tarn, 23", "a rider from the Netherlands, aged 52"."""

from __future__ import annotations

from reconcile.language.ages.parts import NAME, AgeMention, aged, named
from reconcile.language.names.titled import person_nouns
from reconcile.values.amounts import Amount
from reconcile.values.regex import regex

_NAME_OF = regex(rf"(?P<name>{NAME}),? (?:of|from) (?:the )?\Z")
_NOUN_OF = regex(
    r"\b(?P<the>[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother) (?:[\w&'’-]+ ){0,3}?(?P<noun>[a-z]+),? (?:from|of) (?:the )?\Z"
)
_REACH = 70  # characters before a place in which its person is named or described


def hailing(text: str, owner: tuple[str, int, int], end: int, amount: Amount) -> AgeMention:
    """The mention of an age behind `owner`: that of whoever is "of" or "from" there, where `owner` is such a place."""
    start = owner[1]
    if not text.endswith((" of ", " from ", " of the ", " from the "), 0, start):
        return aged(start, end, amount, owner, "")
    first = max(0, start - _REACH)
    who = _NAME_OF.search(text, first, start)
    named_ = named(who)
    if named_ is not None and (" " in named_[0] or text.startswith(",", named_[2])):
        return aged(named_[1], end, amount, named_, "")
    what = _NOUN_OF.search(text, first, start)
    if what is not None and what.group("noun") in person_nouns():
        noun = what.group("noun")
        mention = aged(what.start(), end, amount, None, noun)
        return mention._replace(by=f"the {noun}") if what.group("the").lower() == "the" else mention
    return aged(start, end, amount, owner, "")
