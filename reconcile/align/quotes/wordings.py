"""What kind of difference lies between two wordings of what may be one utterance, and the utterances grouped by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from operator import attrgetter

from reconcile.align.quotes.edits import (
    condition,
    contrary,
    denies,
    dispensable,
    goes_on_without,
    inflected,
    joins,
    limits,
    one_number,
    one_sense,
    tense,
)
from reconcile.align.quotes.like_sayings import likely_one
from reconcile.align.quotes.recast import (
    SLIPS,
    both_said,
    broken_off,
    cited,
    framed,
    handed_on,
    headlined,
    inflected_part,
    of_two_labels,
    said_words,
    second_hand,
    taken_from,
)
from reconcile.align.quotes.renderings import shared, swaps, turned
from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.tongues import translated
from reconcile.align.quotes.utterances import Pair, pairs, printing
from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.values.quotes import Comparison, Edit, is_content

_FAR = timedelta(days=180)  # two printings further apart are more likely two occasions than one
_BESIDE = 0.1  # likeness of what stands around two quotations that tells of one remark
_SOON = timedelta(days=21)  # a short remark that comes again later than this is said again


class Wording(StrEnum):
    """How two wordings relate."""

    SAME = "same"
    EXCERPT = "excerpt"  # one is part of the other, or the marks own up to what is left out
    CONTINUED = "continued"  # one statement, which one article quotes further than the other
    CUT = "cut"  # words are missing inside or at the end, and nothing says so
    ALTERED = "altered"  # words are replaced
    RESTYLED = "restyled"  # another tense, one synonym: the same sense
    RENDERING = "rendering"  # one sense, other words
    OCCASION = "occasion"  # alike, but said at another time
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Group:
    """All claims that print one wording against all that print another; `pair` is an example."""

    wording: Wording
    pair: Pair
    first: tuple[QuoteClaim, ...]
    second: tuple[QuoteClaim, ...]


def groups(story: Story, *wanted: Wording) -> Iterator[Group]:
    """Yields the groups of two wordings that relate in one of the `wanted` ways, in text order."""
    found: dict[tuple[Wording, tuple[str, ...], tuple[str, ...]], list[Pair]] = {}
    for pair in pairs(story):
        wording = classify(pair, story)
        if wording in wanted:
            one, two = sorted((pair.first.words, pair.second.words))
            found.setdefault((wording, one, two), []).append(pair)
    merged: dict[tuple[object, ...], list[Group]] = {}
    for key, members in found.items():
        example = members[0]
        first = printing(members, example.first.words, story)
        second = printing(members, example.second.words, story)
        group = Group(Wording(key[0]), example, first, second)
        alike = merged.setdefault((group.wording, *_change(example)), [])
        index = next((i for i, known in enumerate(alike) if _share(known, group)), None)
        if index is None:
            alike.append(group)
        else:
            alike[index] = _joined(alike[index], group)
    for group in (group for alike in merged.values() for group in alike):
        if group.wording not in _ONE_SAYING or not _two_sayings(group, story):
            yield group


_ONE_SAYING = (Wording.ALTERED, Wording.RESTYLED, Wording.RENDERING)


def _two_sayings(group: Group, story: Story) -> bool:
    """Whether an article prints both wordings, neither in its headline or at second hand: two things were said."""
    both = ((a, b) for a in group.first for b in group.second if a.span.article == b.span.article)
    return any(not headlined(one, two, story) and not second_hand(one, two) for one, two in both)


def _change(pair: Pair) -> tuple[object, ...]:
    """What differs between the two wordings, whichever stands first."""
    edits = (pair.words.head, *pair.words.edits, pair.words.tail)
    one = tuple(edit.first for edit in edits if edit.first and edit.second)
    two = tuple(edit.second for edit in edits if edit.first and edit.second)
    return tuple(sorted((one, two))) if one else (pair.first.words, pair.second.words)


def _share(known: Group, group: Group) -> bool:
    """Whether the same claims give the one wording or the other in both groups, or two sentences of one turn."""
    ours, theirs = {c.id for c in known.first + known.second}, {c.id for c in group.first + group.second}
    if ours & theirs:
        return True
    one, two = ([_turns(g.first), _turns(g.second)] for g in (known, group))
    return bool(one[0] & two[0] and one[1] & two[1]) or bool(one[0] & two[1] and one[1] & two[0])


def _turns(claims: tuple[QuoteClaim, ...]) -> set[tuple[str, int]]:
    return {(claim.span.article, claim.turn) for claim in claims}


def _joined(known: Group, group: Group) -> Group:
    """Two groups of one change, each side with all the claims that print it."""
    turned = _turns(known.first) & _turns(group.second) or _turns(known.second) & _turns(group.first)
    first, second = (group.second, group.first) if turned else (group.first, group.second)
    one = {c.id: c for c in known.first + first}
    two = {c.id: c for c in known.second + second if c.id not in one}
    return Group(known.wording, known.pair, tuple(one.values()), tuple(two.values()))


def classify(pair: Pair, story: Story) -> Wording:
    """How the two wordings of a pair relate."""
    words = pair.words
    claims = pair.first.claim, pair.second.claim
    headline = False
    if pair.first.claim.span.article == pair.second.claim.span.article:
        headline = headlined(*claims, story) and pair.speakers is not Speaker.OTHER
        if not headline and not second_hand(*claims):
            return Wording.EXCERPT if taken_from(pair) else Wording.UNRELATED
    if pair.first.words == words.second:
        return Wording.SAME
    if of_two_labels(pair) or cited(pair):
        return Wording.UNRELATED
    one_voice = pair.speakers is Speaker.SAME or headline
    if pair.speakers is Speaker.VAGUE and not far(pair, story, _SOON):
        one_voice = one_voice or pair.upheld or _printed(pair)
    one_voice = one_voice or (pair.upheld and words.matched >= _LONG and words.share >= _MOST)
    edits = [edit for edit in words.edits if not edit.marked and not one_number(edit)]
    bare = not _sided(words.head) and not _sided(words.tail)
    if headline and edits and bare and not any(map(contrary, edits)) and all(_one_way(edits)):
        return Wording.EXCERPT  # a headline leaves out what it has no room for
    if pair.speakers is not Speaker.OTHER and inflected_part(pair):
        return Wording.OCCASION if far(pair, story, _SOON) else Wording.RESTYLED
    if not one_voice and (words.content < 4 or words.share < 0.6):
        near = words.matched >= 3 and story.similarity(pair.first.claim, pair.second.claim) >= _BESIDE
        held = pair.speakers is Speaker.VAGUE and words.share == 1 and words.content >= 2
        held = held and (near or words.matched >= 5)
        return _part(pair) if held and not words.edits and bare else _loose(pair, story)
    if one_voice and bare and not words.edits and words.articles and not far(pair, story, _SOON):
        return Wording.RESTYLED  # "a committee" here, "committee" there
    if one_voice and (rendered := _rendered(pair, story)):
        return rendered
    if (
        one_voice
        and bare
        and edits
        and all(inflected(e) or tense(e) or one_sense(e) for e in edits)
        and any(inflected(e) or one_sense(e) for e in edits)
    ):
        return Wording.OCCASION if far(pair, story) else Wording.RESTYLED
    if one_voice and (slips := framed(pair)) and not far(pair, story, _SOON) and not both_said(pair, story):
        many = slips > SLIPS or (slips > 1 and translated(pair))
        return Wording.RENDERING if many else Wording.ALTERED
    if words.content < 2 and not pair.upheld and not (words.share == 1 and _least(pair) <= 4):
        return _loose(pair, story)
    small = len(edits) == 1 and not any(is_content(word) for word in edits[0].first + edits[0].second)
    if small and edits[0].first and edits[0].second and words.share >= 0.9:
        return Wording.ALTERED if contrary(edits[0]) else Wording.RESTYLED
    if small and not (contrary(edits[0]) or _trimmed(words) or _one_word(pair, edits)):
        if (
            pair.speakers is Speaker.SAME
            and words.share >= 0.8
            and not far(pair, story, _SOON)
            and not joins(edits[0])
        ):
            return Wording.RESTYLED
        edits = []
    if not edits and bare and (words.share >= 0.6 or words.edits):
        ends = (*words.head.first, *words.head.second, *words.tail.first, *words.tail.second)
        if one_voice and not far(pair, story, _SOON) and _replaced(pair) and not both_said(pair, story):
            return Wording.RESTYLED
        if (
            one_voice
            and (goes_on_without(words.head) or goes_on_without(words.tail))
            and not far(pair, story, _SOON)
        ):
            return Wording.CUT
        return _part(pair) if ends or words.edits else Wording.SAME
    turns = [bool(edit.first) != bool(edit.second) for edit in (words.head, words.tail)]
    # each article begins or stops elsewhere in one sentence
    overlap = not edits and words.longest >= (_TURNED if all(turns) else _LONG)
    if one_voice and bare and (overlap or (not edits and broken_off(words))):
        return Wording.EXCERPT
    if far(pair, story):
        return Wording.OCCASION
    if bare and words.share >= 0.75 and all(_one_way(edits)):
        if _one_word(pair, edits) or any(map(denies, edits)):
            return Wording.RESTYLED if dispensable(edits[0]) else Wording.ALTERED
        return Wording.CUT
    if bare and words.share >= 0.8 and words.content >= 3 and all(map(tense, edits)):
        return Wording.RESTYLED
    close = (
        words.share >= 0.75
        and (words.content >= 3 or pair.upheld)
        and _short(words.head, pair)
        and _short(words.tail, pair)
    )
    if not one_voice:
        close = close and words.share >= 0.85 and words.content >= 4
    if (close and not _reworded(edits)) or _nearly(pair, edits):
        return Wording.ALTERED
    return _loose(pair, story)


_TURNED = 6  # words that end what one article prints and begin what the other does
_LONG, _MOST = (
    8,
    0.7,
)  # words, and their part of the shorter, that no two people say beside another sentence alike


def _printed(pair: Pair) -> bool:
    """Whether two whole sentences are so much alike that their speakers, who may be one, are one."""
    words = pair.words
    if words.share < 0.8 or not (pair.first.opens and pair.second.opens):
        return False
    nameless = not pair.first.claim.subject or not pair.second.claim.subject
    return words.matched >= (5 if nameless else 8) and words.content >= (2 if nameless else 3)


def _rendered(pair: Pair, story: Story) -> Wording | None:
    """What synonyms in the places of words make of two wordings of one speaker; None where they tell nothing."""
    if turned(pair.first.words, pair.second.words):
        return None
    swap, words = swaps(pair.words), pair.words
    if far(pair, story, _SOON):
        alike = swap.whole and shared(pair.first.words, pair.second.words)
        return Wording.OCCASION if alike and swap.swapped and alike[0] >= 3 and alike[1] >= 0.75 else None
    if len(swap.swapped) == 1 and not swap.first and not swap.second and words.share >= 0.75:
        return Wording.RESTYLED
    many, share = shared(pair.first.words, pair.second.words)
    if translated(pair) and swap.swapped and many >= 2 and share >= 0.5:
        return Wording.RENDERING
    if (
        swap.whole
        and many >= 3
        and share >= 0.75
        and len(swap.swapped) + bool(swap.first or swap.second) >= 2
    ):
        return None if both_said(pair, story) else Wording.RENDERING
    return None


def _replaced(pair: Pair) -> bool:
    """Whether a word or two stand in the place of others, however small: "by tape" is no part of "with tape"."""
    words = pair.words
    stretches = list(words.edits)
    if pair.first.opens and pair.second.opens:
        stretches.append(words.head)
    if all(said.text.rstrip("\"'”’ ")[-1:] in _STOPS for said in (pair.first, pair.second)):
        stretches.append(words.tail)
    return any(
        0 < len(said_words(edit.first)) <= _FEW
        and 0 < len(said_words(edit.second)) <= _FEW
        and not edit.marked
        and not edit.trifling
        for edit in stretches
    )


_STOPS = tuple(",.!?")
_FEW = 2  # words that replace each other; where more do, a sentence has another beginning or end


def _least(pair: Pair) -> int:
    return min(len(pair.first.words), len(pair.second.words))


def _one_word(pair: Pair, edits: list[Edit]) -> bool:
    """Whether the two printings of one speaker's sentence are alike but for one word in the midst."""
    words = pair.words
    ends = (words.head.first, words.head.second, words.tail.first, words.tail.second)
    one = len(edits) == 1 and len(edits[0].first) + len(edits[0].second) == 1 and not joins(edits[0])
    return one and not any(ends) and pair.speakers is Speaker.SAME


