"""Writes what the README shows: every console block gets what its command prints in the example workspace.

Run with `python -m tests.readme`; a test compares.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
_BLOCK = re.compile(r"```console\n\$ reconcile ([^\n]+)\n.*?```", re.DOTALL)


def commands(text: str) -> list[str]:
    """The arguments of the commands that `text` shows."""
    return _BLOCK.findall(text)


def written(text: str, prints: Callable[[str], str]) -> str:
    """`text` with what its commands print now; `prints` runs the arguments of one."""
    return _BLOCK.sub(lambda m: f"```console\n$ reconcile {m[1]}\n{prints(m[1])}```", text)


def main() -> None:
    """Rewrites README.md."""

    def prints(arguments: str) -> str:
        code = "from reconcile.cli import main; main()"
        command = [sys.executable, "-c", code, *arguments.split()]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1) or "Traceback" in done.stderr:
            sys.exit(f"reconcile {arguments}: {done.stderr}")
        return done.stdout

    path = ROOT / "README.md"
    path.write_text(written(path.read_text(encoding="utf-8"), prints), encoding="utf-8")


if __name__ == "__main__":
    main()
