"""What two figures for one question come to: rounding, unit, scope, update, another authority, or a clash."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from math import log2

from reconcile.align.closeness import MAIN, TOLLS, Match, modifiers, total_cue
from reconcile.align.rates import Rates
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures import read_figure
from reconcile.rules.asked import question
from reconcile.rules.currencies import facets, judge_currencies, two_facets
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.judgement import Judgement
from reconcile.rules.sentences import joined
from reconcile.rules.updates import FAR, GROWING, apart, later
from reconcile.values.amounts import Amount, measured, short
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

_SURE, _SURE_TOLL, _SURE_MAIN = (
    0.42,
    0.2,
    0.32,
)  # below this closeness a clash is too doubtful to raise an alarm
_SURE_INSIDE = 0.75
_SURE_ASIDE = 0.5  # one article may set two authorities side by side
_TOO_WIDE = 0.25  # figures more than six times apart are hardly about one thing
_OTHER_QUAKE = Decimal("1.15")


def difference(rule: str, group: Sequence[Match], story: Story) -> Iterator[Difference]:
    """One difference per outcome among the matches of one question."""
    rates = Rates.of(story)
    outcomes: dict[tuple[Verdict, str | None], list[tuple[Match, Judgement]]] = defaultdict(list)
    for match, judged in _merged([(m, j) for m in group if (j := judge(m, story, rates)) is not None]):
        outcomes[judged.verdict, judged.reason].append((match, judged))
    for (verdict, reason), judged_pairs in outcomes.items():
        yield Difference(
            rule=rule,
            kind="number",
            question=question(group),
            sides=_sides(group, [match for match, _ in judged_pairs]),
            verdict=verdict,
            reason=reason,
            because=joined(j.because for _, j in judged_pairs),
            confidence=_confidence(verdict, [match.alike for match, _ in judged_pairs]),
            settled=True,
        )


def _merged(judged: list[tuple[Match, Judgement]]) -> Iterator[tuple[Match, Judgement]]:
    """The judgements, one and the same for every match of the same two values: what accounts for one accounts for all."""
    best: dict[frozenset[str], Judgement] = {}
    for match, judgement in judged:
        pair = frozenset((said(match.first), said(match.second)))
        known = best.get(pair)
        if (
            known is None
            or _RANK[judgement.verdict, judgement.reason or ""] < _RANK[known.verdict, known.reason or ""]
        ):
            best[pair] = judgement
    for match, judgement in judged:
        known = best.get(frozenset((said(match.first), said(match.second))), judgement)
        own = judgement.reason == "attributed" and known.verdict != "explained"
        yield match, judgement if own else known


class _Ranks(dict[tuple[str, str], int]):
    """How strongly a judgement of one match speaks for the others of its values; lower is stronger."""

    def __missing__(self, key: tuple[str, str]) -> int:
        return 0 if key[0] == "explained" else 3


_RANK = _Ranks({("tension", "attributed"): 1, ("tension", ""): 2})


def _confidence(verdict: Verdict, alike: Sequence[float]) -> float:
    base = {"contradiction": 0.62, "tension": 0.55, "explained": 0.7, "unresolved": 0.5, "information": 0.9}[
        verdict
    ]
    return round(min(0.95, base + 0.35 * max(alike)), 2)


def _sides(group: Sequence[Match], taking_part: Sequence[Match]) -> tuple[DraftSide, ...]:
    """One side per value of the matches that take part, with every claim of the group that gives this value."""
    wanted: dict[str, list[QuantityClaim]] = {}
    for match in taking_part:
        for claim in (match.first, match.second):
            wanted.setdefault(said(claim), [])
    seen = set()
    for match in group:
        for claim in (match.first, match.second):
            if claim.id not in seen and said(claim) in wanted:
                seen.add(claim.id)
                wanted[said(claim)].append(claim)
    return tuple(
        DraftSide(value=value, claims=tuple(sorted(claims, key=lambda c: (c.span.article, c.span.start))))
        for value, claims in wanted.items()
    )


def said(claim: QuantityClaim) -> str:
    """The claim's value as a reader would say it, without what is counted."""
    return str(claim.value)


def judge(match: Match, story: Story, rates: Rates) -> Judgement | None:
    """What a match comes to; None when the figures agree, or are too doubtfully of one thing to speak of."""
    a, b = match.first, match.second
    if match.relation is Relation.SAME or (
        match.brief and {a.value.unit, b.value.unit} == {"", "percent"} and _grades_agree(a.value, b.value)
    ):
        return None
    if a.form == "ordinal" or a.form == "score":
        return _ranks(match, story) if a.form == b.form else None
    if match.brief and {a.value.unit, b.value.unit} == {"", "percent"}:
        return _clash(match, story)
    if a.value.unit != b.value.unit:
        return _units(match, rates, story)
    scope = None if match.brief else _scope(match)
    if scope is not None:
        return scope if match.alike >= _sure(match) / (2 if a.part != b.part else 1) else None
    if match.relation is Relation.UNKNOWN:
        return None
    if match.relation is Relation.DIFFERS and facets(match):
        return two_facets(match)
    if match.relation.compatible:
        return _compatible(match, story)
    return later(match, story) or _running_total(match) or _both_known(match, story) or _clash(match, story)


