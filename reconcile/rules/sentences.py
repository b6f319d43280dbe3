"""Values in a row and several reasons in one `because`, as an editor would put them."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 3  # reasons that one `because` gives
_MARKS = frozenset("\"'“”()")


def listed(values: Iterable[str], last: str = "and") -> str:
    """The values in a row: `A`, `A and B`, `A, B and C`; `last` stands before the last."""
    *front, end = values
    return f"{', '.join(front)} {last} {end}" if front else end


def quoted(values: Iterable[str]) -> str:
    """The values in a row, each in quotation marks, so that a comma inside one divides nothing."""
    return listed(f"“{value}”" for value in values)


def joined(reasons: Iterable[str]) -> str:
    """The first few reasons as one text that says nothing twice: what several end with stands once, at the end."""
    endings: dict[str, list[str]] = {}
    for reason in list(dict.fromkeys(reasons))[:_MOST]:
        said, _, ending = reason.rpartition(": ")
        if not said or _MARKS & set(ending):
            said, ending = reason, ""
        endings.setdefault(ending, []).append(said)
    return " ".join(
        f"{'; '.join(_once(said))}: {ending}" if ending else " ".join(said)
        for ending, said in endings.items()
    )


def _once(clauses: Iterable[str]) -> list[str]:
    """The clauses, those that stand in several of them once."""
    return list(dict.fromkeys(part for clause in clauses for part in clause.split("; ")))
