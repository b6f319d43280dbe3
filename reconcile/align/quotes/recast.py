"""Short remarks of one speaker in two wordings: the same but for a word, or turned about."""

from __future__ import annotations

import re

from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.utterances import Pair, Utterance
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.values.quotes import BRACKET, ELLIPSIS, Comparison, Edit, is_content, tokens
from reconcile.values.regex import regex

SLIPS = 2  # so many words replaced are a slip, more another rendering
_FRAME, _RECAST = 5, 4
_REMARK = 12


def framed(pair: Pair) -> int:
    """How many words of sense differ at the one place where two short sentences do; 0 when they are no such sentences.

    "We sell what we could not eat" and "We sell what we could not keep": all the words but one, in one order.
    """
    words = pair.words
    ends = [
        edit
        for edit in (words.head, words.tail)
        if (said_words(edit.first) or said_words(edit.second)) and not edit.trifling
    ]
    changes = [edit for edit in (*words.edits, *ends) if not edit.marked]
    if _one_word(pair, changes) or _in_a_passage(pair, changes):
        return 1
    whole = pair.first.opens and pair.second.opens and pair.first.claim.direct and pair.second.claim.direct
    if whole and pair.speakers is Speaker.SAME and (turned := _turned(pair, changes)):
        return turned
    if len(changes) == 2:
        middle = _middle(pair.first.words, pair.second.words)
        changes = [middle] if _size(middle) <= sum(map(_size, changes)) + 4 else changes
    least = 0.7 if words.content >= 2 else 0.75  # "they are sure to catch him one day" is all frame
    if len(changes) != 1 or not whole or words.matched < _FRAME or words.share < least:
        return 0
    first, second = (said_words(side) for side in changes[0])
    if not all(any(map(is_content, side)) for side in (first, second)):
        return 0
    if max(len(pair.first.words), len(pair.second.words)) > _REMARK or changes[0].trifling:
        return 0
    if list(map(stem, first)) == list(map(stem, second)):
        return 0  # another form of one verb
    many = max(len(first), len(second))
    if many > _RECAST or len(first) != len(second):
        return many if many <= _RECAST else 0
    return max(sum(map(is_content, side)) for side in (first, second))  # "on the table", "at our throat"


def _middle(first: tuple[str, ...], second: tuple[str, ...]) -> Edit:
    """What stands between the words that two sentences begin with and those that they end with."""
    most = min(len(first), len(second))
    start = next((at for at in range(most) if first[at] != second[at]), most)
    end = next((at for at in range(most - start) if first[-1 - at] != second[-1 - at]), most - start)
    return Edit(first[start : len(first) - end], second[start : len(second) - end])


def _size(edit: Edit) -> int:
    return len(edit.first) + len(edit.second)


def _one_word(pair: Pair, changes: list[Edit]) -> bool:
    """Whether a quoted part of a sentence has another word of sense than the sentence, and all its others."""
    part = pair.first.opens is not pair.second.opens and pair.speakers is Speaker.SAME
    swapped = [edit for edit in changes if edit.first and edit.second]
    if not part or len(swapped) != 1 or pair.words.matched < _RECAST or pair.words.content < 1:
        return False
    first, second = swapped[0]
    one = len(first) == len(second) == 1 and is_content(first[0]) and is_content(second[0])
    rest = [edit for edit in changes if edit is not swapped[0]]
    return one and not rest[1:] and pair.words.share >= 0.8 and stem(first[0]) != stem(second[0])


def _in_a_passage(pair: Pair, changes: list[Edit]) -> bool:
    """Whether one word of sense replaces another in a short sentence of a passage that is printed twice."""
    one = len(changes) == 1 and len(changes[0].first) == len(changes[0].second) == 1
    if not one or not pair.upheld or changes[0].trifling:
        return False
    first, second = changes[0].first[0], changes[0].second[0]
    return is_content(first) and is_content(second) and stem(first) != stem(second)


def _turned(pair: Pair, changes: list[Edit]) -> int:
    """More than 0 where a few words turn a sentence of plain words: "what we do not know", "do not want to know"."""
    words, many = pair.words, sum(max(len(edit.first), len(edit.second)) for edit in changes)
    both = any(edit.first for edit in changes) and any(edit.second for edit in changes)
    telling = any(is_content(word) for edit in changes for word in edit.first + edit.second)
    plain = words.content < 2 and words.matched >= _FRAME + 2 and words.share >= 0.85
    return SLIPS if both and telling and plain and many <= SLIPS + 1 else 0