def _trimmed(words: Comparison) -> bool:
    """Whether one wording lacks words in the midst and at the end too: the same sentence, cut twice."""
    inner, tail = words.edits[0], words.tail
    return not any(words.head.first + words.head.second) and any(
        side(inner) and side(tail) and not other(inner) and not other(tail)
        for side, other in (_SIDES, _SIDES[::-1])
    )


def _parallel(pair: Pair) -> bool:
    """Whether two short remarks hang on the same two or more words of sense, with one or two others between them."""
    one, two = ({stem(w) for w in said.words if is_content(w)} for said in (pair.first, pair.second))
    if pair.first.claim.span.article == pair.second.claim.span.article:
        return False
    return len(one & two) >= 2 and len(one & two) >= 0.6 * max(len(one), len(two)) and one != two


def far(pair: Pair, story: Story, limit: timedelta = _FAR) -> bool:
    """Whether the two articles were published too far apart to report one occasion."""
    first, second = (story.article(said.claim).published for said in (pair.first, pair.second))
    if first is None or second is None or first.interval.start is None or second.interval.start is None:
        return False
    return abs(first.interval.start - second.interval.start) > limit


def _loose(pair: Pair, story: Story) -> Wording:
    """Two wordings that share less than most of their words: renderings of one statement, or two statements."""
    words = pair.words
    if pair.speakers is not Speaker.SAME and handed_on(pair):
        return Wording.UNRELATED
    if far(pair, story, _SOON):
        again = words.share >= 0.55 and words.content >= 4
        vague = pair.speakers is Speaker.VAGUE and words.share >= 0.8 and words.content >= 3
        parallel = pair.speakers is Speaker.SAME and _parallel(pair)
        return Wording.OCCASION if (again and far(pair, story)) or vague or parallel else Wording.UNRELATED
    told = pair.speakers is Speaker.SAME and translated(pair) and words.share >= 0.25
    return Wording.RENDERING if told or _of_office(pair) or likely_one(pair, story) else Wording.UNRELATED


