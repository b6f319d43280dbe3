"""Tables for terminals and Markdown: tabulate behind one door, with its traps closed.

tabulate turns "1e5" and "007" into numbers, leaves the pipes of a Markdown cell alone, fails on "1,200" when
it wraps, and measures wide letters only where another package happens to be installed. Here a cell is printed
as it is written, wrapped before tabulate sees it, and looks the same everywhere.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from reconcile.reports.visible import visible
from reconcile.values.regex import regex

# What Markdown could take for markup. A dot or a dash in a sentence is none, so they stay readable.
_MARKUP = regex(r"([\\`*_\[\]<>|#~])")


def grid(headers: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int] = ()) -> str:
    """A table for a terminal: one line of headers, cells verbatim, column `i` wrapped at `widths[i]` (0: never)."""
    cells = [[_wrapped(visible(cell), *widths[i : i + 1]) for i, cell in enumerate(row)] for row in rows]
    return _tabulated(headers, cells, "simple")


def markdown_grid(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: cells verbatim, with everything that Markdown or HTML would act on escaped."""
    return _tabulated(headers, [[markdown(cell) for cell in row] for row in rows], "pipe")


def markdown(text: str) -> str:
    """`text` as Markdown that renders as exactly these words: no markup, no link, no HTML, on one line."""
    return _MARKUP.sub(r"\\\1", visible(re.sub(r"\s*\n\s*", " ", text))).replace("://", "&#58;//")


def _tabulated(headers: Sequence[str], cells: list[list[str]], style: str) -> str:
    import tabulate

    tabulate.WIDE_CHARS_MODE = False  # else the output depends on whether wcwidth is installed
    return tabulate.tabulate(
        [[_padded(cell) for cell in row] for row in cells],
        headers=list(headers),
        tablefmt=style,
        disable_numparse=True,
        stralign="left",
    )


def _padded(cell: str) -> str:
    # An empty row of cells would vanish from "simple" tables.
    return cell or " "


def _wrapped(cell: str, width: int = 0) -> str:
    if not width or len(cell) <= width:
        return cell
    return "\n".join(textwrap.wrap(cell, width, break_on_hyphens=False)) or cell
