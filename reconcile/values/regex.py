"""Regular expressions that are compiled at their first use.

A run needs some of the many hundred that the modules define, and compiling one takes longer than most take to search.
What is compiled is kept for later runs (`regex_cache`): a pattern that holds words of an article is for `re.compile`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from typing import Any, cast

from reconcile.values.regex_cache import compiled

# Where case is ignored, `[a-z]` holds three more letters (those that fold to i, k and s), and for their sake takes ten
# times as long to compile. Nobody writes them in English: it is the letters of ASCII here.
_ANY_CASE = (("[a-z]", "(?-i:[A-Za-z])"), ("[a-z-]", "(?-i:[A-Za-z-])"))


def regex(source: str, flags: int = 0, *, holds: str = "") -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, compiled when it is first asked to match.

    `[a-z]` stands for the letters of ASCII, also where case is ignored. Every match holds one of the pieces of `holds`,
    which are in lower case with a bar between them: a short text without any of them needs no pattern to be told apart,
    neither compiled nor searched for.
    """
    return cast("re.Pattern[str]", _Deferred(source, flags, holds))


_IGNORED = int(re.IGNORECASE)
_SHORT = 1000  # characters of a text in which a few pieces are found in less time than a pattern is compiled
_FOLDED = ("ſ", "ı", "\u0307")  # in lower case, what else is taken for an s or an i where case is ignored
_NOTHING: dict[str, Any] = {"search": None, "match": None, "fullmatch": None, "finditer": ()}


_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "flags", "groups")


class Pattern:
    """What `regex` gives: it is used as a compiled pattern, whether it is one yet or not."""

    pattern: str
    holds: tuple[str, ...]


def _guarded(search: Callable[..., Any], holds: tuple[str, ...]) -> Callable[..., Any]:
    """The search, after a look for the pieces: a pattern takes several times as long to find nothing in a few words."""

    def guarded(text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        if min(end, len(text)) - start <= _SHORT:
            asked = text[start:end].lower()
            for piece in holds:
                if piece in asked:
                    break
            else:
                return None
        return search(text, start, end)

    return guarded


class _Compiled(Pattern):
    """Stands for a compiled pattern and has what is asked of it: a class with `__getattr__` would be slow to ask."""


class _Deferred(Pattern):
    """Stands for a pattern that is not compiled yet; turns into a compiled one when it is."""

    def __init__(self, source: str, flags: int, holds: str) -> None:
        self.pattern = source
        self.holds = (*holds.split("|"), *(_FOLDED if int(flags) & _IGNORED else ())) if holds else ()
        self._flags = int(flags)  # the flags of `re` are slow to ask

    def _compile(self) -> None:
        source = self.pattern
        if self._flags & _IGNORED:
            for written, plain in _ANY_CASE:
                source = source.replace(written, plain)
        made = compiled(source, self._flags)
        self.__dict__.update((name, getattr(made, name)) for name in _ASKED)
        if self.holds:
            self.__dict__["search"] = _guarded(made.search, self.holds)
        self.__class__ = _Compiled  # type: ignore[assignment]  # of the same fields

    def __getattr__(self, name: str) -> Any:
        if name not in _ASKED:
            raise AttributeError(name)
        if self.holds and name in _NOTHING:
            return partial(self._first, name)
        self._compile()
        return getattr(self, name)

    def _first(self, name: str, text: str, start: int = 0, end: int = sys.maxsize) -> Any:
        if min(end, len(text)) - start <= _SHORT:
            asked = text[start:end].lower()
            if not any(piece in asked for piece in self.holds):
                return _NOTHING[name]
        if name not in self.__dict__:
            self._compile()
        return self.__dict__[name](text, start, end)
