"""Reads a matched expression into a frame: the fields it fills, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reconcile.language.times.tokens import Tokens, vocabulary

DIRECTIONS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "this": 0,
    "current": 0,
}
# Words whose value fills a field whatever stands around them.
_FIELDS = {
    **dict.fromkeys(("month", "maymonth", "monabbr", "weakmonth"), "month"),
    **dict.fromkeys(("weekday", "dayabbr", "weakday", "weekdays"), "weekday"),
    **dict.fromkeys(("season", "weakseason"), "season"),
    **dict.fromkeys(("part", "parts"), "part"),
    **dict.fromkeys(("era", "capb", "capd"), "era"),
    **dict.fromkeys(("adverb", "weakadverb"), "unit"),
    "today": "deictic",
    "mod": "mod",
    "noon": "noon",
    "ampm": "half_day",
    "ref": "value",
}
UNITS = frozenset(
    ["unit", "dayu", "weeku", "monthu", "yearu", "quarter", "weekend", "century", "decade", "units"]
)


@dataclass(slots=True, eq=False, repr=False)  # what it does not need costs start-up time
class Frame:
    """What the words of one expression say. `direction` is -1 last, 0 this, 1 next; None when not said."""

    rule: str
    first: int
    last: int  # the token after the expression
    year: int | None = None
    short_year: bool = False
    era: str = ""
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    deictic: int | None = None  # days from today
    part: str = ""
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    half_day: int | None = None  # 0 a.m., 12 p.m.
    noon: int | None = None
    zone: int | None = None
    daylight: str = (
        ""  # by whose rule the zone's clock changes in summer, where the words do not say which it shows
    )
    zulu: bool = False
    season: str = ""
    mod: str = ""
    direction: int | None = None
    words: frozenset[str] = frozenset()  # the class names of its tokens
    unit: str = ""
    amount: float | None = None
    vague: bool = False
    ordinal: int | None = None
    year_direction: int | None = None  # "next year's first quarter", "3 May last year"
    week_direction: int | None = None  # "Tuesday last week"
    value: str = ""
    shift: str = ""  # ago, earlier, later, hence


@cache
def class_names() -> dict[str, str]:
    """Class name by class letter."""
    same = {"figure": "day", "two": "day", "edge": "mod"}
    return {letter: same.get(name, name) for name, letter in vocabulary().names.items()}


def read(tokens: Tokens, rule: str, first: int, last: int) -> Frame:
    """The frame of the expression that `rule` found from token `first` to before token `last`."""
    frame = Frame("point" if rule == "weekon" else rule, first, last)
    names = [class_names().get(letter, "") for letter in tokens.classes[first:last]]
    frame.words = frozenset(names)
    at = 0
    while at < len(names):
        at += _field(frame, tokens, names, at, first + at)
    return frame


def on_one_day(clock: Frame, dated: Frame) -> None:
    """Puts a clock time on the day that another frame says: "from 9am to 5pm on Tuesday"."""
    for field in (
        "year",
        "month",
        "day",
        "weekday",
        "deictic",
        "direction",
        "week_direction",
        "year_direction",
    ):
        setattr(clock, field, getattr(dated, field))


def _field(frame: Frame, tokens: Tokens, names: list[str], at: int, index: int) -> int:
    """Fills what the token at `at` says; returns how many tokens it took."""
    name, value = names[at], tokens.value(index)
    following = names[at + 1] if at + 1 < len(names) else ""
    if name in _FIELDS:
        setattr(frame, _FIELDS[name], value)
    elif name == "year" and following == "zone":
        frame.hour, frame.minute = divmod(value, 100)
    elif name == "hhmm":
        frame.hour, frame.minute = value
    elif name == "year" and frame.rule == "season" and frame.year is not None:
        pass  # the second year of a winter
    elif name == "year":
        frame.year = value
        if following == "era":
            frame.era = tokens.value(index + 1)
    elif name in ("day", "num"):
        return _figure(frame, tokens, names, at, index)
    elif name in DIRECTIONS and frame.rule != "duration":
        if following in ("yearu", "fiscal") and frame.rule in (
            "quarters",
            "season",
            "point",
            "sameof",
            "feastday",
        ):
            frame.year_direction = DIRECTIONS[name]
        elif following == "weeku" and frame.rule == "point":
            frame.week_direction = DIRECTIONS[name]
        elif name != "last" or frame.rule != "quarters":
            frame.direction = DIRECTIONS[name]
        else:
            frame.ordinal = -1
    elif name == "moro":
        frame.deictic = 1
    elif name in ("tonight", "overnight"):
        frame.deictic, frame.part = 0, "NI"
    elif (
        name in ("art", "pee")
        and following in ("dot", "em")
        and frame.hour is not None
        and frame.rule == "point"
    ):
        frame.half_day = 12 if name == "pee" else 0
    elif name in ("zone", "zoneword"):
        if frame.zone is None:
            frame.zone, frame.daylight = value
    elif name == "zulu":
        frame.zulu = True
    elif name in UNITS:
        if frame.rule == "yearago" and name == "yearu":
            return 1
        if not (frame.year_direction is not None and name == "yearu"):
            frame.unit = value
    elif name == "half":
        frame.unit = "half" if frame.rule in ("quarters", "partof") else frame.unit
    elif name == "hletter":
        frame.unit = "half"
    elif name == "period":
        frame.unit = "period"
    elif name == "secondword" and frame.rule in ("duration", "often") and at == len(names) - 1:
        frame.unit = "second"
    elif name in ("ordword", "secondword", "final"):
        frame.ordinal = (frame.ordinal or 0) + value
    elif name in ("ago", "earlier", "later", "hence"):
        frame.shift = name
        if frame.rule == "point":
            frame.mod = name
    elif name == "now" and frame.rule == "duration":
        frame.shift = "hence"
    elif name in ("numword", "teen", "tens", "decadeword"):
        return _spelled(frame, tokens, names, at, index)
    return 1


def _figure(frame: Frame, tokens: Tokens, names: list[str], at: int, index: int) -> int:
    """A figure below 1000: a clock hour, a day, a short year, an ordinal, by what stands around it."""
    value = tokens.value(index)
    following = names[at + 1] if at + 1 < len(names) else ""
    before = names[at - 1] if at else ""
    if following == "colon" and frame.hour is None:
        frame.hour, frame.minute = value, tokens.value(index + 2)
        if len(tokens.word(index + 2)) != 2:
            frame.minute = 99  # a ratio or a verse: no clock shows it
        if at + 4 < len(names) and names[at + 3] == "colon":
            frame.second = tokens.value(index + 4)
            return 5
        return 3
    if (
        following in ("dot", "aitch")
        and at + 2 < len(names)
        and names[at + 2] in ("day", "num")
        and tokens.glued(index)
    ):
        frame.hour, frame.minute = value, tokens.value(index + 2)
        return 3
    if following in ("ampm", "oh") or (following in ("art", "pee") and frame.rule == "point"):
        frame.hour = value
        return 1
    if following in ("in", "tonight") and "part" in names + ["part"] * (following == "tonight"):
        frame.hour = value
        return 1
    if before == "at" and frame.rule == "point" and {"tonight", "part"} & set(names):
        frame.hour = value
        return 1
    if following == "zone" and len(tokens.word(index)) >= 3:
        frame.hour, frame.minute = divmod(value, 100)
        return 1
    if following == "suffix" and frame.rule in ("century", "quarters"):
        frame.ordinal = value
        return 2
    if before == "apos" or (following in ("esspos", "apos") and frame.rule == "decades"):
        frame.year, frame.short_year = value, True
        return 1
    if before == "era" or following in ("era", "capb") or "capd" in names[:at]:
        frame.year = value
        return 1
    if frame.rule == "quarters" or before in ("qletter", "hletter"):
        frame.ordinal = value
        return 1
    if frame.day is None:
        frame.day = value
    return 1


def _spelled(frame: Frame, tokens: Tokens, names: list[str], at: int, index: int) -> int:
    """A spelled-out number: an hour before o'clock, a year, a decade, a day ordinal's tens."""
    name, value = names[at], tokens.value(index)
    rest = names[at + 1 :]
    clock = rest[:1] == ["oh"] and "clock" in rest
    if (
        clock
        or rest[:1] == ["ampm"]
        or rest[1:2] == ["dot"]
        or (rest[:2] == ["in", "the"] and "part" in rest)
    ):
        frame.hour = value
        return 1
    if name == "decadeword":
        frame.year, frame.short_year = value, True
        return 1
    if name == "teen" and rest and rest[0] in ("tens", "teen", "oh"):
        total, taken = value * 100, 1
        while taken < len(names) - at and names[at + taken] in ("tens", "teen", "numword", "dash", "oh"):
            total += tokens.value(index + taken) if names[at + taken] not in ("dash", "oh") else 0
            taken += 1
        frame.year = total
        return taken
    if name == "numword" and rest[:1] == ["scale"] and frame.rule in ("year", "point", "spelledyear"):
        total, taken = value * tokens.value(index + 1), 2
        while taken < len(names) - at and names[at + taken] in ("tens", "teen", "numword", "dash", "and"):
            total += tokens.value(index + taken) if names[at + taken] not in ("dash", "and") else 0
            taken += 1
        frame.year = total
        return taken
    if name == "tens" and frame.rule in ("point", "century", "quarters"):
        frame.ordinal = value
    return 1
