"""The rules as a table: what each is called, what it finds, and its page."""

from __future__ import annotations

import inspect
from typing import NamedTuple

from reconcile.plugins import contributions


class Rule(NamedTuple):
    """A rule as a reader meets it. `page` is the docstring of its file; `summary` the first line of that."""

    code: str
    slug: str
    kind: str
    verdict: str
    page: str

    @property
    def summary(self) -> str:
        """One line that says what the rule finds."""
        return self.page.split("\n", 1)[0].rstrip(".")


def catalogue() -> list[Rule]:
    """All rules in the order of their codes, plugins' included."""
    modules = contributions("reconcile.rules", "CODE")
    rules = [
        Rule(
            code=module.CODE,
            slug=module.__name__.rsplit(".", 1)[-1].replace("_", "-"),
            kind=module.KIND,
            verdict=module.VERDICT,
            page=inspect.cleandoc(module.__doc__ or ""),
        )
        for module in modules
    ]
    return sorted(rules, key=lambda rule: rule.code)
