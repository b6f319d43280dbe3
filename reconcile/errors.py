"""Every expected failure, with the exit code a shell sees, and the notices that accompany a run."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Exit(IntEnum):
    """What the process returns."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    SKIPPED = 3
    STORE = 4
    INTERRUPTED = 130
    PIPE = 141


class ReconcileError(Exception):
    """An expected failure: one line for the user, and an exit code, never a traceback."""

    exit_code: Exit = Exit.USAGE


class ConfigError(ReconcileError):
    """The configuration cannot be read: names file and line."""


class StoreError(ReconcileError):
    """A file of the workspace cannot be written or read back."""

    exit_code = Exit.STORE


class Notice(NamedTuple):
    """One line on standard error and one entry in the report: something was skipped, repaired or is odd."""

    path: str
    code: str
    message: str
    line: int | None = None
    skipped: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        return f"{where}: {self.code}: {self.message}"
