"""What may be one question, and hardly more, takes two lines of the terminal."""

from __future__ import annotations

from reconcile import Article, check
from reconcile.reports.formats import text

TEXTS = {
    "a": "The crane at Brindle fell on Tuesday and injured 41 workers. The yard sent 212 welders home.",
    "b": "The crane at Brindle fell on Tuesday. Word reached 260 in time, and the yard stayed empty.",
}


def test_a_merely_possible_question_is_told_in_two_lines() -> None:
    report = check([Article(id=name, text=body, published="2024-05-08") for name, body in TEXTS.items()])
    (finding,) = [found for found in report.findings if found.verdict == "unresolved"]
    assert finding.confidence < 0.5
    lines = text.render(report).split("\n\n")
    (block,) = [block for block in lines if finding.id in block]
    assert len(block.splitlines()) == 2
    assert all(word in block for word in ("212", "260", "likelihood"))
