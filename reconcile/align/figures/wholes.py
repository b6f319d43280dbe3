"""Whether two shares are of one whole: "60 percent of the cases" says nothing of "80 percent of the patients"."""

from __future__ import annotations

from functools import cache

from reconcile.align.figures.kin import head, may_count_one_thing
from reconcile.align.senses import senses
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.measured import named
from reconcile.values.regex import regex

_REACH = 60  # characters before a rise or fall in which its subject mostly stands
_BALLOTS = frozenset({"vote", "ballot", "voter", "electorate"})
_CHANGES = frozenset({"rise", "fall"})  # of what something was before


def one_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two shares may be of one whole; by how much something rose is no share of it."""
    if first.measure != second.measure and {first.measure, second.measure} & _CHANGES:
        return False
    if (
        first.measure in _CHANGES
        and (one := _concepts(first))
        and (other := _concepts(second))
        and not one & other
    ):
        return False  # the revenue and the profit
    apart = first.value.unit == second.value.unit and not first.value.relation(second.value).compatible
    if apart and first.measure in _CHANGES and not (_moving(first) & _moving(second)):
        return False  # the currency and the wages
    mine, its = head(first), head(second)
    if {mine, its} <= _BALLOTS and first.subject and second.subject:
        return True  # those who chose somebody, and his share of what they cast
    return not mine or not its or may_count_one_thing(mine, its) or bool(senses(mine) & senses(its))


def _concepts(claim: QuantityClaim) -> frozenset[str]:
    """What the words before a rise or fall say that it is of, where news has a name for that: revenue, profit."""
    start = claim.span.start - claim.sentence_start
    before = claim.sentence[max(0, start - _REACH) : start]
    return frozenset(c for word in _WORD.findall(before) if (c := named(word, "money"))) & _BOOKED


_WORD = regex(r"[a-z]+")
_BOOKED = frozenset(
    {"revenue", "profit", "loss", "cost", "budget", "salary", "deficit", "dividend", "savings"}
)


def _moving(claim: QuantityClaim) -> frozenset[str]:
    """The senses of the words before a rise or fall, or else of its sentence, but for those that say that it was one."""
    start = claim.span.start - claim.sentence_start
    before = claim.sentence[max(0, start - _REACH) : start]
    return (senses(before) - _moves()) or (senses(claim.sentence) - _moves())


@cache
def _moves() -> frozenset[str]:
    return senses(
        "rise rose risen rising fall fell fallen falling lose lost gain gained drop dropped climb climbed grow grew grown "
        "increase increased decrease decreased decline declined slip slipped jump jumped percent cent year month week"
    )


def two_wholes(first: QuantityClaim, second: QuantityClaim, alike: float) -> bool:
    """Whether two shares name no whole, or two, and the words around, `alike` from 0 to 1, do not make them one."""
    shares = first.measure == second.measure == "share"
    return shares and first.counted != second.counted and alike < _LIKE_SHARES


_LIKE_SHARES = 0.25


def same_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both shares name their whole, and the same."""
    return bool(head(first) and head(second)) and one_whole(first, second)


def two_shares(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two shares of one whole do not the same: "45 percent of the crop goes to Brae", "70 percent is held up"."""
    if {first.measure, second.measure} != {"share"}:
        return False
    ours, theirs = _besides(first), _besides(second)
    return bool(ours and theirs) and not ours & theirs


def _besides(claim: QuantityClaim) -> frozenset[str]:
    """The senses of the words of a sentence, but for those of the whole, and of who says it."""
    start, end = claim.span.start - claim.sentence_start, claim.span.end - claim.sentence_start
    noun = claim.counted.rsplit(" ", 1)[-1]
    whole = claim.sentence.find(noun, end)
    after = whole + len(noun) if whole >= 0 else end
    beside = senses(f"{claim.sentence[:start]} {claim.sentence[after:]}") - senses(claim.sentence[end:after])
    return beside - senses(claim.attribution or "") - _SAYING


_SAYING = frozenset({"say", "report", "tell", "estimate"})
