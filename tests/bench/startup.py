"""How long a whole process takes: `reconcile --help`, and `reconcile check` on five pages, median of nine.

Run with `python -m tests.bench.startup`. The package is byte-compiled first, as installers do. On a machine that others
use too, the processor time tells more.
"""

from __future__ import annotations

import compileall
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "stories" / "dev" / "dprk-china" / "sources"
RUNS = 9
MOST = {"--help": 0.150, "check": 0.600}


def seconds(*arguments: str) -> tuple[float, float]:
    """The median wall time and the median processor time of a process that runs `reconcile ARGUMENTS`."""
    command = [sys.executable, "-c", "from reconcile.cli import main; main()", *arguments]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times, worked = [], []
    for _ in range(RUNS):
        began, before = time.perf_counter(), _processor()
        done = subprocess.run(command, capture_output=True, check=False, env=env, cwd=ROOT)
        times.append(time.perf_counter() - began)
        worked.append(_processor() - before)
        assert done.returncode in (0, 1), done.stderr.decode()
    return median(times), median(worked)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints both medians beside what they may be."""
    compileall.compile_dir(ROOT / "reconcile", quiet=2)
    pages = PAGES if PAGES.is_dir() else ROOT / "sources"
    for name, arguments in (("--help", ["--help"]), ("check", ["check", "--format", "json", str(pages)])):
        took, worked = seconds(*arguments)
        most = f"at most {1000 * MOST[name]:.0f} ms"
        print(
            f"startup: reconcile {name}: {1000 * took:.0f} ms, {most} ({1000 * worked:.0f} ms of processor time)"
        )


if __name__ == "__main__":
    main()
