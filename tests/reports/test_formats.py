"""Every format renders every report: the words verbatim, nothing that acts, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from reconcile.errors import ReconcileError
from reconcile.reports.formats.html import render as html
from reconcile.reports.render import all_format_names, format_names, render
from tests.reports.sample import ESCAPE, HOSTILE, report

FORMATS = [
    "text", "table", "json", "jsonl", "csv", "md", "html", "sarif", "junit", "github", "gitlab", "sqlite",
]  # fmt: skip
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(form: str, words: str = "22 people", title: str = "Ferry sinks") -> str:
    return render(report(words, title), form).decode()


def test_these_are_the_formats() -> None:
    assert sorted(FORMATS) == format_names() == all_format_names()


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    with pytest.raises(ReconcileError, match=r"'pdf'.*csv, github"):
        render(report(), "pdf")


@pytest.mark.parametrize("form", FORMATS)
def test_one_report_has_one_rendering(form: str) -> None:
    assert render(report(), form) == render(report(), form)


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "sqlite"])
def test_nothing_in_a_report_steers_a_terminal(form: str) -> None:
    assert STEERING.search(shown(form, HOSTILE, title=HOSTILE)) is None


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_without_findings_renders(form: str) -> None:
    from reconcile.reports.report import Report

    assert render(Report(articles=(), findings=()), form) or form == "jsonl"


def test_text_puts_carets_under_the_words_of_every_side() -> None:
    lines = shown("text").splitlines()
    under = [(lines[n - 1], line) for n, line in enumerate(lines) if set(line.split("|")[-1]) == {" ", "^"}]
    assert [above[below.index("^") : below.rindex("^") + 1] for above, below in under[:2]] == [
        "22 people",
        "24 people",
    ]
    assert "sources/a.md:2:17  The Tern" in shown("text")


def test_text_counts_wide_letters_as_two_columns() -> None:
    lines = shown("text", words="二十二人").splitlines()
    (at,) = [n for n, line in enumerate(lines) if "二十二人 on board" in line][:1]
    assert lines[at + 1].count("^") == 8


def test_text_is_in_colour_only_when_asked() -> None:
    assert b"\x1b[" not in render(report(), "text")
    assert b"\x1b[1;31m" in render(report(), "text", color=True)


def test_text_colour_lets_no_escape_of_the_article_through() -> None:
    assert ESCAPE.encode() not in render(report(HOSTILE, HOSTILE), "text", color=True)


@pytest.mark.parametrize("form", ["table", "md", "csv", "jsonl"])
@pytest.mark.parametrize("cell", ["007", "1e5", "1,200", "0x1F", "1_000"])
def test_figures_are_printed_as_they_are_written(form: str, cell: str) -> None:
    from dataclasses import replace

    sample = report()
    first = sample.findings[0]
    sides = (replace(first.sides[0], value=cell), *first.sides[1:])
    printed = render(replace(sample, findings=(replace(first, sides=sides),)), form).decode()
    assert re.search(rf"(?<![\d.]){re.escape(cell).replace('_', r'.?_')}(?![\d.e])", printed)


def test_markdown_escapes_pipes_links_and_html() -> None:
    printed = shown("md", HOSTILE, title=HOSTILE)
    assert "<script>" not in printed.replace("\\<script", "")
    assert "](javascript" not in printed.replace("\\](", "")
    rows = [line for line in printed.splitlines() if line.startswith("| ")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


@pytest.mark.parametrize("opening", ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
def test_csv_cells_are_no_formulas(opening: str) -> None:
    rows = list(csv.DictReader(io.StringIO(shown("csv", words=f"{opening} people"))))
    quotes = [row["quote"] for row in rows]
    assert quotes[0].startswith("'")
    assert {row["verdict"] for row in rows} == {"contradiction", "explained"}


def test_json_lines_hold_a_finding_each() -> None:
    rows = [json.loads(line) for line in shown("jsonl").splitlines()]
    assert [row["id"] for row in rows] == ["f000000000001", "f000000000002"]


def test_json_has_the_keys_of_its_schema_in_their_order() -> None:
    data = json.loads(shown("json"))
    assert list(data)[:3] == ["schema", "articles", "findings"]
    assert data["schema"] == "reconcile/1"
    keys = ["id", "rule", "slug", "kind", "question", "verdict", "reason", "because", "confidence", "sides"]
    assert list(data["findings"][0])[: len(keys)] == keys
    assert data["articles"][0]["published"] == {"value": "2024-05-02", "how": "stated"}
    assert data["notices"][0]["code"] == "E-EMPTY"


def test_json_gives_the_words_back() -> None:
    data = json.loads(shown("json", HOSTILE))
    assert data["findings"][0]["sides"][0]["claims"][0]["quote"] == HOSTILE


class Page(HTMLParser):
    """Collects the tags and the attributes of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_html_runs_nothing_but_its_own_script() -> None:
    page = Page(html(report(HOSTILE, HOSTILE)))
    assert page.tags.count("script") == 1
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not [
        value for name, value in page.attributes if name in ("href", "src") and "javascript" in (value or "")
    ]
    assert not [name for name, _ in page.attributes if name in ("src", "style")]


def test_html_names_the_hashes_of_its_script_and_style() -> None:
    from base64 import b64encode
    from hashlib import sha256

    page = html(report())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'")
    for tag in ("script", "style"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert inside
        assert b64encode(sha256(inside[1].encode()).digest()).decode() in policy[1].replace("&#43;", "+")


def test_html_links_only_to_the_web() -> None:
    page = Page(html(report()))
    links = [value for name, value in page.attributes if name == "href" and not (value or "").startswith("#")]
    assert links == ["https://tern.example/1"]


def test_sarif_places_every_side() -> None:
    (run,) = json.loads(shown("sarif"))["runs"]
    first = run["results"][0]
    assert (first["ruleId"], first["level"], first["kind"]) == ("NUM501", "error", "fail")
    places = [first["locations"][0], *first["relatedLocations"]]
    assert [p["physicalLocation"]["region"]["snippet"]["text"] for p in places] == ["22 people", "24 people"]
    assert run["results"][1]["kind"] == "pass"


def test_junit_fails_on_alarms_only() -> None:
    suite = ElementTree.fromstring(shown("junit", HOSTILE))[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case[0].tag for case in suite] == ["failure", "system-out"]


def test_github_annotates_the_line_of_every_side() -> None:
    lines = shown("github", HOSTILE).splitlines()
    assert [line.split(",")[0] for line in lines] == [
        "::error file=sources/a.md",
        "::error file=sources/b.md",
        "::notice title=reconcile::1 contradiction",
    ]
    assert "%0A" not in lines[0].replace("%250A", "")


def test_gitlab_has_an_issue_per_finding() -> None:
    issues = json.loads(shown("gitlab"))
    assert [issue["severity"] for issue in issues] == ["critical", "info"]
    assert issues[0]["location"] == {"path": "sources/a.md", "lines": {"begin": 2}}


def test_sqlite_can_be_queried() -> None:
    store = sqlite3.connect(":memory:")
    store.deserialize(render(report(HOSTILE), "sqlite"))
    rows = store.execute(
        "SELECT quote FROM witness JOIN finding ON finding.id = witness.finding ORDER BY 1"
    ).fetchall()
    store.close()
    assert (HOSTILE,) in rows