def both_said(pair: Pair, story: Story) -> bool:
    """Whether an article that prints the one wording has the other's own words too: two sentences, then, not one."""
    for mine, its in ((pair.first, pair.second), (pair.second, pair.first)):
        own = {word for word in its.words if is_content(word)} - set(mine.words)
        article = mine.claim.span.article
        quoted = {
            word
            for claim in story.of(QuoteClaim)
            if claim.span.article == article
            for word in tokens(claim.value)
        }
        if own and own <= quoted:
            return True
    return False


def of_two_labels(pair: Pair) -> bool:
    """Whether two people say the two, and the label of a transcript, in capitals, names one of them."""
    return pair.speakers is Speaker.OTHER and any(
        s.claim.speaker.isupper() for s in (pair.first, pair.second)
    )


def cited(pair: Pair) -> bool:
    """Whether one tells in words of his own what a text says whose words the other are: "under Article 4 of the pact"."""
    sides = ((pair.first, pair.second), (pair.second, pair.first))
    return pair.speakers is not Speaker.SAME and any(
        _TEXT.search(its.claim.subject) and not _TEXT.search(mine.claim.subject) and _TEXT.search(mine.text)
        for mine, its in sides
    )


_TEXT = regex(
    r"\b(?:article|clause|paragraph|treaty|pact|constitution|charter|convention|statute|protocol)s?\b", re.I
)


def second_hand(first: QuoteClaim, second: QuoteClaim) -> bool:
    """Whether an article has one of two like sentences from the speaker, the other through a medium that quotes him."""
    return (first.event in ("quote", "cite")) is not (second.event in ("quote", "cite"))


def headlined(first: QuoteClaim, second: QuoteClaim, story: Story) -> bool:
    """Whether one of two quotations in an article stands in its headline, the other below."""
    start, end = sorted((first.span.start, second.span.start))
    break_ = story.article(first).text.find("\n", start)
    return start < _HEADLINE and 0 <= break_ < end


_HEADLINE = 200  # characters in which a headline begins
_TOLD = regex(
    r"\b(?:we|i|you)\s(?:were|was|are|have been|had been|keep being)\s(?:told|assured|promised)\b|\b(?:they|he|she)\s(?:said|told|say|tells|promised|assured)\b",
    re.I,
    holds="told|assured|promised|said|say|tells",
)


def handed_on(pair: Pair) -> bool:
    """Whether one speaker only repeats, in so many words, what he was told: "it was safe, we were told"."""
    return repeated(pair.first) or repeated(pair.second)


def repeated(said: Utterance) -> bool:
    """Whether an utterance says of its own words that the speaker was told them."""
    return _TOLD.search(said.text) is not None


def reordered(pair: Pair) -> bool:
    """Whether two wordings of one speaker hold most of each other's words of sense, in another order."""
    one, two = sorted(
        ({stem(w) for w in said.words if is_content(w)} for said in (pair.first, pair.second)), key=len
    )
    if pair.speakers is not Speaker.SAME:
        return False
    if len(one) >= 2 and one <= two and len(two) - len(one) <= 1:
        return True  # "what I lost I sing": every word of sense of the one stands in the other
    return len(one) >= 4 and len(one & two) >= 0.6 * len(one) > pair.words.content


def taken_from(pair: Pair) -> bool:
    """Whether an article quotes a few words out of a sentence that it prints elsewhere: the lead, and the passage.

    Two words do where one person says both; one does not, as people come back to a word.
    """
    part, whole = sorted((pair.first, pair.second), key=lambda said: len(said.words))
    inside = pair.words.share == 1 and not pair.words.edits and not part.opens
    least = 2 if pair.speakers is Speaker.SAME and part.content == len(part.words) else 3
    return inside and least <= len(part.words) < len(whole.words) and part.content > 0


def inflected_part(pair: Pair) -> bool:
    """Whether some quoted words stand in the other wording in another form: "clarify some points", "clarified some points"."""
    part, whole = sorted((pair.first.words, pair.second.words), key=len)
    if (
        len(part) < 3
        or pair.words.content < 1
        or pair.words.share == 1
        or (pair.first.opens and pair.second.opens)
    ):
        return False
    mine, its = list(map(stem, part)), list(map(stem, whole))
    runs = (its[at : at + len(mine)] for at in range(len(its) - len(mine) + 1))
    return sum(map(is_content, part)) >= 2 and any(run == mine for run in runs)


def broken_off(words: Comparison) -> bool:
    """Whether one printing stops with an ellipsis right where the other goes on, after a run of words in both."""
    marked = any(side[:1] == (ELLIPSIS,) for side in words.tail)
    return marked and words.content >= 2 and words.longest >= _RUN and words.share >= 0.4


_RUN = 4  # words in a row that two remarks hardly share by chance


def said_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without marked omissions and additions."""
    return tuple(word for word in words if word not in (BRACKET, ELLIPSIS))