def _of_office(pair: Pair) -> bool:
    """Whether one who is told by an office says much the same as one who is named, or is told by another office."""
    first, second = pair.first.claim, pair.second.claim
    kinds = {first.speaker_kind, second.speaker_kind}
    one = pair.speakers is Speaker.VAGUE and "role" in kinds and kinds <= {"role", "person"}
    alike = pair.words.content >= 4 and pair.words.share >= 0.42
    return one and alike and first.subject != second.subject


def _part(pair: Pair) -> Wording:
    """An excerpt, or what goes on elsewhere with a condition, or, where it is printed as whole, with other limits."""
    words = pair.words
    for whole, rest in ((pair.first, words.tail.second), (pair.second, words.tail.first)):
        sentence = (whole.opens or whole.closes) and words.content >= 3 and not whole.text.isupper()
        if len(rest) <= 12 and ((sentence and limits(rest)) or condition(rest)):
            return Wording.CUT  # capitals alone are a heading
    return Wording.EXCERPT


def _sided(edit: Edit) -> bool:
    """Whether both wordings have words of their own at an end: then one replaces the other."""
    telling = all(any(map(is_content, side)) for side in (edit.first, edit.second)) or contrary(edit)
    return bool(said_words(edit.first)) and bool(said_words(edit.second)) and telling and not edit.trifling


