"""Utterances across articles: sentences in quotation marks that may be one saying, paired and compared word by word."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from reconcile.align.quotes.renderings import shared
from reconcile.align.quotes.speakers import Speaker, by_office, relation, sole_holders
from reconcile.align.senses import base
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.claims.role import RoleClaim
from reconcile.values.names import loosened
from reconcile.values.quotes import Comparison, compare, is_content, tokens
from reconcile.values.regex import regex

_NAMING = 160  # characters in which a speaker is named amid his sentence
_RUN = 4  # words in a row that make two utterances worth comparing
_NEXT = 400  # characters within which two quotations are one passage
_REMARK = 12  # words of a short remark
_PLAIN = 7  # words of a sentence that tells something though no word carries sense of its own
_PRINTED = 0.9  # the part of the words of two sentences that makes them two printings of one
_CROWD = 24  # a word in more utterances than this tells nothing
_ALIKE, _ALIKE_ABROAD = 0.75, 0.5  # the part of its words of sense that one wording shares with its rendering
_END = regex(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z'’])")

_OTHERS = regex(r"[\"“][^\"“”]{12,400}[\"”]")  # what the speaker of a transcript quotes


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Utterance:
    """One sentence of a quotation, or a quoted fragment, with its normalized words."""

    claim: QuoteClaim
    text: str
    words: tuple[str, ...]
    opens: bool  # whether it begins a sentence, as far as its first letter tells
    closes: bool  # whether a stop ends it, not a comma or the mark alone
    rest: tuple[
        QuoteClaim, ...
    ] = ()  # the further pieces, where the speaker is named in the midst of the sentence

    @property
    def claims(self) -> tuple[QuoteClaim, ...]:
        """The quotations that hold its words."""
        return (self.claim, *self.rest)

    @property
    def content(self) -> int:
        """How many of its words carry sense."""
        return sum(map(is_content, self.words))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pair:
    """Two utterances that may be one saying, their comparison, and how their speakers relate.

    `upheld` says that the sentences before or after them are alike too: two printings of one passage.
    """

    first: Utterance
    second: Utterance
    words: Comparison
    speakers: Speaker
    upheld: bool = False


_SAME: WeakKeyDictionary[Story, Mapping[tuple[str, ...], Sequence[QuoteClaim]]] = WeakKeyDictionary()
_PAIRS: WeakKeyDictionary[Story, tuple[Pair, ...]] = WeakKeyDictionary()


def pairs(story: Story) -> tuple[Pair, ...]:
    """Every two utterances of different articles, or of one, that share telling words; computed once per story."""
    if story not in _PAIRS:
        _PAIRS[story] = tuple(_pairs(story))
    return _PAIRS[story]


def printing(members: Iterable[Pair], words: tuple[str, ...], story: Story) -> tuple[QuoteClaim, ...]:
    """The quotations in some pairs that print the words, with those that print just what one of these prints."""
    said = [said for pair in members for said in (pair.first, pair.second) if said.words == words]
    own = {claim.id: claim for utterance in said for claim in utterance.claims}
    same = {claim.id: claim for claim in _word_for_word(story).get(words, ())}
    return tuple((own | same if own.keys() & same.keys() else own).values())


def _word_for_word(story: Story) -> Mapping[tuple[str, ...], Sequence[QuoteClaim]]:
    """By their words the quotations that pairs of one voice, or of voices that may be one, print alike."""
    if story not in _SAME:
        known: dict[tuple[str, ...], dict[str, QuoteClaim]] = defaultdict(dict)
        for pair in pairs(story):
            if pair.first.words == pair.second.words and pair.speakers is not Speaker.OTHER:
                claims = (*pair.first.claims, *pair.second.claims)
                known[pair.first.words].update((claim.id, claim) for claim in claims)
        _SAME[story] = {words: tuple(claims.values()) for words, claims in known.items()}
    return _SAME[story]


def utterances(claim: QuoteClaim) -> Iterator[Utterance]:
    """The sentences of a quotation."""
    marked = claim.value[:1] != claim.span.quote[:1]
    said = claim.value if marked else _OTHERS.sub("… ", claim.value)
    pieces = _END.split(said) if any(stop in said[:-1] for stop in ".!?…") else [said]
    for piece in pieces:
        found = tokens(piece)
        if any(is_content(word) for word in found) or len(found) >= _PLAIN:
            bare = piece.strip("\"'“”‘’ ")
            yield Utterance(claim, piece, found, bare[:1].isupper(), bare[-1:] in ".!?")


def _joined(claims: list[QuoteClaim]) -> Iterator[Utterance]:
    """The utterances of all quotations; a sentence that its speaker's name cuts in two is put together again."""
    last: Utterance | None = None
    for claim in claims:
        pieces = list(utterances(claim))
        if last is not None and pieces and _goes_on(last, pieces[0]):
            head, tail = last, pieces.pop(0)
            text = f"{head.text.rstrip()} {tail.text}"
            claims_ = (*head.rest, claim)
            last = Utterance(head.claim, text, head.words + tail.words, head.opens, tail.closes, claims_)
            if not pieces:
                continue
        if last is not None:
            yield last
        yield from pieces[:-1]
        last = pieces[-1] if pieces else None
    if last is not None:
        yield last


def _goes_on(head: Utterance, tail: Utterance) -> bool:
    """Whether the second piece carries on the sentence of the first: one turn, a comma before, a small letter after."""
    one, two = head.claims[-1], tail.claim
    near = one.span.article == two.span.article and two.span.start - one.span.end <= _NAMING
    small = two.value.lstrip("\"'“”‘’ ")[:1].islower()
    return near and one.turn == two.turn and one.direct and small and head.text.rstrip()[-1:] in ",-–—"


