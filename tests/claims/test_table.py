"""A claim table gives back what was written to it; anything that is not a table is named with its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile import Article, extract
from reconcile.claims import table
from reconcile.claims.claim import Claim
from reconcile.errors import StoreError

TEXT = (
    "The 64th anniversary of the pact was marked in Omsk on July 11, 2025. Ada Quill, 41, the mayor of Tessaly, "
    'said: "We have waited for 12 years." About 200 people took part, and the embassy sent Vice Minister Ilmar Tosk. '
    "The council of Port Maren did not attend.\n\nThe ship sank off Cape Ordell; 22 people were killed.\n"
)


def sample() -> table.Table:
    """A table with an article of our own, and one of an article without anything."""
    article = Article(id="a", path="sources/a.md", publisher="The Tern", text=TEXT, published="2025-07-12")
    empty = Article(id="a#2", path="sources/a.md", text="")
    return table.Table(
        source="sources/a.md",
        entries=(table.entry(article, extract(article)), table.entry(empty, [])),
    )


def test_what_was_written_is_read_back() -> None:
    assert table.read(table.write(sample()), "a.jsonl") == sample()


def test_the_sample_holds_most_types() -> None:
    types = {claim.type for claim in sample().entries[0].claims}  # type: ignore[attr-defined] # every subclass has one
    assert len(types) >= 6


def test_every_claim_of_the_example_workspace_is_read_back() -> None:
    from reconcile.sources.walk import read_all

    articles, _ = read_all([Path(__file__).parents[2] / "sources"])
    for article in articles:
        whole = table.Table(source=article.path or "", entries=(table.entry(article, extract(article)),))
        assert table.read(table.write(whole), "x") == whole


def test_a_row_names_its_type_first_and_leaves_defaults_out() -> None:
    rows = [json.loads(line) for line in table.write(sample()).splitlines()]
    assert rows[0] == {"table": "reconcile-claims/1", "source": "sources/a.md"}
    assert [row["id"] for row in rows if row.get("type") == "article"] == ["a", "a#2"]
    claims = [row for row in rows[1:] if row["type"] != "article"]
    assert all(next(iter(row)) == "type" for row in claims)
    assert all("polarity" not in row or row["polarity"] is False for row in claims)


def test_claims_follow_from_the_words_and_the_date_of_an_article() -> None:
    from dataclasses import replace

    article = Article(id="a", text="One.", published="2025-07-12")
    same = Article(id="a", text="One.", published="2025-07-12")
    other = replace(article, text="Two.")
    later = Article(id="a", text="One.", published="2025-07-13")
    keys = [table.depends(a) for a in (article, same, other, later)]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 3


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: [], "x:1: not a claim table of schema reconcile-claims/1"),
        (lambda rows: ['{"table": "reconcile-claims/2"}', *rows[1:]], "'reconcile-claims/2'"),
        (lambda rows: [*rows[:-1], rows[-1][:30]], r"x:\d+: not a JSON object"),
        (lambda rows: [rows[0], rows[2]], "x:2: a claim before the first article"),
        (lambda rows: [*rows[:2], '{"type": "none"}'], "x:3: "),
        (lambda rows: [*rows[:2], rows[2].replace('"id"', '"ix"', 1)], "x:3: "),
        (lambda rows: [*rows[:2], '{"type": "age", "type": "age"}'], "x:3: .*'type' is there twice"),
        (lambda rows: [*rows[:2], '{"type": NaN}'], "x:3: .*NaN is no number"),
        (lambda rows: [*rows[:2], "[" * 100_000], "x:3: not a JSON object"),
        (lambda rows: [rows[0], '{"type": "article", "id": "a"}'], "lacks"),
    ],
)
def test_what_is_no_table_is_named_with_its_line(change: object, said: str) -> None:
    rows = table.write(sample()).splitlines()
    with pytest.raises(StoreError, match=said):
        table.read("\n".join(change(rows)), "x")  # type: ignore[operator] # a function of the list above


def test_every_claim_type_has_one_class() -> None:
    kinds = table.claim_types()
    assert all(issubclass(kind, Claim) for kind in kinds)
    assert len({kind.__name__ for kind in kinds}) == len(kinds)