def _reworded(edits: list[Edit]) -> bool:
    """Whether so many words of sense are replaced that this is another rendering, not a slip."""
    replaced = [edit for edit in edits if edit.first and edit.second]
    return min(sum(is_content(w) for edit in replaced for w in side(edit)) for side in _SIDES) >= 3


_SIDES = (attrgetter("first"), attrgetter("second"))


def _short(edit: Edit, pair: Pair) -> bool:
    """Whether at most two words stand against a few others at an end: more is another beginning or another end."""
    few, many = sorted((len(said_words(edit.first)), len(said_words(edit.second))))
    whole = pair.first.opens and pair.second.opens
    return not _sided(edit) or (few <= 2 and (many <= 4 or not whole))


def _one_way(edits: list[Edit]) -> Iterator[bool]:
    """Whether only one of the two wordings has words that the other lacks."""
    extra = {("first" if edit.first else "second") for edit in edits if not (edit.first and edit.second)}
    for edit in edits:
        yield len(extra) == 1 and not (edit.first and edit.second)


def _nearly(pair: Pair, edits: list[Edit]) -> bool:
    """Fewer matches, but only a word or two between them: "the tide rose fast" / "so the tide rose"."""
    changed = sum(max(len(edit.first), len(edit.second)) for edit in edits)
    return (
        pair.speakers is Speaker.SAME and pair.words.content >= 3 and changed <= 3 and pair.words.share >= 0.6
    )
