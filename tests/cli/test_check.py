"""`reconcile check`: what it reads, what it prints, and what it returns."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import TWO, Runner


def rules(out: str) -> list[tuple[str, str]]:
    return [(f["rule"], f["verdict"]) for f in json.loads(out)["findings"]]


def test_a_contradiction_makes_the_exit_code_1(sources: Path, reconcile: Runner) -> None:
    done = reconcile("check", "--format", "json", str(sources))
    assert ("AGE551", "contradiction") in rules(done.out)
    assert done.code == 1


def test_agreement_makes_the_exit_code_0(sources: Path, reconcile: Runner) -> None:
    (sources / "gull.md").write_text(TWO["gull.md"].replace("57", "51"), encoding="utf-8")
    assert reconcile("check", str(sources)).code == 0


def test_nothing_is_written(sources: Path, reconcile: Runner) -> None:
    before = sorted(sources.parent.rglob("*"))
    reconcile("check")
    assert sorted(sources.parent.rglob("*")) == before


def test_without_a_path_it_reads_the_sources_folder(sources: Path, reconcile: Runner) -> None:
    assert reconcile("check", "-f", "json").code == 1


def test_without_anything_to_read_it_says_what_to_do(folder: Path, reconcile: Runner) -> None:
    done = reconcile("check")
    assert (done.code, done.out) == (2, "")
    assert "name files or folders" in done.err


def test_a_path_that_is_not_there_is_a_usage_error(folder: Path, reconcile: Runner) -> None:
    done = reconcile("check", "no\x1bwhere")
    assert done.code == 2
    assert "does not exist" in done.err
    assert "\x1b" not in done.err


def test_standard_input_is_an_article(sources: Path, reconcile: Runner) -> None:
    done = reconcile("check", "-f", "json", "-", str(sources / "tern.md"), stdin=TWO["gull.md"].encode())
    assert done.code == 1
    assert {a["path"] for a in json.loads(done.out)["articles"]} == {"stdin", "tern.md"}


def test_the_least_verdict_that_fails_can_be_chosen(sources: Path, reconcile: Runner) -> None:
    assert reconcile("check", "--fail-on", "nothing").code == 0
    assert reconcile("check", "--fail-on", "tension").code == 1


def test_rules_are_selected_and_ignored_by_code_group_and_slug(sources: Path, reconcile: Runner) -> None:
    for name in ("AGE551", "age", "age-differs"):
        assert {code for code, _ in rules(reconcile("check", "-f", "json", "--select", name).out)} == {
            "AGE551"
        }
        assert "AGE551" not in dict(rules(reconcile("check", "-f", "json", "--ignore", name).out))


def test_a_rule_that_does_not_exist_is_a_usage_error(sources: Path, reconcile: Runner) -> None:
    done = reconcile("check", "--select", "NUM999")
    assert done.code == 2
    assert "NUM999" in done.err


def test_findings_below_a_confidence_are_left_out(sources: Path, reconcile: Runner) -> None:
    assert rules(reconcile("check", "-f", "json", "--min-confidence", "1").out) == []


def test_information_is_left_out_unless_its_rule_is_selected(sources: Path, reconcile: Runner) -> None:
    found = rules(reconcile("check", "-f", "json").out)
    assert "information" not in {verdict for _, verdict in found}


@pytest.mark.parametrize(
    "form", ["text", "table", "json", "jsonl", "csv", "md", "html", "sarif", "junit", "gitlab"]
)
def test_every_format_can_be_printed(sources: Path, reconcile: Runner, form: str) -> None:
    done = reconcile("check", "-f", form)
    assert done.code == 1
    assert "51" in done.out


def test_an_unknown_format_is_a_usage_error(sources: Path, reconcile: Runner) -> None:
    done = reconcile("check", "-f", "pdf")
    assert done.code == 2
    assert "sarif" in done.err


def test_known_findings_of_a_baseline_do_not_count(sources: Path, reconcile: Runner, folder: Path) -> None:
    known = folder / "baseline.json"
    known.write_text(reconcile("check", "-f", "json").out, encoding="utf-8")
    done = reconcile("check", "-f", "json", "--baseline", str(known))
    assert (done.code, rules(done.out)) == (0, [])


def test_a_baseline_that_is_none_is_a_usage_error(sources: Path, reconcile: Runner, folder: Path) -> None:
    (folder / "x.json").write_text("[1]", encoding="utf-8")
    assert reconcile("check", "--baseline", "x.json").code == 2


def test_judged_findings_do_not_count_and_dismissed_ones_are_not_shown(
    workspace: Path, reconcile: Runner
) -> None:
    findings = json.loads(reconcile("check", "-f", "json").out)["findings"]
    judgements = workspace / "reports" / "judgements.jsonl"
    for decision, shown in (("confirmed", True), ("dismissed", False)):
        rows = (
            {"finding": f["id"], "decision": decision, "who": "ed", "when": "2024-05-03"} for f in findings
        )
        judgements.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        done = reconcile("check", "-f", "json")
        assert done.code == 0
        assert bool(rules(done.out)) is shown
    assert rules(reconcile("check", "-f", "json", "--judged").out)


def test_new_sources_are_set_against_the_others(sources: Path, reconcile: Runner) -> None:
    later = sources.parent / "later.md"
    later.write_text(TWO["gull.md"].replace("The Gull", "The Auk"), encoding="utf-8")
    done = reconcile("check", "-f", "json", "--new", str(later))
    findings = json.loads(done.out)["findings"]
    assert findings
    assert all("later" in {c["article"] for s in f["sides"] for c in s["claims"]} for f in findings)
    assert done.err.startswith("adds ")
    assert " corroborate" in done.err
    assert " conflict" in done.err


def test_since_a_revision_only_what_changed_is_new(workspace: Path, reconcile: Runner) -> None:
    import subprocess

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.com")
        subprocess.run(["git", *who, *arguments], cwd=workspace, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert rules(reconcile("check", "-f", "json", "--since", "HEAD").out) == []
    (workspace / "sources" / "auk.md").write_text(TWO["gull.md"].replace("57", "64"), encoding="utf-8")
    assert rules(reconcile("check", "-f", "json", "--since", "HEAD").out) != []
    assert reconcile("check", "--since", "nowhere").code == 2
