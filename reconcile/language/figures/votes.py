"""How those divided who decided something: "by a majority of ten to two", "voted 7 to 2"."""

from __future__ import annotations

from reconcile.language.figures.figure import Figure, read_figure
from reconcile.values.regex import regex


def divided(text: str, figure: Figure) -> Figure | None:
    """The figure of those against, where `figure` is that of those for; None where nothing was decided."""
    joint = _TO.match(text, figure.end)
    if joint is None or not _DECIDED.search(text, max(0, figure.start - _REACH), figure.start):
        return None
    other = read_figure(text, joint.end())
    if other is None or other.vague is not None or other.ordinal or not 0 < other.value < figure.value:
        return None
    return other


_REACH = 60  # characters before a figure in which the word for the decision may stand
_TO = regex(r"\s(?:votes?\s)?(?:to|against)\s(?=\w)")
_DECIDED = regex(
    r"\b(?:majority|votes?|voted|verdict|ruled|ruling|decided|decision|split|divided|approved|rejected|passed|backed|upheld)"
    r"(?:\s(?!\d)[\w'’-]+){0,4}?\s(?<!\bfrom\s)\Z"
)
