"""Amounts as ranges with a unit: "about 200", "more than 70", "two to three dozen"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from reconcile.values.relation import Relation
from reconcile.values.units import convert, dimension, named

_LARGE = (("trillion", Decimal(10) ** 12), ("billion", Decimal(10) ** 9), ("million", Decimal(10) ** 6))
_ROUNDED_OFF = Decimal("0.15")  # of a count: nobody makes 1,000 of 1,200
_ROUNDED_FROM = 1000  # smaller flat counts are taken as counted, not rounded: 20 dead is not 22 dead


@dataclass(frozen=True, slots=True)
class Amount:
    """What a number says: from `low` to `high` (None: no bound) of `unit`; `exact` when said without a hedge.

    `point` is the figure as written (200 in "about 200", 70 in "more than 70"), None for "dozens".
    `unit` is a canonical singular ("mile", "USD", "percent", "person"), empty for a bare count.
    `above` and `below` say that the bound itself is excluded: "more than 70" does not allow 70.
    """

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None = None
    unit: str = ""
    hedge: str = ""  # the words that loosen it: "about", "more than", "at least", "dozens"
    above: bool = False
    below: bool = False

    @classmethod
    def of(cls, value: Decimal | int | str, unit: str = "") -> Amount:
        """One figure, said flatly."""
        figure = Decimal(value)
        return cls(figure, figure, figure, unit)

    @property
    def exact(self) -> bool:
        """Whether the amount is one figure, said without a hedge."""
        return self.low == self.high and self.low is not None and not self.hedge

    @property
    def rough(self) -> bool:
        """Whether the amount is told as lying around a figure: "about 300", "some 250"."""
        return bool(self.hedge) and None not in (self.low, self.point, self.high)

    @property
    def step(self) -> Decimal:
        """The size of the last digit that the figure as written vouches for: 1,000 for 15,000, 0.1 for 5.9."""
        return step(self.point) if self.point is not None else Decimal(0)

    @property
    def likely(self) -> Amount:
        """What a reader takes the words to mean: "more than 70" is hardly 700, "under 50" hardly 5."""
        if self.point is None or (self.low is not None and self.high is not None):
            return self
        margin = max(self.step, self.point / 10)
        if self.high is None:
            return replace(self, high=self.point + margin)
        if self.low is None:
            return replace(self, low=self.point - margin)
        return self

    def within(self, other: Amount) -> bool:
        """Whether everything this amount allows, `other` allows too. Units must agree."""
        return _starts(other, self) and _ends(other, self)

    def meets(self, other: Amount) -> bool:
        """Whether some figure satisfies both. Units must agree."""
        return not (_clear(self, other) or _clear(other, self))

    def to(self, unit: str) -> Amount | None:
        """The amount in another unit of the same dimension, None when there is no conversion."""
        if unit == self.unit:
            return self
        ends = [
            value if value is None else convert(value, self.unit, unit) for value in (self.low, self.high)
        ]
        point = None if self.point is None else convert(self.point, self.unit, unit)
        lost = [
            v
            for v, was in zip((*ends, point), (self.low, self.high, self.point), strict=True)
            if v is None and was is not None
        ]
        return None if lost else replace(self, low=ends[0], high=ends[1], point=point, unit=unit)

    def rounds(self, other: Amount) -> bool:
        """Whether this flat figure is the other one rounded to as many digits as this one has. Units must agree."""
        if not self.exact or self.point is None or other.point is None or self.point == other.point:
            return False
        mine, its = self.step, other.step
        if mine <= its or (abs(other.point) < _ROUNDED_FROM and not _fraction(other.point)):
            return False
        off = abs(self.point - other.point)
        return off < mine / 2 and (bool(self.unit) or off <= _ROUNDED_OFF * abs(other.point))

    def relation(self, other: Amount) -> Relation:
        """How the two amounts relate: as ranges, after conversion, with rounding taken into account."""
        if self.unit != other.unit:
            return self._across(other)
        if (self.low, self.high, self.above, self.below) == (other.low, other.high, other.above, other.below):
            return Relation.SAME
        if (self.low is None and self.high is None) or (other.low is None and other.high is None):
            return Relation.UNKNOWN
        if self.meets(other):
            if self.within(other):
                return Relation.REFINES
            if other.within(self) or self.step > other.step:
                return Relation.COARSENS
            return Relation.REFINES
        if self.rounds(other):
            return Relation.COARSENS
        if other.rounds(self):
            return Relation.REFINES
        return Relation.DIFFERS

    def _across(self, other: Amount) -> Relation:
        """The relation of amounts in two units: equal when each converted figure rounds to the other."""
        if not dimension(self.unit) or dimension(self.unit) != dimension(other.unit):
            return Relation.UNKNOWN
        mine = self.to(other.unit)
        if mine is None or mine.point is None or other.point is None or self.point is None:
            return Relation.UNKNOWN
        width = (
            convert(self.step, self.unit, other.unit) if dimension(self.unit) != "temperature" else Decimal(2)
        )
        round_ones = _by_fives(self.point) and _by_fives(other.point)
        near = Decimal("0.04") if round_ones else Decimal("0.015")
        slack = max((width or Decimal(0)) / 2, other.step / 2, abs(other.point) * near)
        loose = _widened(mine, slack)
        if not loose.meets(_widened(other, Decimal(0))):
            return Relation.DIFFERS
        return Relation.COARSENS if (width or 0) > other.step else Relation.REFINES

    def __str__(self) -> str:
        """The amount as a reader would say it: `more than 1,500 miles`, `20 to 29`, `about 1.9 billion euros`."""
        if self.point is not None:
            said = measured(self.point, self.unit)
            behind = self.hedge.startswith(("or ", "plus", "give or", "more or"))
            return f"{said} {self.hedge}" if behind else f"{self.hedge} {said}".strip()
        unit = f" {named(self.unit)}" if self.unit else ""
        if self.hedge:
            return f"{self.hedge}{unit}"
        if self.low is not None and self.high is not None:
            return f"{figure(self.low)} to {figure(self.high)}{unit}"
        return f"unknown{unit}"


def _by_fives(value: Decimal) -> bool:
    """Whether a figure of at most three digits is rounded to fives: 60 miles for 100 kilometres."""
    return value % 5 == 0 and digits(value) <= 2 and abs(value) < _ROUNDED_FROM


def step(value: Decimal) -> Decimal:
    """The size of the last digit that `value` as written vouches for."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return Decimal(0)
    if exponent == 0:
        exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def digits(value: Decimal) -> int:
    """How many significant digits a figure has."""
    return len(value.normalize().as_tuple().digits)


