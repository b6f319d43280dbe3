"""What people decided about findings, and what an earlier report knew already."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.reports.report import Report
    from reconcile.workspace import Workspace


def decisions(
    report: Report, place: Workspace, baseline: str | None = None
) -> tuple[Report, dict[str, str | None]]:
    """What was decided about each finding, by its id: "baseline" when the earlier report holds it.

    The report comes back with a notice more when the last judgement was torn off.
    """
    if baseline is None and not place.judgements.exists():
        return report, {}
    from dataclasses import replace

    from reconcile import review

    judgements, torn = review.load(place.judgements)
    known: dict[str, str | None] = {f.id: review.decision(f, report, judgements) for f in report.findings}
    if baseline:
        file = Path(baseline)
        accepted = review.baseline(file.read_text(encoding="utf-8", errors="replace"), file.name)
        known |= dict.fromkeys(sorted(accepted), "baseline")
    return replace(report, notices=(*report.notices, *torn)), known
