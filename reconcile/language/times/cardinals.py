"""Cardinal numbers inside temporal expressions: "two and a half", "2 1/2", "several", "two thousand"."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.language.times.tokens import Tokens

NUMBERS = frozenset(("day", "num", "numword", "teen", "tens"))
FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}


def cardinal(tokens: Tokens, names: Sequence[str], first: int) -> tuple[float | None, bool]:
    """The number said by the tokens from `first` on (their classes in `names`), and whether any was said vaguely.

    "Several" gives (None, True); no number at all (None, False); an article alone is one.
    """
    total, group, said, vague = 0.0, 0.0, False, False
    at = 0
    while at < len(names):
        name, value = names[at], tokens.value(first + at)
        if name in ("or", "to", "longdash") and said:
            break
        if name == "dash" and said and names[at - 1] in NUMBERS and names[at + 1] in NUMBERS:
            if names[at - 1] != "tens" and names[at + 2 : at + 3] != ["slash"]:
                break  # "three-six years", but "twenty-one" and "2-1/2" go on
            at += 1
            continue
        if name in ("day", "num", "year"):
            if names[at + 1 : at + 2] == ["slash"] and at + 2 < len(names):
                divisor = tokens.value(first + at + 2)
                group += value / divisor if divisor else 0
                at += 3
                said = True
                continue
            if names[at + 1 : at + 2] == ["dot"] and names[at + 2 : at + 3] in (["day"], ["num"]):
                group += float(f"{value}.{tokens.word(first + at + 2)}")
                at += 2
            elif names[at + 1 : at + 2] == ["comma"] and names[at + 2 : at + 3] == ["num"]:
                group += value * 1000 + tokens.value(first + at + 2)
                at += 2
            else:
                group += value
            said = True
        elif name in ("numword", "teen", "tens"):
            group += value
            said = True
        elif name == "scale":
            group = (group or 1) * value
            said = True
        elif name == "frac":
            group += FRACTIONS[value]
            said = True
        elif name in ("vague", "scales"):
            couple = tokens.word(first + at).lower() == "couple"
            return (2.0, False) if couple else (None, True)
        elif name == "half":
            group += 0.5
            said = True
        elif name == "art" and not said and "and" not in names[:at]:
            total = 1.0
        at += 1
    if said:
        return group + (total if group < 1 and names[0] == "art" and "and" in names else 0), vague
    return (total or None), vague
