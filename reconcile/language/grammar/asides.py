"""What stands aside between commas behind a noun: ages, homes, descriptions, who tells it."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.names.gazetteer import names_place

_VERBAL = small("auxiliary") | small("modal")
_FURTHER = small("further-preposition")
BEFORE_PHRASES = small("preposition") | {"after", "before", "since", "until", "following", "than", "as"}
_ASIDE = (
    BEFORE_PHRASES
    | _FURTHER
    | {"age", "ages", "aged", "who", "whose", "whom", "which", "where", "when", "while"}
)
_SITED = frozenset({"in", "of", "from", "at", "near"})
_TELL = small("tells")
_AND = frozenset({"and", "or", "but"})
_WORDS = 9  # words of the longest name of a town
_ASIDES = 4


def home(sentence: Words, last: int) -> int:
    """The comma before a home that no comma ends: "Ada Moss, 44, of Brindle was hurt"; -1 where there is none."""
    at = last
    while at > 0 and sentence[at].capital and last - at < _WORDS:
        at -= 1
    homed = at > 1 and sentence[at].lower in ("of", "from") and sentence[at - 1].lower == ","
    return at - 1 if homed and at < last else -1


def before_asides(sentence: Words, verbs: Mapping[int, Trigger], comma: int) -> int:
    """The token before the asides that the comma closes: "the mayor" of "the mayor, who is 40, of Brindle, signed"."""
    last = comma - 1
    for _ in range(_ASIDES):
        first = last
        while first > 0 and sentence[first - 1].word:
            first -= 1
        if first < 2 or sentence[first - 1].lower != ",":
            break
        opener = sentence[first]
        named = opener.lower in small("determiner")
        aside = (
            named
            or _town(sentence, first, last)
            or sentence[last].lower in _TELL
            or opener.lower[:1].isdigit()
            or opener.lower in _ASIDE
            or opener.lower[-2:] in ("ed", "ng")
        )
        if not aside or not sentence[first - 2].word or _circumstance(sentence, verbs, first - 2, named):
            break
        last = first - 2
    return last


def _town(sentence: Words, first: int, last: int) -> bool:
    """Whether the words from `first` to `last` tell where the place before them lies: "of Baton Rouge, Louisiana,"."""
    at, named = first - 2, all(token.capital for token in sentence[first : last + 1])
    while named and at > 0 and sentence[at].capital and first - at < _WORDS:
        at -= 1
    said = " ".join(token.lower for token in sentence[first : last + 1]).title()
    return named and names_place(said) and sentence[at].lower in _SITED and at < first - 2


def _circumstance(sentence: Words, verbs: Mapping[int, Trigger], last: int, fronted: bool) -> bool:
    """Whether the words up to `last` have a verb of their own or, when asked, only open the sentence: "In Brindle"."""
    first = last
    while first > 0 and sentence[first - 1].word and sentence[first - 1].lower not in _AND:
        first -= 1
    opener = sentence[first].lower
    if fronted and (opener in BEFORE_PHRASES or (opener in small("joint") and not sentence[last].capital)):
        return True  # "In Brindle, the mayor", but "when Ada Moss, the mayor, arrived"
    clause = range(first, last + 1)
    told = any(at in verbs and verbs[at].facet == "said" for at in clause)
    return not told and any(at in verbs or sentence[at].lower in _VERBAL for at in clause)