def _ranks(match: Match, story: Story) -> Judgement | None:
    """Two ranks or two results for one thing; an article that counts through several of them tells a sequence."""
    a, b = match.first, match.second
    if a.span.article == b.span.article:
        return None
    if a.form == "ordinal" and Decimal(1) in (a.value.point, b.value.point):
        return None
    both = _both_known(match, story)
    if both is not None:
        return None
    need = 0.36 if a.form == "ordinal" else 0.5
    return _plain_clash(match) if match.alike >= need else None


def _grades_agree(a: Amount, b: Amount) -> bool:
    """Whether two ratings out of a hundred agree, one of them said without its unit."""
    return replace(a, unit="").relation(replace(b, unit="")).compatible


def _compatible(match: Match, story: Story) -> Judgement | None:
    a, b = match.first.value, match.second.value
    if a.low == b.low and a.high == b.high:
        return None
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    held = (
        (a.exact or b.exact) if match.brief else bool(a.hedge and b.hedge and not (a.above and b.above))
    )  # loose words on both sides, or a short statement satisfied
    grows = match.first.measure in GROWING and not match.brief and not (a.above and b.above)
    rounded = a.exact and b.exact
    if held or rounded or grows or a.likely.meets(b.likely) or a.point is None or b.point is None:
        if match.alike < 0.25:
            return None
        return Judgement(
            "explained",
            "precision",
            f"{pair} can both hold: one is rounded or hedged, and the other satisfies it.",
        )
    update = later(match, story)
    if update is not None:
        return update
    if match.alike < _sure(match) or max(a.point, b.point) > FAR * min(a.point, b.point):
        return None
    if a.hedge and b.hedge and a.above and b.above and match.alike >= 0.5:
        return Judgement(
            "contradiction", None, f"{pair} are both used as the figure, and they are far apart."
        )
    return Judgement("tension", None, f"{pair} can both hold as bounds, yet they are far apart.")


def _units(match: Match, rates: Rates, story: Story) -> Judgement | None:
    a, b = match.first, match.second
    if dimension(a.value.unit) == "money":
        judged = judge_currencies(match, rates)
        return (
            two_facets(match)
            if facets(match) and (judged is None or judged.verdict != "explained")
            else judged
        )
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    converted = a.value.to(b.value.unit)
    if converted is None or converted.point is None or b.value.point is None:
        return None
    said_so = measured(a.value.point or Decimal(0), a.value.unit)
    arithmetic = f"{said_so} is {measured(converted.point, b.value.unit, short(converted.point))}"
    if match.relation.compatible:
        return Judgement("explained", "unit", f"{arithmetic}: {pair} are one figure in two units.")
    if match.alike < _SURE or apart(converted, b.value) > FAR:
        return None
    return _authorities(match) or Judgement(
        "contradiction", None, f"{arithmetic}, which {b.span.quote!r} is not."
    )


def _scope(match: Match) -> Judgement | None:
    """A part against a whole, or two kinds of one thing: different populations, no clash."""
    a, b = match.first, match.second
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    part, whole = (a, b) if a.part else (b, a)
    if a.part != b.part and not (part.whole and figure_of(part.whole) != whole.value.point):
        return Judgement(
            "explained",
            "scope",
            f"{part.span.quote!r} counts a part of the whole that {whole.span.quote!r} counts.",
        )
    if a.further != b.further and a.measure not in TOLLS:
        return Judgement("explained", "scope", f"{pair}: one comes on top of others, the other is the whole.")
    mine, its = modifiers(a), modifiers(b)
    if mine != its and (mine - its or its - mine) and a.measure not in TOLLS and not (mine & its):
        return Judgement(
            "explained", "scope", f"{pair} do not count the same: there are several kinds of {a.measure}."
        )
    return None


def figure_of(written: str) -> Decimal | None:
    """The value of a figure as written, in digits or in words."""
    found = read_figure(written, 0)
    return found.value if found is not None and found.vague is None else None


_SUBSET = re.compile(r"\b(?:most|worst|least|youngest|oldest|only)\b", re.I)


_ADDED = re.compile(r"\b(?:more|further|additional|another|extra)\b", re.I)


def _added(claim: QuantityClaim) -> bool:
    """Whether the figure comes on top of another that the text has told; "the other three" need not."""
    return claim.further and _ADDED.search(claim.span.quote) is not None


