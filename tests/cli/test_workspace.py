"""`init`, `run`, `report`, `claims`, `explain`, `why-not`, `review`, `rules`: a workspace from beginning to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TWO, Runner


def finding(reconcile: Runner) -> str:
    """The id of the first finding."""
    return str(json.loads(reconcile("check", "-f", "json").out)["findings"][0]["id"])


def test_init_makes_a_workspace_and_leaves_alone_what_is_there(folder: Path, reconcile: Runner) -> None:
    assert reconcile("init", "new").code == 0
    assert {p.name for p in (folder / "new").iterdir()} == {"sources", "claims", "reports", "reconcile.toml"}
    (folder / "new" / "reconcile.toml").write_text("jobs = 2\n", encoding="utf-8")
    assert reconcile("init", "new").code == 0
    assert (folder / "new" / "reconcile.toml").read_text(encoding="utf-8") == "jobs = 2\n"


def test_the_configuration_that_init_writes_is_the_default(folder: Path) -> None:
    from reconcile.workspace import Config, load, template

    (folder / "reconcile.toml").write_text(template().replace("# ", ""), encoding="utf-8")
    text = "\n".join(line.removeprefix("# ") for line in template().splitlines() if " = " in line)
    (folder / "reconcile.toml").write_text(text, encoding="utf-8")
    assert load(folder / "reconcile.toml") == Config()


def test_run_writes_claims_and_reports_and_prints_the_table(workspace: Path, reconcile: Runner) -> None:
    done = reconcile("run")
    assert done.code == 0
    assert "AGE551" in done.out
    assert {p.name for p in (workspace / "claims").iterdir()} == {"gull.md.jsonl", "tern.md.jsonl"}
    assert {p.name for p in (workspace / "reports").iterdir()} == {"report.html", "report.json", "report.md"}


def test_run_needs_a_workspace(folder: Path, reconcile: Runner) -> None:
    done = reconcile("run")
    assert done.code == 2
    assert "reconcile init" in done.err


def test_a_second_run_changes_nothing_and_a_fresh_one_neither(workspace: Path, reconcile: Runner) -> None:
    def written() -> dict[str, bytes]:
        return {p.name: p.read_bytes() for f in ("claims", "reports") for p in (workspace / f).iterdir()}

    first = (reconcile("run").out, written())
    assert (reconcile("run").out, written()) == first
    assert (reconcile("run", "--fresh").out, written()) == first


def test_the_table_of_a_source_that_is_gone_goes_too(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    (workspace / "sources" / "gull.md").unlink()
    (workspace / "claims" / "mine.jsonl").write_text("{}\n", encoding="utf-8")
    reconcile("run")
    assert {p.name for p in (workspace / "claims").iterdir()} == {"tern.md.jsonl", "mine.jsonl"}


def test_an_edited_table_is_made_again(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    table = workspace / "claims" / "gull.md.jsonl"
    before = table.read_bytes()
    table.write_bytes(before.replace(b"57", b"75"))
    reconcile("run")
    assert table.read_bytes() == before


def test_check_and_run_report_the_same(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    reconcile("run")
    run = json.loads((workspace / "reports" / "report.json").read_text(encoding="utf-8"))
    checked = json.loads(reconcile("check", "-f", "json").out)
    kept = [f for f in run["findings"] if f["verdict"] != "information"]
    assert (run["articles"], kept) == (checked["articles"], checked["findings"])


def test_run_works_from_a_folder_below_and_for_a_folder_named(workspace: Path, reconcile: Runner) -> None:
    assert reconcile("run", str(workspace)).code == 0
    assert (workspace / "reports" / "report.md").exists()


def test_report_renders_to_files_and_to_standard_output(workspace: Path, reconcile: Runner) -> None:
    done = reconcile("report", "-o", "md", "-o", "json:out/x.json")
    assert done.code == 0
    assert done.out.startswith("# What the sources disagree on")
    assert json.loads((workspace / "out" / "x.json").read_text(encoding="utf-8"))["findings"]
    assert reconcile("report", "-o", "pdf:x").code == 2
    assert reconcile("report").code == 0
    assert (workspace / "reports" / "report.html").exists()


def test_claims_are_listed_and_filtered(workspace: Path, reconcile: Runner) -> None:
    def listed(*options: str) -> list[dict[str, str]]:
        return [json.loads(line) for line in reconcile("claims", "-f", "jsonl", *options).out.splitlines()]

    everything = listed()
    assert {row["type"] for row in everything} >= {"age", "date"}
    assert {row["type"] for row in listed("--type", "age")} == {"age"}
    assert {row["by"] for row in listed("--article", "The Gull")} == {"The Gull"}
    assert all("Tosk" in row["subject"] for row in listed("--subject", "tosk"))
    assert len(listed("--date", "2024")) == len(everything)
    assert listed("--date", "2023") == []
    assert reconcile("claims").out.startswith("claim ")


def test_the_matrix_has_a_column_per_article(workspace: Path, reconcile: Runner) -> None:
    rows = [json.loads(line) for line in reconcile("claims", "--matrix", "-f", "jsonl").out.splitlines()]
    ages = [row for row in rows if row["question"].startswith("age")]
    assert [(row["gull"], row["tern"]) for row in ages] == [("57", "51")]


def test_explain_shows_the_proof_of_a_finding(workspace: Path, reconcile: Runner) -> None:
    name = finding(reconcile)
    done = reconcile("explain", name[:8])
    assert done.code == 0
    assert name in done.out
    assert "^^" in done.out
    assert "published 2024-05-02" in done.out
    assert reconcile("explain", "f-none").code == 2


@pytest.mark.parametrize("name", ["AGE551", "age551", "age-differs"])
def test_explain_shows_the_page_of_a_rule(folder: Path, reconcile: Runner, name: str) -> None:
    done = reconcile("explain", name)
    assert done.out.startswith("AGE551 age-differs")
    assert "```" in done.out


def test_explain_shows_the_page_of_a_reason(folder: Path, reconcile: Runner) -> None:
    assert reconcile("explain", "scope").out.startswith("scope\n\nTwo figures that count different")


def test_why_not_says_why_two_claims_do_not_meet(workspace: Path, reconcile: Runner) -> None:
    rows = [json.loads(line) for line in reconcile("claims", "-f", "jsonl").out.splitlines()]
    ages = [row["claim"] for row in rows if row["type"] == "age"]
    (date, *_) = [row["claim"] for row in rows if row["type"] == "date"]
    assert "They meet on two sides" in reconcile("why-not", *ages).out
    assert "different types: age and date" in reconcile("why-not", ages[0], date).out
    assert reconcile("why-not", ages[0], "cnone").code == 2


def test_why_not_knows_that_stories_do_not_meet(workspace: Path, reconcile: Runner) -> None:
    other = "---\npublisher: The Auk\n---\nThe mayor of Tessaly, Lene Abrams, 44, opened the Harbor Museum.\n"
    (workspace / "sources" / "auk.md").write_text(other, encoding="utf-8")
    rows = [json.loads(line) for line in reconcile("claims", "-f", "jsonl", "--type", "age").out.splitlines()]
    pair = [next(row["claim"] for row in rows if row["value"] == age) for age in ("44", "51")]
    assert "to be one story" in reconcile("why-not", *pair).out


def test_review_records_what_a_person_decides(workspace: Path, reconcile: Runner) -> None:
    name = finding(reconcile)
    done = reconcile("review", "--who", "ed", "--when", "2024-05-03", stdin=b"n\nsame man\n")
    assert done.code == 0
    kept = (workspace / "reports" / "judgements.jsonl").read_text(encoding="utf-8")
    told = {"finding": name, "decision": "dismissed", "who": "ed", "when": "2024-05-03", "why": "same man"}
    assert [json.loads(line) for line in kept.splitlines()] == [told]
    assert reconcile("check").code == 0


def test_review_takes_the_file_that_the_page_saves(workspace: Path, reconcile: Runner) -> None:
    row = {
        "finding": finding(reconcile),
        "decision": "confirmed",
        "who": "ed",
        "when": "2024-05-03",
        "why": "",
    }
    (workspace / "saved.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert reconcile("review", "--apply", "saved.jsonl").code == 0
    assert reconcile("check").code == 0


def test_a_judgement_lapses_when_a_later_article_joins_in(workspace: Path, reconcile: Runner) -> None:
    row = {"finding": finding(reconcile), "decision": "dismissed", "who": "ed", "when": "2024-05-03"}
    for until, code in (("2024-05-02", 0), ("2024-05-01", 1)):
        text = json.dumps(row | {"until": until}) + "\n"
        (workspace / "reports" / "judgements.jsonl").write_text(text, encoding="utf-8")
        assert reconcile("check").code == code


def test_rules_are_listed_with_what_they_find(folder: Path, reconcile: Runner) -> None:
    done = reconcile("rules")
    assert "AGE551  age-differs" in done.out
    assert reconcile("rules", "--markdown").out.startswith("| code")


def test_new_text_in_a_source_is_read(workspace: Path, reconcile: Runner) -> None:
    reconcile("run")
    (workspace / "sources" / "gull.md").write_text(TWO["gull.md"].replace("57", "51"), encoding="utf-8")
    assert "AGE551" not in reconcile("run").out
