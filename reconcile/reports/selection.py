"""Which findings a reader asked for: by rule and by confidence."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from reconcile.reports.report import Finding, Report


class Selection(NamedTuple):
    """Rules are named by code ("NUM501"), letter group ("NUM"), or slug ("count-differs").

    Information is left out unless its rule is selected, or `information` asks for all of it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_confidence: float = 0.0
    information: bool = False

    def of(self, report: Report) -> Report:
        """The report with the selected findings only."""
        return replace(report, findings=tuple(finding for finding in report.findings if self.takes(finding)))

    def takes(self, finding: Finding) -> bool:
        """Whether the finding was asked for."""
        if any(_names(name, finding) for name in self.ignore) or finding.confidence < self.min_confidence:
            return False
        if self.select:
            return any(_names(name, finding) for name in self.select)
        return finding.verdict != "information" or self.information


def unknown_rules(names: tuple[str, ...], rules: list[tuple[str, str]]) -> list[str]:
    """Those of `names` that name no rule of `rules` (pairs of code and slug)."""
    return [n for n in names if not any(_match(n, code, slug) for code, slug in rules)]


def _names(name: str, finding: Finding) -> bool:
    return _match(name, finding.rule, finding.slug)


def _match(name: str, code: str, slug: str) -> bool:
    return name.upper() == code or name.upper() == code.rstrip("0123456789") or name.lower() == slug
