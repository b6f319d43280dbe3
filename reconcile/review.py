"""What people decided about findings: judgements, kept in the one hand-made file among the reports, and baselines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from reconcile.errors import ConfigError, Notice, StoreError
from reconcile.files import strict_json, write_whole
from reconcile.reports.report import Finding, Report

if TYPE_CHECKING:
    from pydantic import TypeAdapter

Decision = Literal["confirmed", "dismissed", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a person decided about a finding, by its id. It holds while no article of the finding is newer than `until`."""

    finding: str
    decision: Decision
    who: str
    when: str
    why: str = ""
    until: str | None = None


def load(path: Path) -> tuple[dict[str, Judgement], list[Notice]]:
    """The judgements in the file at `path`, none when there is no such file. Raises as `read` does."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return {}, []
    except OSError as error:
        raise StoreError(f"{path.name}: cannot be read: {error.strerror or error}") from error
    return read(text, path.name)


def add(path: Path, judgements: Iterable[Judgement]) -> None:
    """The file at `path` holds `judgements` too, after what it held. Raises StoreError when it cannot be written."""
    try:
        before = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        before = ""
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path.name}: cannot be read: {error}") from error
    whole = before if before.endswith("\n") or not before else before[: before.rfind("\n") + 1]
    write_whole(path, (whole + write(judgements)).encode())


def read(text: str, name: str) -> tuple[dict[str, Judgement], list[Notice]]:
    """The judgements by finding, the last one winning, and a notice when the last line was torn off.

    Raises ConfigError with file and line for anything else that is not a judgement.
    """
    from pydantic import ValidationError

    kept: dict[str, Judgement] = {}
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            judgement = _adapter().validate_python(strict_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            raise ConfigError(
                f"{name}:{number}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
            ) from error
        except (ValueError, RecursionError) as error:
            if number == len(lines):  # no line break after it: the writer was interrupted
                return kept, [
                    Notice(name, "E-TORN", "the last judgement is incomplete", number, skipped=True)
                ]
            raise ConfigError(f"{name}:{number}: not a judgement: {error}") from error
        kept[judgement.finding] = judgement
    return kept, []


def write(judgements: Iterable[Judgement]) -> str:
    """The judgements as JSON Lines. Law: `read(write(j), name)` gives them back."""
    rows = (_adapter().dump_python(item, exclude_none=True) for item in judgements)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def holds(judgement: Judgement, finding: Finding, report: Report) -> bool:
    """Whether the judgement still counts: none of the finding's articles was published after its `until`."""
    if judgement.until is None:
        return True
    taking_part = set(finding.articles)
    dates = [a.published.value for a in report.articles if a.id in taking_part and a.published]
    return all(value[: len(judgement.until)] <= judgement.until for value in dates)


def unjudged(report: Report, judgements: Mapping[str, Judgement]) -> tuple[Finding, ...]:
    """The findings nobody has confirmed or dismissed, in the order of the report."""
    return tuple(f for f in report.findings if decision(f, report, judgements) in (None, "unsure"))


def decision(finding: Finding, report: Report, judgements: Mapping[str, Judgement]) -> str | None:
    """What was decided about the finding and still holds, None when nothing was."""
    judgement = judgements.get(finding.id)
    return judgement.decision if judgement and holds(judgement, finding, report) else None


def baseline(text: str, name: str) -> frozenset[str]:
    """The ids of the findings in an earlier JSON or JSON Lines report: what is known and accepted.

    Raises ConfigError for anything that holds no findings.
    """
    try:
        rows = _findings(text)
        return frozenset(row["id"] for row in rows)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ConfigError(f"{name}: not a JSON report of reconcile: {error}") from error


def _findings(text: str) -> list[Any]:
    try:
        data = json.loads(text)
    except ValueError:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    return list(data["findings"]) if "findings" in data else [data]


@cache
def _adapter() -> TypeAdapter[Judgement]:
    from pydantic import TypeAdapter  # slow to load, and most runs have no judgements

    return TypeAdapter(Judgement)
