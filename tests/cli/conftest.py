"""`reconcile(...)` runs a command in this process, in a folder of its own; `process(...)` runs it in another one."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reconcile.cli import main

TWO = {
    "tern.md": "---\npublisher: The Tern\ndate: 2024-05-02\n---\n"
    "The ferry Marigold sank off Cape Ordell on Thursday. The captain, Ilmar Tosk, 51, was the last to leave.\n",
    "gull.md": "---\npublisher: The Gull\ndate: 2024-05-02\n---\n"
    "The ferry Marigold sank off Cape Ordell on Thursday. The captain, Ilmar Tosk, 57, was the last to leave.\n",
}


@dataclass(frozen=True)
class Result:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str


Runner = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sources(folder: Path) -> Path:
    """A folder `sources` with two articles that contradict each other."""
    (folder / "sources").mkdir()
    for name, text in TWO.items():
        (folder / "sources" / name).write_text(text, encoding="utf-8")
    return folder / "sources"


@pytest.fixture
def workspace(sources: Path, reconcile: Runner) -> Path:
    """A workspace with these two articles."""
    assert reconcile("init").code == 0
    return sources.parent


@pytest.fixture
def reconcile(monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Runs `reconcile ARGUMENTS` with the given standard input."""

    def run(*arguments: str, stdin: bytes = b"") -> Result:
        out, err = io.TextIOWrapper(io.BytesIO()), io.TextIOWrapper(io.BytesIO())
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            with pytest.raises(SystemExit) as ended:
                main(arguments)
            out.flush()
            err.flush()
        code = ended.value.code
        assert isinstance(code, int)
        printed = [stream.buffer.getvalue().decode("utf-8") for stream in (out, err)]  # type: ignore[attr-defined] # BytesIO
        return Result(code, *printed)

    return run


@pytest.fixture
def process() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `reconcile ARGUMENTS` in a process of its own, with `env` on top of this one's environment."""

    def run(
        *arguments: str, env: dict[str, str] | None = None, **options: Any
    ) -> subprocess.CompletedProcess[bytes]:
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run(
            [sys.executable, "-c", "from reconcile.cli import main; main()", *arguments],
            stderr=subprocess.PIPE, env=os.environ | (env or {}), timeout=60, check=False, **options,
        )  # fmt: skip

    return run
