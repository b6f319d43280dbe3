"""Common nouns that stand for a treaty: "the pact", "their mutual defense treaty", "the 1961 agreement"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.language.names.gazetteer import name_set
from reconcile.language.vocabulary import around, vocabulary
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.names.mentions import Mention

_NOUN = regex(
    r"\b(?:treaty|pact|accords?|armistice|ceasefire agreement|peace deal|charter|concordat|protocol|convention|agreement)\b"
)
_FIRSTS = frozenset(
    [
        "treaty",
        "pact",
        "accord",
        "accords",
        "armistice",
        "ceasefire",
        "peace",
        "charter",
        "concordat",
        "protocol",
        "convention",
        "agreement",
    ]
)


def treaty_labels(
    text: str, named: Sequence[Mention]
) -> Iterator[tuple[int, int, str, str, str, tuple[str, ...]]]:
    """Yields (start, end, kind, full, title, candidates) of the labels, in order; the arguments of a Mention.

    A bare label ("the treaty") stands for the treaty named last; a descriptive one ("a mutual defense treaty") for
    itself, unless a single treaty is named in the text and the label is definite.
    """
    seen: list[tuple[int, str]] = [(m.start, m.full) for m in named]
    for noun in around(_NOUN, text, vocabulary(text).places(_FIRSTS)):
        before = _words_before(text[max(0, noun.start() - 60) : noun.start()])
        kept: list[str] = []
        for word in reversed(before):
            if word not in name_set("treaty_sorts") and not word.isdigit():
                break
            kept.insert(0, word)
        definite = before[-len(kept) - 1 :][:1] if len(before) > len(kept) else []
        noun_word = noun.group()
        if not kept and (definite[:1] not in (["the"], ["this"], ["that"]) or noun_word in name_set("bare_treaties_no")):  # fmt: skip
            continue
        start = noun.start() - len(" ".join(kept)) - (1 if kept else 0)
        label = text[start : noun.end()].replace("\u00a0", " ")
        earlier = list(dict.fromkeys(full for at, full in seen if at < start)) or list(
            dict.fromkeys(f for _, f in seen)
        )
        if kept and definite[:1] != ["the"]:
            yield start, noun.end(), "treaty", label, "", ()
            continue
        if not earlier:
            if kept:
                yield start, noun.end(), "treaty", label, "", ()
            continue
        names = tuple(reversed(earlier))
        if len(names) == 1:
            yield start, noun.end(), "treaty", names[0], "", ()
        else:
            yield start, noun.end(), "treaty", label, "", names


def _words_before(text: str) -> list[str]:
    """The small words, at most four, at the end of a stretch of text."""
    if not text.endswith((" ", "\u00a0")):
        return []
    found: list[str] = []
    for word in reversed(text.split()[-4:]):
        word = word.lower() if word in ("The", "This", "That", "Their", "A", "An") else word
        if not (word.replace("-", "").isalpha() and word.islower()) and not (
            word.isdigit() and len(word) == 4
        ):
            break
        found.insert(0, word)
    return found
