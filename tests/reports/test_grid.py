"""The traps of the table library, one by one."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from reconcile.reports.grid import grid, markdown, markdown_grid


def cells(table: str) -> list[list[str]]:
    return [line.split("  ") for line in table.splitlines()[2:]]


@pytest.mark.parametrize("cell", ["1e5", "007", "1,200", "1.50", "nan", "inf", "-0", "+5", "0x10", "１２"])
def test_a_cell_is_printed_as_it_is_written(cell: str) -> None:
    assert grid(["value"], [[cell]], [9]).splitlines()[2].strip() == cell
    assert f"| {cell} " in markdown_grid(["value"], [[cell]])


def test_a_figure_with_a_comma_can_stand_in_a_wrapped_column() -> None:
    assert "1,200" in grid(["value"], [["1,200 people were there"]], [10])


def test_columns_are_wrapped_at_their_width() -> None:
    table = grid(["a", "b"], [["one two three four", "x"]], [9, 0])
    assert [line.split("  ")[0].rstrip() for line in table.splitlines()[2:]] == ["one two", "three", "four"]


def test_a_word_longer_than_its_column_is_broken() -> None:
    assert max(map(len, grid(["a"], [["x" * 50]], [10]).splitlines())) == 10


def test_pipes_do_not_open_columns_in_markdown() -> None:
    row = markdown_grid(["a", "b"], [["x|y", "z"]]).splitlines()[2]
    assert row.replace("\\|", "").count("|") == 3


def test_a_line_break_in_a_cell_opens_no_row() -> None:
    assert len(grid(["a"], [["x\ny"]]).splitlines()) == 3
    assert len(markdown_grid(["a"], [["x\ny"]]).splitlines()) == 3


def test_an_empty_cell_and_an_empty_table_are_no_trouble() -> None:
    assert len(grid(["a", "b"], [["", ""], ["x", ""]]).splitlines()) == 4
    assert "a" in grid(["a"], [])


def test_wide_letters_give_the_same_table_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    import tabulate

    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", True)
    first = grid(["a", "b"], [["二十二", "x"]])
    monkeypatch.setattr(tabulate, "WIDE_CHARS_MODE", False)
    assert grid(["a", "b"], [["二十二", "x"]]) == first


@pytest.mark.parametrize(
    "text",
    [
        "[x](http://a.example)",
        "<b>x</b>",
        "*x*",
        "_x_",
        "`x`",
        "# x",
        "x\n\n# y",
        "![i](u)",
        "https://a.example",
    ],
)
def test_markdown_renders_as_the_words_themselves(text: str) -> None:
    rendered = MarkdownIt("commonmark").render(markdown(text)).strip()
    assert rendered.startswith("<p>")
    assert rendered.count("<") == 2
