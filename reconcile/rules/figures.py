"""Figures that meet and differ: the question, the sides, and what remains when nothing accounts for the difference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log2

from reconcile.align.figures.again import again
from reconcile.align.figures.closeness import MAIN, TOLLS, Match, going, named, nearby, owned
from reconcile.align.figures.degrees import on_scale_of
from reconcile.align.figures.incomparable import estimated, on_condition
from reconcile.align.figures.like_figures import likelihood
from reconcile.align.figures.periods import days_apart
from reconcile.align.figures.rates import Exchange
from reconcile.align.figures.scopes import added
from reconcile.align.figures.stretches import one_stretch
from reconcile.align.figures.sums import two_facets
from reconcile.align.figures.voices import against, two_voices
from reconcile.align.figures.weighing import (
    FAR,
    NEARLY,
    SURE,
    apart,
    companions_apart,
    finer,
    one_sex,
    planned,
    populations,
    quoted,
    sure,
    swapped,
    told_apart,
    told_once,
    turned,
)
from reconcile.align.figures.wholes import same_whole, two_shares, two_wholes
from reconcile.align.figures.whose import other_holder
from reconcile.align.likeness import SURE as LIKELY
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.asked import question
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.amounts import Amount, digits, measured, short
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

_SURE_INSIDE = 0.9  # what an article gives two figures of are mostly two things
_SURE_SHARE = 0.75
_SURE_VAGUE = 0.75  # a handful here, hundreds there: only words this alike tell of one crowd
_ONE_TELLING = 0.6  # how alike the sentences must be beside
_SURE_ASIDE = 0.5  # one article may set two authorities side by side
_SURE_BOUNDS = 0.25
_SURE_SLIP = 0.2  # one figure in two currencies is telling by itself
_TOO_WIDE = 0.25  # figures more than six times apart are hardly about one thing
_LIKE_WORDS = 0.2  # how alike the words around are where nothing but likelihood brings figures together
_CERTAIN = 0.8  # from so likely on two figures answer one question, whatever else speaks for it
_BESIDE = 0.08  # one telling word beside both figures
_SHORT, _FIRM = 0.07, 0.7  # what may lack where digits are turned; so likely they clash
_OTHER_QUAKE, _ROUGHLY = Decimal("1.15"), Decimal("1.15")

VERDICT: Verdict = "contradiction"

Remains = tuple[Verdict, str]


def difference(
    rule: str, group: Sequence[Match], story: Story, *, together: bool = True
) -> Iterator[Difference]:
    """One difference for each two values that the matches set against each other; `together` for one question."""
    pairs: dict[frozenset[str], list[Match]] = {}
    for match in group:
        if _differ(match, story):
            pairs.setdefault(frozenset((said(match.first), said(match.second))), []).append(match)
    given = _by_value(group) if pairs else {}
    for met in pairs.values():
        matches = _firmest(met)
        left = [(match, *found) for match in matches if (found := _remains(match, story))]
        _, verdict, because = min(left, key=lambda found: found[1] != "tension", default=(None, VERDICT, ""))
        yield Difference(
            rule=rule,
            kind="number",
            question=question(group),
            sides=_sides(given, matches, story),
            verdict=verdict,
            because=because,
            confidence=confidence(verdict, matches),
            doubtful=not left,
            settled=matches[0].first.form in _RANKED,
            matches=tuple(matches),
            clashes=tuple(match for match, *_ in left),
            group=group[0].first.id if together else "",
        )


_RANKED = ("ordinal", "score")


def _firmest(matches: Sequence[Match]) -> Sequence[Match]:
    """The matches that more than likelihood brings together, with the all but certain; else the likely ones, or all."""
    firm = [match for match in matches if not match.likely]
    if firm:
        certain = [match for match in matches if match.likely >= _CERTAIN]
        return firm + [match for match in certain if planned(match.first) == planned(match.second)]
    return [match for match in matches if match.likely >= LIKELY] or matches


def confidence(verdict: Verdict, matches: Sequence[Match]) -> float:
    """How sure a verdict on two figures is, by how surely the figures are about one thing."""
    if verdict == "unresolved" and (likely := max(match.likely for match in matches)):
        return round(likely, 2)
    base = {"contradiction": 0.62, "tension": 0.55, "explained": 0.7, "unresolved": 0.5, "information": 0.9}
    return round(min(0.95, base[verdict] + 0.35 * max(match.alike for match in matches)), 2)


def _by_value(group: Sequence[Match]) -> dict[str, list[QuantityClaim]]:
    """The claims of the matches, each once, by the value that they give."""
    claims: dict[str, QuantityClaim] = {}
    for match in group:
        for claim in (match.first, match.second):
            claims.setdefault(claim.id, claim)
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in claims.values():
        found[said(claim)].append(claim)
    return found


def _sides(
    given: dict[str, list[QuantityClaim]], met: Sequence[Match], story: Story
) -> tuple[DraftSide, ...]:
    """One side per value of the matches that take part, with every claim that gives this value of the same thing."""
    wanted = dict.fromkeys(said(claim) for match in met for claim in (match.first, match.second))
    return tuple(DraftSide(value=value, claims=again(given[value], story)) for value in wanted)


def said(claim: QuantityClaim) -> str:
    """The claim's value as a reader would say it, without what is counted."""
    return str(claim.value)


