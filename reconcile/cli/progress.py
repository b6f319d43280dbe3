"""A progress bar on standard error: only on a terminal, and only for work that takes longer than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDTH = 30


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A function to tell how much is done, None when nobody watches. The bar is gone when the work is."""
    if not sys.stderr.isatty():
        yield None
        return
    began = time.monotonic()
    drawn = False

    def draw(done: int, total: int) -> None:
        nonlocal drawn
        if time.monotonic() - began < 1:
            return
        drawn = True
        filled = _WIDTH * done // max(total, 1)
        sys.stderr.write(f"\r{what} [{'#' * filled}{'.' * (_WIDTH - filled)}] {done}/{total}")
        sys.stderr.flush()

    try:
        yield draw
    finally:
        if drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
