"""Records: what is made by the hundred for every article, and never changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def record(kind: type[T]) -> type[T]:
    """Makes `kind` a dataclass with slots, made by keywords, whose fields only the type checker keeps from changing:
    a class that is frozen at run time takes several times as long to fill.
    """
    return dataclass(slots=True, kw_only=True, eq=False, repr=False)(kind)