def _differ(match: Match, story: Story) -> bool:
    """Whether the figures differ, and surely enough of one thing that the difference may be looked into."""
    a, b = match.first, match.second
    same = match.relation is Relation.SAME or said(a) == said(b)
    same = same or (
        a.value.unit != b.value.unit and a.value.point == b.value.point and match.relation.compatible
    )
    if same or (_graded(match) and _grades_agree(a.value, b.value)):
        return False
    if a.form in _RANKED or b.form in _RANKED:
        return a.form == b.form and _ranks(match, story)
    if a.value.unit != b.value.unit:
        return True
    if populations(match):
        return match.alike >= sure(match, story) / (1 if a.part == b.part else 2)
    if match.relation.compatible:
        return match.alike >= _SURE_BOUNDS and (a.value.low, a.value.high) != (b.value.low, b.value.high)
    return match.relation is not Relation.UNKNOWN


def _graded(match: Match) -> bool:
    """Whether both are ratings, one of them said without its unit."""
    return match.brief and {match.first.value.unit, match.second.value.unit} == {"", "percent"}


def _grades_agree(a: Amount, b: Amount) -> bool:
    return replace(a, unit="").relation(replace(b, unit="")).compatible


def _ranks(match: Match, story: Story) -> bool:
    """Whether two ranks or results are of one thing; an article that counts through several of them tells a sequence."""
    a, b = match.first, match.second
    if a.span.article == b.span.article:
        return False
    if a.form == "ordinal" and (Decimal(1) in (a.value.point, b.value.point) or owned(a) != owned(b)):
        return False
    if a.form == "ordinal" and days_apart(a, b, story):
        return False  # the second visit on Monday, the third on Friday
    return told_apart(match, story) is None and match.alike >= (0.36 if a.form == "ordinal" else 0.5)


def _remains(match: Match, story: Story) -> Remains | None:
    """What is left when nothing accounts for the difference; None when it is then too doubtful to be told."""
    a, b = match.first, match.second
    if a.form in _RANKED:
        return _plain_clash(match)
    if on_condition(a) and on_condition(b):
        return None  # most often two conditions
    if a.per != b.per or (quoted(match, story) and not match.brief) or one_sex(match):
        return None  # a rate is no total, the men are not all the people
    if "distance" in (a.measure, b.measure) and not one_stretch(a, b, match.alike):
        return None
    if a.value.unit != b.value.unit and not _graded(match):
        return _currencies(match, story) if dimension(a.value.unit) == "money" else _units(match)
    if populations(match) or (two_facets(match) and match.relation is Relation.DIFFERS):
        return None
    told = named(a, b) or same_whole(a, b)
    aside = match.alike < _SURE_ASIDE or two_wholes(a, b, story.similarity(a, b))
    if a.form == "percent" and not match.brief and ((aside and not told) or two_shares(a, b)):
        return None
    if a.measure in TOLLS and not match.brief and companions_apart(match, story):
        return None
    return _bounds(match, story) if match.relation.compatible and not swapped(match) else _clash(match, story)


