"""The same sources give the same bytes: whatever the hash seed, time zone, locale, input order, or number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "sources").glob("*.*"))
FORMATS = ["json", "text", "md", "html"]


def printed(form: str, paths: list[Path], env: dict[str, str], *options: str) -> bytes:
    """What `reconcile check` prints in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", "from reconcile.cli import main; main()", "check", "-f", form, *options,
         *map(os.path.relpath, paths)],
        env=os.environ | env, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_seed_zone_locale_and_order_change_nothing(form: str) -> None:
    first = printed(form, SOURCES, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"})
    other = printed(form, SOURCES[::-1], {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"})
    assert first == other


def test_the_number_of_workers_changes_nothing(tmp_path: Path) -> None:
    for number in range(4):
        for source in SOURCES:
            text = source.read_text(encoding="utf-8").replace("Marigold", f"Marigold{'abcd'[number]}")
            (tmp_path / f"{number}-{source.name}").write_text(text, encoding="utf-8")
    assert len(list(tmp_path.iterdir())) > 32, "enough for several batches"
    assert printed("json", [tmp_path], {}, "-j", "1") == printed("json", [tmp_path], {}, "-j", "3")


@pytest.mark.parametrize("form", ["json", "html", "md", "sarif", "sqlite"])
def test_no_report_names_its_machine(form: str) -> None:
    import re
    import socket

    text = printed(form, SOURCES, {"PYTHONHASHSEED": "1"})
    assert str(ROOT).encode() not in text
    host = socket.gethostname().encode()
    assert len(host) < 4 or not re.search(rb"\b" + re.escape(host) + rb"\b", text)
