"""The command line: one file per command."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs `reconcile`."""
    from pathlib import Path

    from reconcile.pipeline import check
    from reconcile.reports.formats.json import render
    from reconcile.sources.walk import read_all

    paths = [Path(a) for a in sys.argv[2:] if not a.startswith("-") and a != "json"]
    articles, notices = read_all(paths)
    report = check(articles, notices)
    sys.stdout.write(render(report))
    sys.exit(1 if any(f.verdict == "contradiction" for f in report.findings) else 0)
