"""How long a whole process takes: `reconcile --help`, and `reconcile check` on five pages, median of nine.

Run with `python -m tests.bench.startup`. The package is byte-compiled first, as installers do.
"""

from __future__ import annotations

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT.parent / "shared" / "stories" / "dev" / "dprk-china" / "sources"
RUNS = 9
MOST = {"--help": 0.150, "check": 0.600}


def seconds(*arguments: str) -> float:
    """The median wall time of a process that runs `reconcile ARGUMENTS`."""
    command = [sys.executable, "-c", "from reconcile.cli import main; main()", *arguments]
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        done = subprocess.run(command, capture_output=True, check=False, env=env, cwd=ROOT)
        times.append(time.perf_counter() - began)
        assert done.returncode in (0, 1), done.stderr.decode()
    return median(times)


def main() -> None:
    """Prints both medians beside what they may be."""
    compileall.compile_dir(ROOT / "reconcile", quiet=2)
    pages = PAGES if PAGES.is_dir() else ROOT / "sources"
    for name, arguments in (("--help", ["--help"]), ("check", ["check", "--format", "json", str(pages)])):
        took = seconds(*arguments)
        print(f"startup: reconcile {name}: {1000 * took:.0f} ms, at most {1000 * MOST[name]:.0f} ms")


if __name__ == "__main__":
    main()
