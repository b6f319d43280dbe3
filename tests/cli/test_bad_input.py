"""What bad input does to a command: one line on standard error, an exit code, never a traceback. Numbers as in the list
of cases that the project keeps (31 escapes, 37 names, 43-46 odd files, 49-53 failing output, 57 read-only, 63 config)."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TWO, Runner

Process = Callable[..., "subprocess.CompletedProcess[bytes]"]
ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
STEERING = [char for char in ESCAPES if not char.isprintable()]


def test_01_an_empty_file_is_an_article_without_claims(folder: Path, reconcile: Runner) -> None:
    (folder / "empty.md").write_text("", encoding="utf-8")
    done = reconcile("check", "-f", "json", "empty.md")
    assert done.code == 0
    assert "E-EMPTY" in done.err
    assert [n["code"] for n in json.loads(done.out)["notices"]] == ["E-EMPTY"]


@pytest.mark.parametrize(
    "command", [["check"], ["check", "-f", "table"], ["check", "-f", "md"], ["claims"], ["run"]]
)
def test_31_escapes_of_an_article_never_reach_the_terminal(
    workspace: Path, reconcile: Runner, command: list[str]
) -> None:
    text = TWO["gull.md"].replace("The Gull", f"The {ESCAPES} Gull").replace("last to", f"{ESCAPES} last to")
    (workspace / "sources" / "gull.md").write_text(text, encoding="utf-8")
    done = reconcile(*command)
    assert "Gull" in done.out
    assert [char for char in STEERING if char in done.out + done.err] == []


def test_31_escapes_of_an_argument_never_reach_the_terminal(workspace: Path, reconcile: Runner) -> None:
    for arguments in (["check", ESCAPES], [ESCAPES], ["explain", ESCAPES], ["check", "-f", ESCAPES]):
        done = reconcile(*arguments)
        assert done.code == 2
        assert [char for char in STEERING if char in done.err] == []


def test_37_a_line_break_in_a_name_stays_on_its_line(folder: Path, reconcile: Runner) -> None:
    (folder / "a\nb.md").write_text("", encoding="utf-8")
    done = reconcile("check", ".")
    assert done.err.count("\n") == 1
    assert "a\\x0ab.md" in done.err or "a\\nb.md" in done.err


def test_38_39_names_of_sources_never_leave_the_claims_folder(workspace: Path, reconcile: Runner) -> None:
    for name in ("CON.md", "x" * 240 + ".md", "trailing. .md", "sub/.hidden/..md", "a:b.md"):
        path = workspace / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TWO["gull.md"], encoding="utf-8")
    assert reconcile("run").code == 0
    written = [p.relative_to(workspace / "claims") for p in (workspace / "claims").rglob("*.jsonl")]
    assert len(written) >= 6
    assert all(
        len(part) < 255 and not part.upper().startswith("CON.") for path in written for part in path.parts
    )


def test_40_names_that_differ_in_case_only_are_both_kept(workspace: Path, reconcile: Runner) -> None:
    for name in ("Auk.md", "auk.md"):
        (workspace / "sources" / name).write_text(TWO["gull.md"], encoding="utf-8")
    reconcile("run")
    assert {"Auk.md.jsonl", "auk.md.jsonl"} <= {p.name for p in (workspace / "claims").iterdir()}


def test_41_a_name_that_is_no_text_is_read_and_shown_escaped(workspace: Path, reconcile: Runner) -> None:
    Path(os.fsdecode(os.fsencode(workspace) + b"/sources/\xff.md")).write_text("", encoding="utf-8")
    done = reconcile("run")
    assert "\\xff" in done.err
    assert done.code == 0


def test_43_44_fifos_and_sockets_are_refused_before_they_are_opened(sources: Path, reconcile: Runner) -> None:
    os.mkfifo(sources / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(sources / "s.md"))
        done = reconcile("check", "-f", "json")
    skipped = {n["path"]: n["code"] for n in json.loads(done.out)["notices"] if n["skipped"]}
    assert skipped == {"sources/pipe.md": "E-SPECIAL", "sources/s.md": "E-SPECIAL"}


def test_42_43_links_are_followed_once_and_never_out_of_the_folder(sources: Path, reconcile: Runner) -> None:
    (sources / "loop").symlink_to(sources)
    (sources.parent / "outside.md").write_text(TWO["gull.md"].replace("57", "99"), encoding="utf-8")
    (sources / "leak.md").symlink_to(sources.parent / "outside.md")
    data = json.loads(reconcile("check", "-f", "json").out)
    assert [a["path"] for a in data["articles"]] == ["sources/gull.md", "sources/tern.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_45_an_unreadable_file_is_skipped(sources: Path, reconcile: Runner) -> None:
    (sources / "shut.md").write_text("x", encoding="utf-8")
    (sources / "shut.md").chmod(0)
    done = reconcile("check", "--fail-on", "nothing")
    assert done.code == 3
    assert "shut.md: E-UNREADABLE" in done.err


def test_45_46_what_cannot_be_opened_is_skipped(sources: Path, reconcile: Runner) -> None:
    (sources / "gone.md").symlink_to(sources / "nothing.md")
    done = reconcile("check", "--fail-on", "nothing")
    assert done.code == 3
    assert "gone.md: E-UNREADABLE" in done.err
    assert reconcile("check").code == 1, "a contradiction outweighs a skipped file"


def test_09_48_a_file_that_is_too_large_is_skipped_before_it_is_read(
    workspace: Path, reconcile: Runner
) -> None:
    (workspace / "reconcile.toml").write_text("max-bytes = 1000\n", encoding="utf-8")
    with (workspace / "sources" / "sparse.md").open("wb") as stream:
        stream.truncate(10_000_000_000)
    done = reconcile("check", "--fail-on", "nothing")
    assert done.code == 3
    assert "sparse.md: E-TOO-LARGE" in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_51_a_full_standard_output_is_one_line_and_4(sources: Path, process: Process) -> None:
    with Path("/dev/full").open("wb") as full:
        for arguments in (["check"], ["rules"], ["--help"]):
            done = process(*arguments, stdout=full)
            assert done.returncode == 4
            assert done.stderr.count(b"\n") == 1
            assert b"space" in done.stderr


def test_49_a_full_disk_leaves_what_was_there(
    workspace: Path, reconcile: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    reconcile("run")
    before = {p: p.read_bytes() for f in ("claims", "reports") for p in (workspace / f).iterdir()}
    (workspace / "sources" / "gull.md").write_text(TWO["gull.md"].replace("57", "58"), encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    done = reconcile("run")
    assert done.code == 4
    assert done.err == "reconcile: gull.md.jsonl: cannot be written: No space left on device\n"
    assert {p: p.read_bytes() for f in ("claims", "reports") for p in (workspace / f).iterdir()} == before


def test_50_a_closed_pipe_is_quiet_and_141(sources: Path) -> None:
    for arguments in ("check", "rules", "claims"):
        code = f"from reconcile.cli import main; main([{arguments!r}])"
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-c", code], stdout=writing, stderr=subprocess.PIPE, check=False
        )
        os.close(writing)
        assert (done.returncode, done.stderr) == (141, b"")


def test_53_an_interrupt_is_130_without_a_traceback(sources: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", "from reconcile.cli import main; main(['check', '-'])"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A shell's background job ignores the interrupt, and so would all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads run here
    )  # fmt: skip
    time.sleep(1)  # it waits for its standard input
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, said) == (130, b"")


def test_52_a_run_that_was_killed_is_taken_up_again(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    whole = {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()}
    table = workspace / "claims" / "gull.md.jsonl"
    table.write_bytes(table.read_bytes()[:-40])  # as a crash in the middle of a copy would leave it
    (workspace / ".reconcile" / "state.json").write_text("{", encoding="utf-8")
    assert reconcile("run").code == 0
    assert {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()} == whole


@pytest.mark.parametrize("broken", ["{", "[]", '{"tables": 1}', "[" * 100_000, "\x00"])
def test_59_61_a_broken_or_older_state_costs_one_run(broken: str, workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    made = {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()}
    (workspace / ".reconcile" / "state.json").write_text(broken, encoding="utf-8")
    (workspace / "claims" / "gull.md.jsonl").write_text('{"table": "reconcile-claims/0"}\n', encoding="utf-8")
    assert reconcile("run").code == 0
    assert {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()} == made


def test_60_a_table_of_a_newer_release_is_refused_unchanged(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    table = workspace / "claims" / "gull.md.jsonl"
    table.write_text(table.read_text().replace("reconcile-claims/1", "reconcile-claims/2", 1))
    (workspace / "sources" / "tern.md").write_text(TWO["tern.md"].replace("51", "53"), encoding="utf-8")
    kept = {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()}
    done = reconcile("run")
    assert done.code == 4
    assert "gull.md.jsonl:1: made by a newer release" in done.err
    assert {p.name: p.read_bytes() for p in (workspace / "claims").iterdir()} == kept
    assert reconcile("check").code == 1  # reading needs no tables


def test_62_claims_of_other_code_are_made_again(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    state = workspace / ".reconcile" / "state.json"
    table = workspace / "claims" / "gull.md.jsonl"
    whole = table.read_bytes()
    table.write_bytes(whole.splitlines(keepends=True)[0] + whole.splitlines(keepends=True)[1])
    told = json.loads(state.read_text())
    told["tables"]["gull.md.jsonl"] = hashlib.sha256(table.read_bytes()).hexdigest()
    state.write_text(json.dumps(told | {"code": "another"}))
    assert reconcile("run").code == 0
    assert table.read_bytes() == whole


def test_74_to_77_archives_and_documents_are_named_and_never_unpacked(
    sources: Path, reconcile: Runner
) -> None:
    with zipfile.ZipFile(sources / "bundle.zip", "w") as archive:
        archive.writestr("../escaped.txt", "The ferry sank on Friday.")
    (sources / "page.txt.gz").write_bytes(gzip.compress(b"a" * 10_000_000))
    (sources / "crawl.warc").write_text("WARC/1.0\r\nContent-Length: 999999\r\n\r\n")
    done = reconcile("check", "-f", "json", "sources")
    assert done.code == 1  # the findings of the readable articles count for more
    notices = json.loads(done.out)["notices"]
    assert [(n["code"], n["path"]) for n in notices] == [
        ("E-FORMAT", name) for name in ("bundle.zip", "crawl.warc", "page.txt.gz")
    ]
    assert sorted(p.name for p in sources.parent.iterdir()) == ["sources"]


def test_56_two_runs_at_once_are_refused(workspace: Path, reconcile: Runner) -> None:
    from reconcile.files import locked

    with locked(workspace / ".reconcile" / "lock"):
        done = reconcile("run")
    assert done.code == 4
    assert "workspace busy" in done.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_57_a_workspace_that_cannot_be_written_can_be_checked(workspace: Path, reconcile: Runner) -> None:
    workspace.chmod(0o555)
    (workspace / "claims").chmod(0o555)
    try:
        assert reconcile("check").code == 1
        assert reconcile("run").code == 4
    finally:
        workspace.chmod(0o755)
        (workspace / "claims").chmod(0o755)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\nselct = []\n", "reconcile.toml:2: unknown key 'selct'; did you mean 'select'?"),
        ("jobs = 1\njobs = 2\n", "reconcile.toml:2: "),
        ("jobs = \n", "reconcile.toml:1: "),
        ("\n\nmin-confidence = 7\n", "reconcile.toml:3: min-confidence: "),
        ("[extra]\nx = 1\n", "reconcile.toml:1: unknown key 'extra'"),
    ],
)
def test_63_a_configuration_that_is_wrong_is_named_with_its_line(
    sources: Path, reconcile: Runner, text: str, said: str
) -> None:
    (sources.parent / "reconcile.toml").write_text(text, encoding="utf-8")
    for command in ("check", "run"):
        done = reconcile(command)
        assert done.code == 2
        assert said in done.err
        assert done.err.count("\n") == 1


def test_63_the_configuration_in_pyproject_has_lines_too(sources: Path, reconcile: Runner) -> None:
    text = "[project]\njobs = 1\n\n[tool.reconcile]\n\njobs = -1\n"
    (sources.parent / "pyproject.toml").write_text(text, encoding="utf-8")
    assert "pyproject.toml:6: jobs: " in reconcile("check").err


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        (
            '{"finding": "f1", "finding": "f2"}\n',
            2,
            "judgements.jsonl:1: not a judgement: the key 'finding' is there twice",
        ),
        ('{"finding": "f1"}\n', 2, "judgements.jsonl:1: decision: "),
        ("[" * 100_000 + "\n", 2, "judgements.jsonl:1: not a judgement"),
        ('{"finding": NaN}\n', 2, "judgements.jsonl:1: "),
        ('{"finding": "f1", "deci', 1, "judgements.jsonl:1: E-TORN"),
    ],
)
def test_64_to_67_judgements_that_cannot_be_read(
    workspace: Path, reconcile: Runner, text: str, code: int, said: str
) -> None:
    (workspace / "reports" / "judgements.jsonl").write_text(text, encoding="utf-8")
    done = reconcile("check")
    assert done.code == code
    assert said in done.err


def test_67_a_judgement_after_a_torn_one_is_kept(workspace: Path, reconcile: Runner) -> None:
    torn = workspace / "reports" / "judgements.jsonl"
    torn.write_text('{"finding": "f1", "deci', encoding="utf-8")
    reconcile("review", "--when", "2024-05-03", stdin=b"y\n\n")
    assert len(torn.read_text(encoding="utf-8").splitlines()) == 1
    assert reconcile("check").code == 0


def test_no_color_is_honoured(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reconcile.cli.output import wants_color

    monkeypatch.setattr(sys, "stdout", type("Terminal", (), {"isatty": lambda self: True})())
    monkeypatch.setenv("TERM", "xterm")
    for value, wanted in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", value)
        assert wants_color() is wanted
