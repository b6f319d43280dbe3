"""Units that news uses, by dimension, with the factor that turns each into its dimension's base unit."""

from __future__ import annotations

from decimal import Decimal

_TABLE = """
length metre 1 · kilometre 1000 · centimetre 0.01 · millimetre 0.001 · mile 1609.344 · foot 0.3048 · inch 0.0254
length yard 0.9144 · nautical mile 1852 · fathom 1.8288
area square metre 1 · square kilometre 1000000 · hectare 10000 · acre 4046.8564 · square mile 2589988.11
area square foot 0.09290304
mass kilogram 1 · gram 0.001 · tonne 1000 · ton 1000 · pound weight 0.45359237 · ounce 0.02834952 · stone 6.35029
volume litre 1 · millilitre 0.001 · gallon 3.78541178 · imperial gallon 4.54609 · barrel 158.987295 · cubic metre 1000 · cubic foot 28.3168466
speed kilometre per hour 1 · mile per hour 1.609344 · knot 1.852 · metre per second 3.6
power watt 1 · kilowatt 1000 · megawatt 1000000 · gigawatt 1000000000
data byte 1 · kilobyte 1000 · megabyte 1000000 · gigabyte 1000000000 · terabyte 1000000000000
time second 1 · minute 60 · hour 3600 · day 86400 · week 604800 · month 2629746 · year 31556952 · decade 315569520
share percent 1 · percentage point 1
temperature degree Celsius 1 · degree Fahrenheit 1 · degree 1
"""


def _load() -> dict[str, tuple[str, Decimal]]:
    known: dict[str, tuple[str, Decimal]] = {}
    for line in _TABLE.strip().splitlines():
        dimension, rest = line.split(" ", 1)
        for entry in rest.split(" · "):
            unit, factor = entry.rsplit(" ", 1)
            known[unit] = (dimension, Decimal(factor))
    return known


_UNITS = _load()
_PLURALS = {"foot": "feet", "inch": "inches", "stone": "stone", "percent": "percent", "person": "people"}
_CURRENCIES = {
    "USD": "dollars",
    "EUR": "euros",
    "GBP": "pounds",
    "JPY": "yen",
    "CNY": "yuan",
    "INR": "rupees",
    "RUB": "rubles",
    "CHF": "Swiss francs",
    "SEK": "Swedish kronor",
    "NOK": "Norwegian kroner",
    "DKK": "Danish kroner",
    "KRW": "won",
    "TRY": "Turkish lira",
    "BRL": "reais",
    "MXN": "Mexican pesos",
    "ZAR": "rand",
    "PLN": "zlotys",
    "UAH": "hryvnias",
    "ILS": "shekels",
    "IRR": "rials",
    "CAD": "Canadian dollars",
    "AUD": "Australian dollars",
    "NZD": "New Zealand dollars",
    "HKD": "Hong Kong dollars",
    "SGD": "Singapore dollars",
    "CRW": "crowns",
    "MRK": "marks",
    "DIN": "dinars",
    "GLD": "guilders",
    "ESC": "escudos",
    "DRC": "drachmas",
}
_CURRENCY_LENGTH = 3
_CROWNS = frozenset({"SEK", "NOK", "DKK", "CZK", "ISK"})  # what "crowns" alone can mean


def dimension(unit: str) -> str:
    """What a unit measures: length, area, mass, …; money for currencies, empty for what is merely counted."""
    if len(unit) == _CURRENCY_LENGTH and unit.isupper():
        return "money"
    return _UNITS[unit][0] if unit in _UNITS else ""


def based(unit: str) -> float:
    """How many of its dimension's base unit one of `unit` is; 1.0 for a currency and for what is merely counted."""
    return float(_UNITS[unit][1]) if unit in _UNITS else 1.0


def times(value: Decimal, unit: str, other: Decimal, its_unit: str) -> Decimal | None:
    """How many times the smaller of two sizes the larger one is; None when they are of two dimensions, or one is nothing."""
    as_other = convert(value, unit, its_unit)
    if as_other is None or min(as_other, other) <= 0:
        return None
    return max(as_other, other) / min(as_other, other)


def convert(value: Decimal, unit: str, target: str) -> Decimal | None:
    """`value` in `target` units; None when the units do not measure the same thing (currencies never convert)."""
    if unit == target or ({unit, target} & _CROWNS and "CRW" in (unit, target)):
        return value
    if unit not in _UNITS or target not in _UNITS or _UNITS[unit][0] != _UNITS[target][0]:
        return None
    if _UNITS[unit][0] == "temperature":
        return _degrees(value, unit, target)
    if "percent" in (unit, target):
        return None  # percentage points are no percentages
    return value * _UNITS[unit][1] / _UNITS[target][1]


def _degrees(value: Decimal, unit: str, target: str) -> Decimal | None:
    if unit == "degree Celsius" and target == "degree Fahrenheit":
        return value * 9 / 5 + 32
    if unit == "degree Fahrenheit" and target == "degree Celsius":
        return (value - 32) * 5 / 9
    return None


def named(unit: str, *, one: bool = False) -> str:
    """The unit as it is written behind a figure, in the plural unless that is `one`: `kilometers`, `dollars`."""
    if unit in _CURRENCIES:
        return _CURRENCIES[unit]
    if unit not in _UNITS and unit != "person":
        return unit
    word = unit.removesuffix(" weight").replace("metre", "meter").replace("litre", "liter")
    if one:
        return word
    first, per, rest = word.partition(" per ")
    if first.startswith("degree"):
        return first.replace("degree", "degrees", 1)
    front, _, noun = first.rpartition(" ")
    return f"{front} {_PLURALS.get(noun, noun + 's')}{per}{rest}".strip()
