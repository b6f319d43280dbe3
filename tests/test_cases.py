"""Runs the YAML cases: short texts, and what must be found in them.

tests/cases/rules/SLUG/VERDICT_WHAT.yml and tests/cases/explain/REASON/VERDICT_WHAT.yml:

    why: One line that says what the case teaches.
    articles:
      - {id: a, publisher: The Tern, published: 2024-05-02, title: ..., agency: ..., text: "..."}
    findings:                       # every finding of the rule SLUG (for explain: with the reason REASON), no more
      - {verdict: contradiction, reason: null, because: "22", sides: [["22 people"], ["24 people"]]}

A side lists words that its claims' quotes must contain; `because` (optional) must be part of the sentence.
`rule: slug` inside a finding is needed under explain/ only when several rules could fire.

tests/cases/claims/TYPE/WHAT.yml:

    why: ...
    published: 2024-05-02           # optional
    text: "..."
    claims:                         # every claim of the type, in text order; fields compared with str()
      - {quote: "injured 22 people", value: "22", measure: injured}
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from reconcile import Article, Finding, check, extract
from reconcile.sources.article import Stamp

CASES = Path(__file__).parent / "cases"


def _load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data.get("why"), f"{path}: a case says why it is there"
    return data


def article_of(data: dict[str, Any]) -> Article:
    fields = dict(data)
    if "published" in fields:
        fields["published"] = str(fields["published"])
    fields["stamps"] = tuple(Stamp(**stamp) for stamp in data.get("stamps", ()))
    return Article(**fields)


def _found(sides: Any, wanted: list[list[str]]) -> bool:
    if len(sides) != len(wanted):
        return False
    left = list(sides)
    for quotes in wanted:
        hit = next((s for s in left if all(any(q in c.quote for c in s.claims) for q in quotes)), None)
        if hit is None:
            return False
        left.remove(hit)
    return True


@pytest.mark.parametrize(
    "path",
    sorted([*CASES.glob("rules/*/*.yml"), *CASES.glob("explain/*/*.yml")]),
    ids=lambda p: f"{p.parent.name}/{p.stem}",
)
def test_findings(path: Path) -> None:
    case = _load(path)
    report = check([article_of(a) for a in case["articles"]])
    if path.parent.parent.name == "rules":
        found = [f for f in report.findings if f.slug == path.parent.name.replace("_", "-")]
    else:
        found = [f for f in report.findings if f.reason == path.parent.name]
    for finding in report.findings:
        reads_well(finding)
    expect(case, found, every=path.parent.parent.name == "rules" or not case["findings"])


def reads_well(finding: Finding) -> None:
    """Fails unless the question is one, the reasons are sentences of which none stands twice, and units agree."""
    assert re.fullmatch(r"[A-Z][^\n]*[^)\s]\?|[A-Z][^?:\n]* \([^()]*\)\?", finding.question), finding.question
    assert not re.match(r"(?:[A-Z]\w+ ){1,3}?\w+: ", finding.question), finding.question
    assert re.fullmatch(r"[^a-z\s].*[.?!”\"]", finding.because, re.DOTALL), finding.because
    sentences = [said for said in re.split(r"(?<=\.) (?=[A-Z“'\"])", finding.because) if len(said) > 12]
    assert len(sentences) == len(set(sentences)), finding.because
    for said in (finding.because, *(side.value for side in finding.sides)):
        assert not re.search(
            r"\b[2-9] (?:mile|foot|kilomet(?:er|re)|met(?:er|re)|pound|day|year)\b(?!-)", said
        ), said
        assert not re.search(r"\b\d{4}-\d\d-\d\d/|\b\d{1,3},\d{3},\d{3} (?:USD|EUR|GBP)\b", said), said


def expect(case: dict[str, Any], found: list[Finding], every: bool) -> None:
    """Fails unless each finding that `case` wants is in `found`, and, for `every`, no other one."""
    shown = [
        (f.slug, f.verdict, f.reason, f.because, [[c.quote for c in s.claims] for s in f.sides])
        for f in found
    ]
    left = list(found)
    for wanted in case["findings"]:
        hit = next(
            (
                f
                for f in left
                if f.verdict == wanted["verdict"]
                and ("reason" not in wanted or f.reason == wanted["reason"])
                and wanted.get("because", "") in f.because
                and wanted.get("rule", f.slug) == f.slug
                and ("sides" not in wanted or _found(f.sides, wanted["sides"]))
            ),
            None,
        )
        assert hit is not None, f"missing {wanted}; found {shown}"
        left.remove(hit)
    assert not left or not every, f"unexpected findings: {shown}"


@pytest.mark.parametrize(
    "path", sorted(CASES.glob("claims/*/*.yml")), ids=lambda p: f"{p.parent.name}/{p.stem}"
)
def test_claims(path: Path) -> None:
    case = _load(path)
    fields = {
        key: case[key] for key in ("published", "title", "publisher", "agency", "stamps") if key in case
    }
    claims = [
        c
        for c in extract(article_of({"id": "a", "text": case["text"], **fields}))
        if c.type == path.parent.name
    ]
    shown = [(c.span.quote, str(c)) for c in claims]
    assert len(claims) == len(case["claims"]), shown
    for claim, wanted in zip(claims, case["claims"], strict=True):
        assert claim.span.quote == wanted["quote"], shown
        for name, value in wanted.items():
            if name == "value":
                assert str(claim) == str(value), shown
            elif name != "quote":
                assert str(getattr(claim, name)) == str(value), (name, claim)