def _bounds(match: Match, story: Story) -> Remains | None:
    """Two limits that leave room for each other, but far apart."""
    a, b = match.first.value, match.second.value
    if "percent" in (a.unit, b.unit) and match.alike < _SURE_SHARE:
        return None  # a share says nothing without its whole
    far = a.point is None or b.point is None or max(a.point, b.point) > FAR * min(a.point, b.point)
    if any(v.high is None and v.point is not None and v.point <= 1 for v in (a, b)):
        return None  # "one or more" leaves room for any
    least = max(sure(match, story), 0.0 if a.rough and b.rough else _SURE_ASIDE)
    if a.point == b.point or far or match.alike < least or _inside(match):
        return None
    if match.likely and not _likely_enough(match, story):
        return _perhaps(match)
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    if a.hedge and b.hedge and a.above and b.above and not (a.rough and b.rough) and match.alike >= 0.5:
        return "contradiction", f"{pair} are both used as the figure, and they are far apart."
    return "tension", f"{pair} can both hold as bounds, yet they are far apart."


def _units(match: Match) -> Remains | None:
    a, b = match.first, match.second
    converted = on_scale_of(a.value, b.value) or a.value.to(b.value.unit)
    if b.value.unit == "degree":
        return _units(match._replace(first=b, second=a)) if a.value.unit != b.value.unit else None
    if converted is None or converted.point is None or b.value.point is None:
        return None
    if match.relation.compatible or apart(converted, b.value) > FAR or _inside(match):
        return None
    if match.likely:
        return _perhaps(match)
    if match.alike < SURE:
        return None
    said_so = measured(a.value.point or Decimal(0), a.value.unit)
    right = measured(converted.point, b.value.unit, short(converted.point))
    return "contradiction", f"{said_so} is {right}, which {b.span.quote!r} is not."


def _currencies(match: Match, story: Story) -> Remains | None:
    """One figure in two currencies, or a sum that is not the other at the articles' own rate."""
    a, b = match.first, match.second
    if a.value.point is None or b.value.point is None or two_facets(match):
        return None
    same, exchange = a.value.point == b.value.point, Exchange.of(match, story)
    if exchange is None and not same:
        return _no_rate(match)
    if match.alike < (_SURE_SLIP if same else SURE):
        return None
    slip = same and digits(a.value.point) > 1  # 85 million euros, 85 million dollars: no chance
    if match.likely and not slip and not (exchange and (exchange.fits or exchange.off > Decimal("0.5"))):
        return _perhaps(match)
    if exchange is None:
        pair = f"{a.span.quote!r} and {b.span.quote!r}"
        why = "somebody changed the currency and kept the figure"
        return "contradiction", f"{pair} are one figure in two currencies: {why}."
    if exchange.fits or (not same and exchange.off > Decimal("0.5")):
        return None
    return "contradiction", f"{exchange.worked_out(match)}, not {b.value}."


_UNKNOWN = frozenset({"CRW", "MRK", "DIN", "ESC", "DRC", "GLD"})  # coins of many lands, or of the past


def _no_rate(match: Match) -> Remains | None:
    """Two sums for one thing, of which the one is in a coin whose worth no article tells."""
    a, b = match.first, match.second
    if not {a.value.unit, b.value.unit} & _UNKNOWN or not named(a, b) or match.alike < SURE:
        return None
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    return "unresolved", f"{pair} cannot be compared: no article states the rate."


_SUBSET = regex(r"(?<!at )\b(?:most|worst|least|youngest|oldest|the only)\b", re.I)


