"""One difference makes one finding, however many rules and pairs of articles see it."""

from __future__ import annotations

from reconcile import Article, check

FIRST = '"The fire was everywhere on the car deck within five minutes," said Edda Rusk, a nurse from Tessaly.'
SECOND = (
    '"The fire was everywhere on the car deck within fifteen minutes," said Edda Rusk, a nurse from Tessaly.'
)


def test_a_number_changed_inside_a_quotation_is_told_once_as_a_quotation() -> None:
    report = check(
        [
            Article(id="a", publisher="Tern", published="2024-05-02", text=FIRST),
            Article(id="b", publisher="Heron", published="2024-05-02", text=SECOND),
        ]
    )
    assert [(f.kind, f.verdict) for f in report.findings if f.alarm] == [("quote", "contradiction")]


def test_three_sources_of_one_difference_make_one_finding() -> None:
    texts = {
        "a": "The ferry Marigold sank off Cape Ordell on Thursday. The fire killed 22 people, the coast guard said.",
        "b": "The fire on the ferry Marigold off Cape Ordell killed 24 people on Thursday.",
        "c": "On Thursday the fire on the ferry Marigold killed 22 people off Cape Ordell.",
    }
    report = check(
        [Article(id=i, publisher=i, published="2024-05-02", text=text) for i, text in texts.items()]
    )
    assert [(f.kind, sorted(s.value for s in f.sides)) for f in report.findings if f.alarm] == [
        ("number", ["22", "24"])
    ]
