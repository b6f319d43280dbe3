"""Whether two words are one keystroke apart."""

from __future__ import annotations

from reconcile.values.regex import regex


def one_keystroke(a: str, b: str) -> bool:
    """Whether one letter added, dropped or changed, or two neighbours turned round, makes `b` of `a`; false when equal."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    turned = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or turned


_LIKE = str.maketrans({"z": "s", "y": "i", "c": "k", "w": "v"})
_TWICE = regex(r"([a-z])\1")


def respelt(word: str) -> str:
    """A key that two spellings of one folded name share: Bras and Braz, Reid and Reyd, Britt and Brit, Eck and Ek."""
    return _TWICE.sub(r"\1", word.translate(_LIKE))
