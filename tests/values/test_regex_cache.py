"""Patterns kept between runs are the patterns that compiling gives, and the lack of them is never an error."""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import reconcile
from reconcile.values import regex_cache
from reconcile.values.regex import Pattern

SOURCES = (r"(?P<day>\d{1,2})\s(?:May|June)(?!\w)", r"(?<=a)b+?|[à-ü]{2,}", r"(?x) a b  # not a", "")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("RECONCILE_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.setattr(regex_cache, "_FEW", 1)
    monkeypatch.setattr(regex_cache, "_new", {})
    regex_cache._kept.cache_clear()
    yield tmp_path / "kept"
    regex_cache._kept.cache_clear()


def later() -> None:
    """As a process does that begins now."""
    regex_cache.keep()
    regex_cache._new.clear()
    regex_cache._kept.cache_clear()


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL])
@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_pattern_is_the_compiled_one(folder: Path, source: str, flags: int) -> None:
    assert regex_cache.compiled(source, flags) == re.compile(source, flags)
    later()
    assert regex_cache.compiled(source, flags) == re.compile(source, flags)
    assert not regex_cache._new, "it was compiled again"


def test_every_pattern_of_the_package_is_kept_as_it_compiles(folder: Path) -> None:
    modules = (
        importlib.import_module(m.name) for m in pkgutil.walk_packages(reconcile.__path__, "reconcile.")
    )
    found = {p.pattern for m in modules for p in vars(m).values() if isinstance(p, Pattern)}
    assert len(found) > 500
    for source in found:
        regex_cache.compiled(source, 0)
    later()
    assert [source for source in found if regex_cache.compiled(source, 0) != re.compile(source)] == []
    assert not regex_cache._new


@pytest.mark.parametrize("damage", [b"", b"abc", b"\x00" * 4, b"\x00" * 900, b"\xff" * 900])
def test_a_damaged_file_is_as_none(folder: Path, damage: bytes) -> None:
    regex_cache.compiled("a+b", 0)
    later()
    (file,) = folder.iterdir()
    file.write_bytes(damage)
    regex_cache._kept.cache_clear()
    assert regex_cache.compiled("a+b", 0) == re.compile("a+b")
    later()
    assert regex_cache.compiled("a+b", 0) == re.compile("a+b")
    assert not regex_cache._new, "the damaged file was not replaced"


def test_a_folder_that_cannot_be_is_no_error(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    regex_cache.compiled("a+b", 0)
    regex_cache.keep()
    assert folder.is_file()


def test_nothing_is_kept_where_none_is_wanted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECONCILE_CACHE_DIR", "")
    regex_cache.compiled("a+b", 0)
    regex_cache.keep()
    assert not folder.exists()


def test_a_pattern_that_does_not_compile_says_so(folder: Path) -> None:
    with pytest.raises(re.error):
        regex_cache.compiled("(", 0)


def test_a_run_leaves_patterns_and_no_word_of_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Published: 2031-03-04\n\nMayor Tilda Quennell, 58, opened the bridge at Zwolderwick on Monday. The 58-year-old spoke."
    )
    env = os.environ | {"RECONCILE_CACHE_DIR": str(tmp_path / "kept")}
    command = [sys.executable, "-m", "reconcile", "check", str(tmp_path / "a.txt")]
    subprocess.run(command, check=True, env=env, capture_output=True)
    (file,) = (tmp_path / "kept").iterdir()
    held = file.read_bytes()
    assert len(held) > 10_000
    assert not [word for word in (b"Quennell", b"Zwolderwick", b"58") if word in held]
