"""What must happen to files that are not what they should be. Numbers are those of the list of bad input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from reconcile import Article, extract, read, tag_times
from reconcile.errors import Notice
from reconcile.sources.dating import date_articles
from reconcile.sources.source_file import SkippedFileError
from reconcile.sources.walk import find, read_all

TEXT = "The ferry Merle sank on Tuesday, the harbour office said.\n"


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def codes(notices: list[Notice]) -> list[str]:
    return [notice.code for notice in notices]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\n ", "\ufeff \u00a0\n".encode()])
def test_1_2_empty_file_is_an_article_without_claims(tmp_path: Path, data: bytes) -> None:
    notices: list[Notice] = []
    [article] = read(put(tmp_path, "a.txt", data), notices=notices)
    assert codes(notices) == ["E-EMPTY"]
    assert extract(article) == []


def test_3_nul_bytes(tmp_path: Path) -> None:
    with pytest.raises(SkippedFileError, match="E-BINARY"):
        read(put(tmp_path, "a.txt", bytes(range(256)) * 20))
    notices: list[Notice] = []
    [article] = read(put(tmp_path, "b.txt", TEXT.replace("Merle", "Mer\0e").encode()), notices=notices)
    assert codes(notices) == ["W-NUL"]
    assert "Mer\N{REPLACEMENT CHARACTER}e" in article.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_4_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    [article] = read(put(tmp_path, "a.txt", TEXT.encode(encoding)))
    assert article.text == TEXT.strip()


def test_4_offsets_count_the_byte_order_mark_of_utf_8(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", TEXT.encode("utf-8-sig"))
    [article] = read(path)
    assert path.read_text(encoding="utf-8")[article.start : article.end] == article.text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_5_utf_16_without_a_mark_is_refused(tmp_path: Path, encoding: str) -> None:
    with pytest.raises(SkippedFileError, match="E-ENCODING"):
        read(put(tmp_path, "a.txt", (TEXT * 5).encode(encoding)))


def test_6_other_encodings_are_named(tmp_path: Path) -> None:
    notices: list[Notice] = []
    text = "“Così è,” said Zoë Muñoz at the café in Ålesund.\n"
    [article] = read(put(tmp_path, "a.txt", text.encode("cp1252")), notices=notices)
    assert article.text == text.strip()
    assert codes(notices) == ["W-ENCODING"]
    assert "cp1252" in notices[0].message


def test_6_mojibake_is_not_repaired(tmp_path: Path) -> None:
    wrong = "The cafÃ© burned down on Monday, firefighters said."
    [article] = read(put(tmp_path, "a.txt", wrong.encode()))
    assert article.text == wrong


def test_7_truncated_utf_8(tmp_path: Path) -> None:
    notices: list[Notice] = []
    [article] = read(
        put(tmp_path, "a.txt", "The mayor of Ålesund drank a café".encode()[:-1]), notices=notices
    )
    assert article.text.endswith("caf\N{REPLACEMENT CHARACTER}")
    assert codes(notices) == ["W-ENCODING"]


def test_8_lone_surrogates_are_replaced_at_the_edge(tmp_path: Path) -> None:
    assert Article(id="a", text="a\ud800b").text == "a\N{REPLACEMENT CHARACTER}b"
    [article] = read(put(tmp_path, "a.txt", b"The mayor \xed\xa0\x80 resigned on Monday in Tarn."))
    article.text.encode()


def test_9_48_large_files_are_refused_by_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as stream:
        stream.truncate(3_000_000_000)  # sparse: takes no space, and must not be read
    with pytest.raises(SkippedFileError, match="E-TOO-LARGE"):
        read(path)
    assert read(put(tmp_path, "b.txt", TEXT.encode()), max_bytes=100)
    with pytest.raises(SkippedFileError, match="E-TOO-LARGE"):
        read(put(tmp_path, "c.txt", TEXT.encode() * 2), max_bytes=100)


@pytest.mark.parametrize("stated", ["2024-02-30", "31 June 2024", "30.02.2024", "0000-01-01", "10000-01-01"])
def test_18_19_impossible_dates_are_never_snapped(tmp_path: Path, stated: str) -> None:
    page = f"---\ntitle: Ferry sinks\npublished: {stated}\n---\n\n{TEXT}"
    notices: list[Notice] = []
    [article] = date_articles(read(put(tmp_path, "a.md", page.encode()), notices=notices))
    assert article.published is None
    assert codes(notices) == ["W-DATE"]


def test_21_ambiguous_order_gives_no_day(tmp_path: Path) -> None:
    page = f"---\ntitle: Ferry sinks\npublished: 03/04/2020\n---\n\n{TEXT}"
    [article] = date_articles(read(put(tmp_path, "a.md", page.encode())))
    assert article.published is not None
    assert article.published.value == "2020"
    assert "April 3, 2020 or March 4, 2020" in article.published.how


def test_22_no_clock() -> None:
    assert date_articles([Article(id="a", text="It happened yesterday.")])[0].published is None
    assert all(mention.interval is None for mention in tag_times("It happened yesterday.", None))


def test_26_characters_that_change_direction_are_reported(tmp_path: Path) -> None:
    notices: list[Notice] = []
    read(put(tmp_path, "a.txt", "The mayor \u202eresigned\u202c on Monday.".encode()), notices=notices)
    assert codes(notices) == ["W-BIDI"]


def test_27_zero_width_characters_stay_in_the_text(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a.txt", "The may\u200bor resigned.".encode()))
    assert article.text == "The may\u200bor resigned."


def test_32_scripts_are_not_text(tmp_path: Path) -> None:
    page = "<html><body><p>The mayor resigned.</p><script>alert('3 dead')</script></body></html>"
    [article] = read(put(tmp_path, "a.html", page.encode()))
    assert "alert" not in article.text


def test_33_only_web_addresses_are_kept(tmp_path: Path) -> None:
    page = f"---\ntitle: Ferry sinks\nurl: javascript:alert(1)\n---\n\n{TEXT}"
    assert read(put(tmp_path, "a.md", page.encode()))[0].url is None


def test_37_38_names_with_control_characters(tmp_path: Path) -> None:
    [article] = read(put(tmp_path, "a\nb.txt", TEXT.encode()))
    assert article.id.isprintable()
    assert article.path is not None
    assert article.path.isprintable()


@pytest.mark.skipif(sys.platform == "darwin", reason="the file system takes UTF-8 names only")
def test_41_names_that_are_not_utf_8(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    put(tmp_path, name, TEXT.encode())
    articles, _ = read_all([tmp_path])
    assert [article.id for article in articles] == ["caf\\xe9"]
    articles[0].id.encode()


def test_42_43_links(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    put(inside, "a.txt", TEXT.encode())
    put(outside, "b.txt", TEXT.encode())
    (inside / "loop").symlink_to(inside)
    (inside / "away").symlink_to(outside)
    (inside / "b.txt").symlink_to(outside / "b.txt")
    assert [path.name for path in find([inside])] == ["a.txt"]


def test_44_special_files_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    articles, notices = read_all([tmp_path])
    assert articles == []
    assert codes(notices) == ["E-SPECIAL"]


def test_45_46_what_cannot_be_read_is_skipped(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT.encode())
    articles, notices = read_all([tmp_path / "a.txt", tmp_path / "gone.txt", tmp_path / "gone"])
    assert [article.id for article in articles] == ["a"]
    assert codes(notices) == ["E-UNREADABLE", "E-UNREADABLE"]
    assert all(notice.skipped for notice in notices)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_45_permissions(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", TEXT.encode()).chmod(0)
    assert codes(read_all([tmp_path])[1]) == ["E-UNREADABLE"]


def test_79_line_ends(tmp_path: Path) -> None:
    pages = [TEXT * 2, (TEXT * 2).replace("\n", "\r\n"), (TEXT * 2).replace("\n", "\r")]
    texts = {read(put(tmp_path, f"{at}.txt", page.encode()))[0].text for at, page in enumerate(pages)}
    assert len(texts) == 1


def test_64_65_66_67_broken_records_are_noted_and_skipped(tmp_path: Path) -> None:
    lines = [
        '{"text": "A ferry sank.", "published": "2031-05-14"}',
        '{"text": "One.", "text": "Two."}',
        '{"text": "A ferry sank.", "dead": NaN}',
        "[" * 100_000,
        "[1]",
        '{"title": "No words"}',
        '{"text": "Torn',
    ]
    notices: list[Notice] = []
    [article] = read(put(tmp_path, "a.jsonl", "\n".join(lines).encode()), notices=notices)
    assert (article.id, article.text) == ("a#1", "A ferry sank.")
    assert [notice.line for notice in notices] == [2, 3, 4, 5, 6, 7]
    assert set(codes(notices)) == {"E-JSON", "E-DEPTH", "E-RECORD"}
    assert "stands twice" in notices[0].message