def _clash(match: Match, story: Story) -> Remains | None:
    a, b = match.first, match.second
    if added(a) != added(b) or any(_SUBSET.search(claim.span.quote) for claim in (a, b)):
        return None  # "two further people died", "the two worst hurt": not the whole that others count
    like = match.vague and match.alike >= _SURE_VAGUE and story.similarity(a, b) >= _ONE_TELLING
    if not (match.brief or like) and _wide(match) > _TOO_WIDE:
        return None
    if against(a, b):
        return _plain_clash(match)
    if like and not _inside(match):
        return _vaguely(match)
    beside = turned(match) and nearby(a, b, story) >= _BESIDE
    if match.likely and (beside or swapped(match)) and not _inside(match):
        return _plain_clash(match)
    if match.likely and not _likely_enough(match, story):
        return _perhaps(match)
    wanted = (
        sure(match, story)
        + _wide(match, 0.05 if a.measure in MAIN or told_once(match) else 0.1)
        + _small(match)
    )
    if not match.brief and match.alike < wanted:
        if match.likely:
            return _perhaps(match)
        how = _supported(match, story)
        if how < _FIRM:
            return _perhaps(match._replace(likely=how)) if how >= LIKELY else None
    if other_holder(a, b, match.alike):
        return None
    if {a.measure, b.measure} == {"census", "population"}:
        then = f"{a.span.quote!r} and {b.span.quote!r}: only one of the two says when it was counted."
        return "unresolved", then
    if a.measure == "magnitude" and apart(a.value, b.value) > _OTHER_QUAKE:
        return None
    aside = not match.brief and two_voices(a, b) and match.alike >= _SURE_ASIDE
    if _inside(match) and not aside:
        return None
    if match.vague or "range" in (a.form, b.form):
        return _vaguely(match) if match.alike >= 0.5 or a.measure in TOLLS else None
    if a.value.hedge and b.value.hedge and a.value.point == b.value.point:
        return "tension", f"{a.span.quote!r} and {b.span.quote!r} put one figure on two sides of a limit."
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    if going(a, b) and a.value.hedge and b.value.hedge and apart(a.value, b.value) <= _ROUGHLY:
        return "unresolved", f"{pair} are both rough, and not far apart."
    if (estimated(a) or estimated(b)) and not _slipped(match) and apart(a.value, b.value) <= NEARLY:
        return "tension", f"{pair} differ by more than rounding, but an estimate is among them."
    if finer(match) and not match.brief and not swapped(match):
        return "tension", f"{pair} differ, and only one of them says of what kind."
    return _plain_clash(match)


def _vaguely(match: Match) -> Remains:
    pair = f"{match.first.span.quote!r} against {match.second.span.quote!r}"
    return "tension", f"{pair}: vague words, but they do not cover the figure."


def _likely_enough(match: Match, story: Story) -> bool:
    """Whether likelihood alone makes one question of the two: like words stand around, or the digits are turned round."""
    if match.likely < LIKELY or match.first.form == "percent":
        return False  # a share says nothing without its whole
    return turned(match) or story.similarity(match.first, match.second) >= _LIKE_WORDS


def _supported(match: Match, story: Story) -> float:
    """How likely two figures that fall a little short of being alike enough answer one question;
    0 if more lacks, or anything but for two that differ by turned digits."""
    lacks = sure(match, story) - match.alike
    near = lacks <= 0 or (turned(match) and lacks <= _SHORT)
    return likelihood(match.first, match.second, story) if near else 0.0


def _perhaps(match: Match) -> Remains:
    """Two figures that words and sizes, but no measure and no noun, make answers to one question."""
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    return "unresolved", f"{pair} differ, and may be about one thing (likelihood {match.likely:.2f})."


def _inside(match: Match) -> bool:
    """Whether one article gives both figures, not surely of one thing."""
    return match.first.span.article == match.second.span.article and match.alike < _SURE_INSIDE


def _plain_clash(match: Match) -> Remains:
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    because = f"{pair} differ: one question, two figures, and nothing accounts for the difference."
    return "contradiction", because


def _wide(match: Match, steep: float = 0.1) -> float:
    """How much more alike two figures must be because they lie far apart; a slipped digit or zero is a likely slip."""
    if _slipped(match):
        return -0.12
    times = apart(match.first.value, match.second.value)
    return steep * log2(float(times)) if times < 90 else 1.0


def _slipped(match: Match) -> bool:
    """Whether the figures differ as by a slip: a zero more or less, or the digits of a named thing's figure turned round."""
    a, b = match.first.value, match.second.value
    same = match.first.measure == match.second.measure not in ("count", dimension(a.unit))
    return (
        (apart(a, b) in (10, 100, 1000) and 1 not in (a.point, b.point))
        or (same and turned(match))
        or swapped(match)
    )


def _small(match: Match) -> float:
    """One or two people are easily other people: "one female" and "two females"."""
    a, b = match.first, match.second
    least = min(x for c in (a, b) if (x := c.value.point or c.value.low or c.value.high) is not None)
    return (
        0.12 if least <= 2 and a.measure not in MAIN and a.measure not in TOLLS and not named(a, b) else 0.0
    )
