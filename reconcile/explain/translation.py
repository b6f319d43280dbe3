"""One text or one name, put into English twice.

Accounts for two wordings of words that were spoken in another language, as an article says or as the shuffled order of
one text shows; for names written in another language or out of another script; and for two words for a numbered part
of a city. What state media gave out in translation stays a tension: the original may be one or two.
"""

from __future__ import annotations

from reconcile.align.quotes.edits import is_being
from reconcile.align.quotes.recast import reordered
from reconcile.align.quotes.renderings import Swap, swaps, turned
from reconcile.align.quotes.speakers import Speaker, one_unnamed
from reconcile.align.quotes.tongues import foreign, speaks_for, translated
from reconcile.align.quotes.wordings import Group, Wording
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.name import NameClaim
from reconcile.claims.place import PlaceClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.rules.difference import Difference
from reconcile.rules.sentences import quoted
from reconcile.values.quotes import Comparison

REASON = "translation"
ORDER = (
    65  # before alias and excerpt: a rendered name is no mere variant, a rendering that lacks words no cut
)


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values that are renderings of one text or one name."""
    if pair.wordings is not None:
        return _wordings(pair.wordings, story)
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, NameClaim) and pair.doubtful:
        rendered = any(found.how in _rendered(a.kind) for found in pair.names)
        why = "; ".join(dict.fromkeys(found.reason for found in pair.names))
        return accounted(pair, REASON, why) if rendered else None
    if isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim) and a.relation == b.relation == "district":
        nouns = quoted(side.value.partition(" ")[2] for side in pair.sides)
        because = f"{nouns} render one word for a numbered part of a city."
        return Explanation("explained", REASON, because, pair.confidence)
    return None


def _rendered(kind: str) -> tuple[str, ...]:
    """The ways in which a name of a kind differs that make it a rendering; countries have a name in every language."""
    if kind in ("person", "place", "other"):
        return ("translation", "transliteration", "form")
    return () if kind == "country" else ("translation",)


def _wordings(group: Group, story: Story) -> Explanation | None:
    if group.wording is Wording.RESTYLED:
        return _restyled(group, story)
    if group.wording not in (Wording.ALTERED, Wording.CUT, Wording.RENDERING):
        return None
    tongue = translated(group.pair)
    if tongue and _one_word(group):
        return None
    if tongue:
        because = f"The words were put into English from {tongue}: two renderings of one sentence."
        return Explanation("explained", REASON, because, 0.8)
    swap = swaps(group.pair.words)
    if group.wording is Wording.ALTERED:
        return _of_office(group, swap, story)
    if group.wording is not Wording.RENDERING:
        return None
    if _two_hands(group, swap) and not turned(group.pair.first.words, group.pair.second.words):
        return _synonyms(swap.swapped, foreign(group.pair, story))
    nobody = one_unnamed(group.first[0], group.second[0])
    abroad = foreign(group.pair, story) if nobody or reordered(group.pair) else ""
    if nobody and abroad:
        because = f"Whom one article does not name may be who speaks in the other, and the articles speak of {abroad}: probably two English renderings."
        return Explanation("explained", REASON, because, 0.6)
    if abroad:
        because = f"One text with its words in another order, and the articles speak of {abroad}: probably two English renderings."
        return Explanation("explained", REASON, because, 0.6)
    if "state media" in (group.first[0].channel, group.second[0].channel):
        because = "Both reached the public through state media in translation: probably two renderings of one statement."
        return Explanation("tension", REASON, because, 0.6)
    return None


def _of_office(group: Group, swap: Swap, story: Story) -> Explanation | None:
    """Several changes, a synonym among them, in what somebody said who speaks for a land of another tongue."""
    edits = [edit for edit in group.pair.words.edits if edit.first or edit.second]
    if len(edits) < _CHOICES or not swap.swapped or turned(group.pair.first.words, group.pair.second.words):
        return None
    land = speaks_for(group.pair, story)
    if not land:
        return None
    because = f"The speaker holds an office of {land}, where English is not the language: perhaps two English renderings."
    return Explanation("tension", REASON, because, 0.6)


def _one_word(group: Group) -> bool:
    """Whether two wordings are alike to the letter but for one word, which has another sense: no two hands do that."""
    words, swap = group.pair.words, swaps(group.pair.words)
    edits = [edit for edit in (words.head, *words.edits, words.tail) if edit.first or edit.second]
    one = len(edits) == 1 and len(edits[0].first) == len(edits[0].second) == 1
    return one and words.matched >= _LONG and bool(swap.first and swap.second)


_LONG = 6  # words in which two renderings would hardly agree


def _restyled(group: Group, story: Story) -> Explanation | None:
    """One synonym, or one preposition, for another in words that were not said in English."""
    swap, words = swaps(group.pair.words), group.pair.words
    small = any(edit.first and edit.second for edit in words.edits) and not (swap.first or swap.second)
    tense = any(stem(one) == stem(other) or is_being(one, other) for one, other in _changed(words))
    abroad = translated(group.pair) or ("" if tense else foreign(group.pair, story))
    if abroad and (swap.swapped or small):
        because = f"One word for another of its sense, and the words or the articles are of {abroad}: probably two English renderings."
        return Explanation("explained", REASON, because, 0.6)
    return None


def _changed(words: Comparison) -> list[tuple[str, str]]:
    return [pair for edit in words.edits for pair in zip(edit.first, edit.second, strict=False)]


_CHOICES = 2  # so many synonyms in one sentence are two hands, not one slip


def _two_hands(group: Group, swap: Swap) -> bool:
    """Whether the synonyms tell of two translators: two of them, or one and words that only one of them adds."""
    added = swap.whole and bool(swap.first or swap.second) and group.pair.speakers is Speaker.SAME
    return len(swap.swapped) + (bool(swap.swapped) and added) >= _CHOICES


def _synonyms(swapped: tuple[tuple[str, str], ...], abroad: str) -> Explanation:
    """Several synonyms in one structure: two renderings, where anything is said of another language."""
    pairs = ", ".join(f"“{one}” for “{other}”" for one, other in swapped[:4])
    if abroad:
        because = f"One structure with synonyms in it ({pairs}), and the articles speak of {abroad}: probably two English renderings."
        return Explanation("explained", REASON, because, 0.6)
    because = (
        f"One structure with synonyms in it ({pairs}): perhaps renderings, but both stand in quotation marks."
    )
    return Explanation("tension", REASON, because, 0.6)
