"""A source file as read from disk: its bytes, its name in reports, its text, and what was odd about it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from reconcile.errors import Exit, Notice, ReconcileError
from reconcile.sources.decoding import decode

MAX_BYTES = 16_000_000


class SkippedFileError(ReconcileError):
    """A file that cannot be read as a source; `notice` says why. The run goes on without it."""

    exit_code = Exit.SKIPPED

    def __init__(self, path: str, code: str, message: str) -> None:
        super().__init__(f"{path}: {code}: {message}")
        self.notice = Notice(path=path, code=code, message=message, skipped=True)


@dataclass(eq=False, repr=False)
class SourceFile:
    """A file's bytes under the name that reports use (`path`, with `/`, never absolute)."""

    path: str
    data: bytes
    notices: list[Notice] = field(default_factory=list)

    @classmethod
    def open(cls, location: Path, path: str, max_bytes: int = MAX_BYTES) -> SourceFile:
        """The file's bytes, read once. Raises SkippedFileError for whatever is not a readable regular file."""
        try:
            before = location.stat()
        except (OSError, ValueError) as error:
            raise SkippedFileError(path, "E-UNREADABLE", _reason(error)) from error
        if not stat.S_ISREG(before.st_mode):
            raise SkippedFileError(path, "E-SPECIAL", "is not a regular file")
        if before.st_size > max_bytes:
            raise SkippedFileError(
                path, "E-TOO-LARGE", f"holds {before.st_size} bytes, more than {max_bytes}"
            )
        try:
            with location.open("rb") as stream:
                data = stream.read(max_bytes + 1)
                after = os.fstat(stream.fileno())
        except OSError as error:
            raise SkippedFileError(path, "E-UNREADABLE", _reason(error)) from error
        if len(data) > max_bytes:
            raise SkippedFileError(path, "E-TOO-LARGE", f"holds more than {max_bytes} bytes")
        source = cls(path, data)
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            source.note("W-CHANGED", "changed while it was read; the bytes as read are used")
        return source

    def note(self, code: str, message: str, line: int | None = None) -> None:
        """Records that something about the file is odd."""
        self.notices.append(Notice(path=self.path, code=code, message=message, line=line))

    @cached_property
    def text(self) -> str:
        """The decoded text, line ends as `\\n`. Raises SkippedFileError when the bytes are not text."""
        decoded = decode(self.data)
        if decoded.refused:
            raise SkippedFileError(self.path, decoded.code, decoded.message)
        if decoded.code:
            self.note(decoded.code, decoded.message)
        return decoded.text


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) and error.strerror else str(error)).lower()