def _pairs(story: Story) -> Iterator[Pair]:
    known = list(_joined(story.of(QuoteClaim)))
    order = {id(said): index for index, said in enumerate(known)}
    wanted: set[tuple[int, int]] = set()
    holders: dict[str, list[int]] = defaultdict(list)
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    contents = [said.content for said in known]
    for index, said in enumerate(known):
        telling = dict.fromkeys(base(word) for word in said.words if is_content(word))
        shared: dict[int, int] = defaultdict(int)
        for word in telling:
            for other in holders[word][-_CROWD:]:
                shared[other] += 1
            holders[word].append(index)
        for other, many in shared.items():
            short = max(len(known[other].words), len(said.words)) <= _REMARK
            if many >= 3 - short or many >= min(contents[other], contents[index]):
                wanted.add((other, index))
        for run in dict.fromkeys(zip(*(said.words[at:] for at in range(_RUN)), strict=False)):
            wanted.update((other, index) for other in runs[run][-_CROWD:])
            runs[run].append(index)
    wanted.update((order[id(a)], order[id(b)]) for a, b in _of_one_person(known))
    found: dict[tuple[int, int], Pair] = {}
    for one, two in sorted(wanted, key=lambda key: key[::-1]):
        if not set(known[one].claims) & set(known[two].claims):
            pair = _pair(known[one], known[two])
            if pair:
                found[one, two] = pair
    offices = sole_holders(story.of(RoleClaim)) if found else {}
    for place, pair in found.items():
        if pair.speakers is Speaker.VAGUE and by_office(pair.first.claim, pair.second.claim, offices):
            found[place] = replace(pair, speakers=Speaker.SAME)
    printed = [place for place, pair in found.items() if pair.words.share >= _PRINTED]
    for one, two in printed:
        for at, by in ((one - 1, two - 1), (one + 1, two + 1)):
            pair = _next(known, (one, two), (at, by)) if (at, by) not in found else None
            if pair:
                found[at, by] = pair
    for (one, two), pair in found.items():
        beside = (found.get((one - 1, two - 1)), found.get((one + 1, two + 1)))
        upheld = any(other and other.words.share >= 0.6 and _one_turn(pair, other) for other in beside)
        yield replace(pair, upheld=True) if upheld else pair


def _next(known: list[Utterance], pair: tuple[int, int], beside: tuple[int, int]) -> Pair | None:
    """The sentences of two quotations that stand beside two sentences alike, where they have as many words."""
    if min(beside) < 0 or max(beside) >= len(known):
        return None
    near = all(known[at].claim is known[by].claim for at, by in zip(pair, beside, strict=True))
    one, two = (known[at] for at in beside)
    alike = near and len(one.words) == len(two.words) and one.claim is not two.claim
    return _pair(one, two) if alike else None


def _one_turn(pair: Pair, other: Pair) -> bool:
    """Whether the utterances of the one pair stand next to those of the other in both articles."""
    return all(
        a.claim.span.article == b.claim.span.article and abs(a.claim.span.start - b.claim.span.start) <= _NEXT
        for a, b in ((pair.first, other.first), (pair.second, other.second))
    )


def _of_one_person(known: list[Utterance]) -> Iterator[tuple[Utterance, Utterance]]:
    """What one person says in two articles with few words in common: renderings of a foreign language, short remarks."""
    spoken: dict[str, list[Utterance]] = defaultdict(list)
    for said in known:
        claim = said.claim
        if claim.speaker_kind != "person":
            continue
        surnames = _surnames(claim.subject)
        others = {id(other): other for name in surnames for other in spoken[name][-_CROWD:]}
        for other in others.values():
            tongue = claim.tongue and claim.tongue == other.claim.tongue
            apart = claim.span.article != other.claim.span.article
            short = max(len(said.words), len(other.words)) <= _REMARK
            if tongue or (apart and (short or _akin(said, other))):
                yield other, said
        for name in surnames:
            spoken[name].append(said)


def _surnames(who: str) -> tuple[str, ...]:
    """The words of a name that may be the family name: all but the first, or the only one; romanizations come out alike."""
    folded = unicodedata.normalize("NFKD", who.casefold())
    names = "".join(c for c in folded if not unicodedata.combining(c)).split(" ")
    return tuple(_bare(name) for name in names[1:] or names)


def _bare(name: str) -> str:
    """The name as all its romanizations come out, Gaddafi and Gadhafi alike; a short name as it is."""
    return name if len(name) < _SHORT_NAME else loosened(name)


_SHORT_NAME = 6  # letters; Lee and Law are two people


def _akin(first: Utterance, second: Utterance) -> bool:
    """Whether two utterances say one thing as far as synonyms tell; fewer words do where a tongue is named."""
    many, share = shared(first.words, second.words)
    if first.claim.tongue or second.claim.tongue:
        return many >= 2 and share >= _ALIKE_ABROAD
    return many >= 3 and share >= _ALIKE


def _reordered(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether all the words of sense of the one, two or more, stand in the other."""
    one, two = sorted(({w for w in words if is_content(w)} for words in (first, second)), key=len)
    return len(one) >= 2 and one <= two and len(two) - len(one) <= 1


def _pair(first: Utterance, second: Utterance) -> Pair | None:
    words = compare(first.words, second.words)
    if words.share < 0.35 and not _reordered(first.words, second.words) and not _akin(first, second):
        return None
    return Pair(first, second, words, relation(first.claim, second.claim))
