"""The command line. One command per file of this folder: a file that defines `command` is a command.

Commands import what they need when they run, so that `reconcile --help` imports click and little else.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from reconcile.errors import Exit, ReconcileError


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs `reconcile` and ends the process with its exit code. No expected failure shows a traceback.

    Given arguments, it is a part of somebody else's process, and raises SystemExit instead.
    """
    start_fast()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # The same bytes whatever the locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    if arguments is not None:
        sys.exit(_run(list(arguments)))
    _end_fast(_run(sys.argv[1:]))


def start_fast() -> None:
    """Leaves undone what a short process has no use for."""
    # Most of what a run makes lives to its end: looking for rubbish finds none.
    gc.set_threshold(200_000, 20, 20)
    # pydantic would look for plugins of its own in the metadata of every installed package.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _end_fast(code: int) -> NoReturn:
    """Ends the process as it is: to take apart what a run has made costs a sixth of the time it took to make."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    from reconcile.values.regex_cache import keep

    keep()
    os._exit(code)


def _run(arguments: list[str]) -> int:
    import click

    from reconcile.cli.program import program

    try:
        if "_RECONCILE_COMPLETE" in os.environ:
            program.main(arguments, "reconcile")
        with program.make_context("reconcile", arguments) as context:
            code = program.invoke(context)
        sys.stdout.flush()
        return int(code or Exit.CLEAN)
    except click.exceptions.Exit as done:
        return _flushed(done.exit_code)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except click.ClickException as error:
        where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "reconcile"
        return _failed(f"{where}: {error.format_message()}", Exit.USAGE)
    except ReconcileError as error:
        return _failed(f"reconcile: {error}", error.exit_code)
    except OSError as error:
        return _io_failure(error)


def _flushed(code: int) -> int:
    try:
        sys.stdout.flush()
    except OSError as error:
        return _io_failure(error)
    return code


def _io_failure(error: OSError) -> int:
    # What is left in the buffer has nowhere to go; without this the interpreter complains when it exits.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        return Exit.PIPE
    name = f"{error.filename}: " if error.filename else ""
    return _failed(f"reconcile: {name}{error.strerror or error}", Exit.STORE)


def _failed(message: str, code: Exit) -> int:
    from reconcile.reports.visible import visible

    sys.stderr.write(visible(message) + "\n")
    return code
