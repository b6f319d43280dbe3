"""Regular expressions that are compiled at their first use.

A run needs some of the several hundred that the modules define, and compiling one takes longer than most take to search.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast

# Where case is ignored, `[a-z]` holds three more letters (those that fold to i, k and s), and for their sake takes ten
# times as long to compile. Nobody writes them in English: it is the letters of ASCII here.
_ANY_CASE = (("[a-z]", "(?-i:[A-Za-z])"), ("[a-z-]", "(?-i:[A-Za-z-])"))


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, compiled when it is first asked to match.

    `[a-z]` stands for the letters of ASCII, also where case is ignored.
    """
    return cast("re.Pattern[str]", _Deferred(source, flags))


class _Deferred:
    """Stands for a compiled pattern, and keeps each of its methods once it was asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        source = self.pattern
        if self._flags & re.IGNORECASE:
            for written, plain in _ANY_CASE:
                source = source.replace(written, plain)
        return re.compile(source, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        method = self.__dict__[name] = getattr(self._compiled, name)
        return method
