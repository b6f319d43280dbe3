"""facts.csv is a reference source: its rows meet the articles' claims, and the report says which side it favours."""

from __future__ import annotations

from pathlib import Path

from reconcile import check, read
from reconcile.errors import Notice


def _file(folder: Path, text: str) -> Path:
    path = folder / "facts.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_become_sentences_of_one_reference_article(tmp_path: Path) -> None:
    rows = "subject,attribute,value,as_of,url\nThe Marigold,built,1986,2024-05-19,https://ships.example/marigold\n"
    (article,) = read(_file(tmp_path, rows))
    assert article.text == "The Marigold was built in 1986."
    assert article.trust == "reference"
    assert article.published is not None
    assert article.published.value == "2024-05-19"


def test_a_claim_against_the_reference_is_found_and_the_reference_favoured(tmp_path: Path) -> None:
    facts = read(_file(tmp_path, "subject,attribute,value\nThe treaty of Ordell,signed,1961-07-11\n"))
    (tmp_path / "tern.txt").write_text("The treaty of Ordell was signed on July 12, 1961.", encoding="utf-8")
    report = check([*facts, *read(tmp_path / "tern.txt")])
    alarms = [finding for finding in report.findings if finding.alarm]
    assert len(alarms) == 1
    assert "reference source" in alarms[0].favours


def test_missing_columns_and_values_are_named(tmp_path: Path) -> None:
    notices: list[Notice] = []
    read(_file(tmp_path, "subject,value\nMarigold,1986\n"), notices=notices)
    read(_file(tmp_path, "subject,attribute,value\nMarigold,,1986\n"), notices=notices)
    assert [(n.code, n.line) for n in notices if n.code == "E-FACTS"] == [("E-FACTS", 1), ("E-FACTS", 2)]