def miswritten(one: Decimal, other: Decimal, *, round_too: bool = True) -> bool:
    """Whether two neighbouring digits of a figure of three or more have changed places: 2,450 and 2,540; no rounding makes that.

    Of 604 and 640 one has fewer significant digits; such a pair counts unless `round_too` is false.
    """
    a, b = f"{one:f}", f"{other:f}"
    if one == other or len(a) != len(b):
        return False
    off = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    most = (max if round_too else min)(digits(one), digits(other))
    return most >= _MISWRITTEN and len(off) == 2 and off[1] == off[0] + 1 and sorted(a) == sorted(b)


_MISWRITTEN = 3  # 31 and 13 may be two figures


def measured(value: Decimal, unit: str, text: str = "") -> str:
    """The figure with its unit, in the plural where it is not one: `1 mile`, `64 kilometers`, `30 million euros`."""
    return f"{text or figure(value)} {named(unit, one=value == 1)}".strip()


def figure(value: Decimal) -> str:
    """The figure with thousands separators and no idle zeros, round millions in words: `1.9 billion`, `38,417`."""
    for word, power in _LARGE:
        if abs(value) >= power:
            millions = value / power
            if millions == round(millions, 3):
                return f"{millions.normalize():,f} {word}"
            break
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text and abs(value) >= 100 else text


def short(value: Decimal) -> str:
    """A worked-out figure with no more digits than it deserves: `0.9942`, `1,513`, `134.6 million`."""
    if abs(value) < 10000:
        return f"{float(value):,.4g}"
    return figure(Decimal(f"{value:.4g}") if abs(value) >= 10**6 else Decimal(round(value)))


def _fraction(value: Decimal) -> bool:
    return value != value.to_integral_value()


def _starts(outer: Amount, inner: Amount) -> bool:
    if outer.low is None:
        return True
    if inner.low is None:
        return False
    return outer.low < inner.low or (outer.low == inner.low and (inner.above or not outer.above))


def _ends(outer: Amount, inner: Amount) -> bool:
    if outer.high is None:
        return True
    if inner.high is None:
        return False
    return outer.high > inner.high or (outer.high == inner.high and (inner.below or not outer.below))


def _clear(lower: Amount, upper: Amount) -> bool:
    """Whether `lower` ends before `upper` begins."""
    if lower.high is None or upper.low is None:
        return False
    return lower.high < upper.low or (lower.high == upper.low and (lower.below or upper.above))


def _widened(amount: Amount, slack: Decimal) -> Amount:
    low = None if amount.low is None else amount.low - slack
    high = None if amount.high is None else amount.high + slack
    return replace(amount, low=low, high=high)