def _clash(match: Match, story: Story) -> Judgement | None:
    a, b = match.first, match.second
    if _added(a) != _added(b) or any(_SUBSET.search(claim.span.quote) for claim in (a, b)):
        return (
            None  # "two further people died", "the two most seriously hurt": not the whole that others count
        )
    if not match.brief and _wide(a.value, b.value) > _TOO_WIDE:
        return None
    if not match.brief and match.alike < _sure(match) + _wide(
        a.value, b.value, 0.05 if a.measure in MAIN else 0.1
    ) + _small(match):
        return None
    if _other_holder(a, b, match.alike):
        return None
    if a.measure == "magnitude" and apart(a.value, b.value) > _OTHER_QUAKE:
        return None
    inside = a.span.article == b.span.article
    if not match.brief and (not inside or match.alike >= _SURE_ASIDE) and (attributed := _authorities(match)):
        return attributed
    if inside and match.alike < _SURE_INSIDE:
        return None  # an article that gives two figures mostly means two things
    if a.form in ("vague", "range") or b.form in ("vague", "range"):
        pair = f"{a.span.quote!r} against {b.span.quote!r}"
        return (
            Judgement("tension", None, f"{pair}: vague words, but they do not cover the figure.")
            if match.alike >= 0.5
            else None
        )
    if a.value.hedge and b.value.hedge and a.value.point == b.value.point:
        because = f"{a.span.quote!r} and {b.span.quote!r} put one figure on two sides of a limit."
        return Judgement("tension", None, because)
    return _authorities(match) or _plain_clash(match)


# What everybody has a figure of: it says nothing without whose it is.
_HELD = frozenset({"vote", "seat", "point", "goal", "medal", "title", "run", "win", "ballot", "share"})


def _other_holder(a: QuantityClaim, b: QuantityClaim, alike: float) -> bool:
    """Whether the figures are of two holders: the share of one candidate is not that of another."""
    if a.form != "percent" and not {a.measure, b.measure} & _HELD:
        return False
    if not a.subject or not b.subject:
        return a.subject != b.subject and alike < _SURE_ASIDE
    return not set(a.subject.lower().split()) & set(b.subject.lower().split())


def _running_total(match: Match) -> Judgement | None:
    """A figure over several occasions or places against a figure for one."""
    a, b = match.first, match.second
    cues = total_cue(a), total_cue(b)
    if match.brief or bool(cues[0]) == bool(cues[1]) or a.value.point is None or b.value.point is None:
        return None
    whole, part, cue = (a, b, cues[0]) if cues[0] else (b, a, cues[1])
    if cue is None or (whole.value.point or 0) <= (part.value.point or 0):
        return None
    because = f"{whole.span.quote!r} is said of more ({cue!r}) than {part.span.quote!r}."
    return Judgement("explained", "scope", because)


_EARLIER = re.compile(
    r"\b(?:initial\w*|previous\w*|earlier|originally|at first|up to now|had (?:been|said)|preliminary|revised|now|since)\b",
    re.I,
)


def _both_known(match: Match, story: Story) -> Judgement | None:
    """An article gives both figures and tells them apart, so they are no two answers to one question."""
    a, b = match.first, match.second
    if match.brief or a.span.article == b.span.article:
        return None
    given: dict[str, dict[int, QuantityClaim]] = defaultdict(dict)
    for claim in story.of(QuantityClaim):
        for side, mine in enumerate((a, b)):
            if claim.measure == mine.measure and claim.value.relation(mine.value) is Relation.SAME:
                given[claim.span.article].setdefault(side, claim)
    for article in sorted(given, key=lambda name: (name not in (a.span.article, b.span.article), name)):
        if len(given[article]) == 2:
            first, second = given[article][0], given[article][1]
            cue = _EARLIER.search(first.sentence) or _EARLIER.search(second.sentence)
            because = (
                f"One article gives both, {first.span.quote!r} and {second.span.quote!r}, as two figures."
            )
            return Judgement("explained", "update" if cue else "scope", because)
    return None


def _authorities(match: Match) -> Judgement | None:
    a, b = match.first, match.second
    if not a.attribution or not b.attribution or a.attribution == b.attribution:
        return None
    return Judgement(
        "tension",
        "attributed",
        f"{a.span.quote!r} is the word of {a.attribution}, {b.span.quote!r} that of {b.attribution}.",
    )


def _plain_clash(match: Match) -> Judgement:
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    because = f"{pair} differ: one question, two figures, and nothing accounts for the difference."
    return Judgement("contradiction", None, because)


def _wide(a: Amount, b: Amount, steep: float = 0.1) -> float:
    """How much more alike two figures must be because they lie far apart; a slipped digit or zero is a likely slip."""
    times = apart(a, b)
    if times in (10, 100, 1000) or (
        a.point is not None and b.point is not None and sorted(str(a.point)) == sorted(str(b.point))
    ):
        return -0.12
    return steep * log2(float(times)) if times < 90 else 1.0


def _small(match: Match) -> float:
    """One or two people are easily other people: "one female" and "two females"."""
    a, b = match.first, match.second
    least = min(x for c in (a, b) if (x := c.value.point or c.value.low or c.value.high) is not None)
    return 0.12 if least <= 2 and a.measure not in MAIN and a.measure not in TOLLS else 0.0


def _sure(match: Match) -> float:
    a, b = match.first, match.second
    if a.measure in TOLLS:
        return _SURE_TOLL
    return _SURE_MAIN if a.measure == b.measure and a.measure in MAIN else _SURE
