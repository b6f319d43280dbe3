"""Regular expressions that are compiled at their first use.

A run needs some of the several hundred that the modules define, and compiling one takes longer than most take to search.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, compiled when it is first asked to match."""
    return cast("re.Pattern[str]", _Deferred(source, flags))


class _Deferred:
    """Stands for a compiled pattern, and keeps each of its methods once it was asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        method = self.__dict__[name] = getattr(self._compiled, name)
        return method
