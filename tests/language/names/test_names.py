"""Pairs of names, many cultures and scripts: each is decided right, whichever name comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile.language.names.lore import compare
from reconcile.language.names.same_thing import compare_things

TABLES = Path(__file__).parent


def pairs(table: str) -> list[tuple[str, str, str]]:
    lines = (TABLES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 4 for row in rows)
    return [(a, b, verdict) for a, b, verdict, _ in rows]


@pytest.mark.parametrize(("a", "b", "verdict"), pairs("persons"))
def test_persons(a: str, b: str, verdict: str) -> None:
    assert compare(a, b).verdict == verdict, compare(a, b).reason
    assert compare(b, a).verdict == verdict, compare(b, a).reason


@pytest.mark.parametrize(("a", "b", "verdict"), pairs("things"))
def test_things(a: str, b: str, verdict: str) -> None:
    assert compare_things(a, b).verdict == verdict, compare_things(a, b).reason
    assert compare_things(b, a).verdict == verdict, compare_things(b, a).reason


def test_the_table_is_as_large_as_promised() -> None:
    assert len(pairs("persons")) + len(pairs("things")) >= 300
