"""How far a finding's confidence can be believed: the Brier score of alarms on the development stories.

Run with `python -m tests.bench.calibration`. Needs the stories and the scoring script of ../shared.
"""

from __future__ import annotations

import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from reconcile.pipeline import check
from reconcile.reports.formats.json import render
from reconcile.sources.walk import read_all

SHARED = Path(__file__).resolve().parents[3] / "shared"


def scorer() -> ModuleType:
    """The scoring script of the stories, as a module."""
    spec = importlib.util.spec_from_file_location("stories_score", SHARED / "score" / "stories.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def alarms(story: Path, score: ModuleType) -> list[tuple[dict[str, Any], bool]]:
    """The alarms of one story, each with whether a gold contradiction or tension is found by it."""
    gold = yaml.safe_load((story / "gold.yaml").read_text(encoding="utf-8"))
    files = (story / "sources").iterdir()
    texts = {p.name: None if p.suffix == ".html" else p.read_text(encoding="utf-8") for p in files}
    articles, notices = read_all([story / "sources"])
    found = json.loads(render(check(articles, notices)))["findings"]
    wanted = [item for item in gold["discrepancies"] if item["verdict"] in score.ALARM]
    return [
        (
            finding,
            any(
                score.kinds_fit(item["kind"], finding["kind"]) and score.finds(finding, item, texts)
                for item in wanted
            ),
        )
        for finding in found
        if finding["verdict"] in score.ALARM
    ]


def main() -> None:
    """Prints, per rule and in all, how many alarms were true, the confidence claimed, and the Brier score."""
    if not SHARED.is_dir():
        print("calibration: ../shared is not beside the project: skipped")
        return
    score = scorer()
    rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for story in sorted((SHARED / "stories" / "dev").iterdir()):
        for finding, true in alarms(story, score):
            for key in (f"{finding['rule']} {finding['verdict']}", "all"):
                rows[key].append((finding["confidence"], true))
    for key, seen in sorted(rows.items()):
        hits = sum(true for _, true in seen)
        claimed = sum(confidence for confidence, _ in seen) / len(seen)
        brier = sum((confidence - true) ** 2 for confidence, true in seen) / len(seen)
        print(f"{key}: true {hits}/{len(seen)}, mean confidence {claimed:.2f}, Brier {brier:.3f}")


if __name__ == "__main__":
    main()
