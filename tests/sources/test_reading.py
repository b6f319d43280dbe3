"""Reading pages: articles told apart, furniture told from words, names and credits found; offsets always true."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile import extract, read
from reconcile.language.document import Document
from reconcile.sources.credits import agency_of
from reconcile.sources.dating import date_articles
from reconcile.sources.furniture import is_furniture
from reconcile.sources.reading import read_source
from reconcile.sources.source_file import SourceFile
from reconcile.sources.stamps import is_stamp
from reconcile.sources.walk import read_all

WORDS = (
    "The ferry Merle sank off Tarn on Tuesday with 41 people on board, the harbour office said, and divers were still"
    " looking for two of them in the evening."
)

LIST_PAGE = f"""logo
#
Latest news with #Tarn

Ferry sinks off Tarn
Ferry sinks off Tarn

The Tern

time3 days ago

  • Shipping
  • The Tern

Ferry sinks off Tarn

{WORDS}

Harbour master of Tarn resigns
Harbour master of Tarn resigns

The Tern
time13-05-2031
  • Politics
  • The Tern

Harbour master of Tarn resigns

{WORDS} (Coast Wire)

DOWNLOAD THE APP

Get Started Now: Download the App
"""

BLOG = f"""THE LEE SHORE
notes from a wet island
[ Home ] [ Tides ] [ Join ]

What the divers saw
4 min read / 12 comments

{WORDS}

Print | Tip a friend | 0 comments
"""


def text_of(page: str, name: str = "a.txt") -> list[tuple[str | None, str | None, str]]:
    articles = read_source(SourceFile(name, page.encode()))
    words = [" ".join(Document(a.text, None, a.skip).text.split()) for a in articles]
    return [(a.title, a.publisher, said) for a, said in zip(articles, words, strict=True)]


def test_a_list_page_is_split() -> None:
    first, second = text_of(LIST_PAGE)
    assert first == ("Ferry sinks off Tarn", "The Tern", f"Ferry sinks off Tarn {WORDS}")
    assert second[0] == "Harbour master of Tarn resigns"
    assert second[2] == f"Harbour master of Tarn resigns {WORDS} (Coast Wire)"
    assert [a.id for a in read_source(SourceFile("x/a.txt", LIST_PAGE.encode()))] == ["a#1", "a#2"]


def test_a_blog_page_loses_its_furniture() -> None:
    assert text_of(BLOG) == [("What the divers saw", "THE LEE SHORE", f"What the divers saw {WORDS}")]


def test_the_headline_of_the_front_matter_is_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    page = f'---\ntitle: "Ferry sinks: 41 on board"\npublisher: The Tern\npublished: 2031-05-14\n---\n\n{WORDS}\n'
    path.write_text(page, encoding="utf-8")
    [article] = read(path)
    assert article.title == "Ferry sinks: 41 on board"
    assert article.text.startswith(article.title)
    assert page[article.start : article.end] == article.text
    assert (article.line, article.column) == (2, 9)
    assert "publisher" not in Document(article.text, None, article.skip).text


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Two hurt at mill - KXQT News 7 Brindle, Iowa News Weather & Sports", "Two hurt at mill"),
        ("Two hurt at Brindle mill | tarnvalley.com", "Two hurt at Brindle mill"),
        ("Brindle mill fire - 2 workers, 7 engines", "Brindle mill fire - 2 workers, 7 engines"),
        ("Mayor - a friend of the news - resigns", "Mayor - a friend of the news - resigns"),
    ],
)
def test_the_name_of_a_station_is_no_part_of_the_headline(title: str, headline: str) -> None:
    [article] = read_source(SourceFile("a.md", f'---\ntitle: "{title}"\n---\n\n{WORDS}\n'.encode()))
    assert Document(article.text, None, article.skip).text.split(WORDS)[0].strip() == headline


def test_html() -> None:
    page = f"""<html lang="en-GB"><head><title>Ferry sinks - The Tern</title>
    <script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2031-05-14T08:00:00Z"}}</script>
    </head><body><header><a href="/">The Tern</a></header><nav><ul><li>Sport</li></ul></nav>
    <article><h1>Ferry sinks</h1><div class="share">Share</div><p>{WORDS}</p><p>{WORDS} Twice &amp; again.</p></article>
    <aside><h4>Read also</h4></aside><footer>Cookies</footer></body></html>"""
    [article] = read_source(SourceFile("a.html", page.encode()))
    assert article.text == f"Ferry sinks\n{WORDS}\n{WORDS} Twice & again."
    assert (article.title, article.publisher) == ("Ferry sinks", "The Tern")
    assert article.stamps[0].words.startswith("2031-05-14")


def test_class_names_that_mislead() -> None:
    page = f"""<body><div class="menu"><a href="/">Sport</a></div><div class="content has-sidebar"><h1>Ferry sinks</h1>
    <p>{WORDS}</p><p>{WORDS}</p></div><div class="links"><a href="/b">Quay closed</a></div></body>"""
    [article] = read_source(SourceFile("a.html", page.encode()))
    assert article.text == f"Ferry sinks\n{WORDS}\n{WORDS}"


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    [article] = read_source(SourceFile("a.html", f"<p>{WORDS}<p>{WORDS}<div><b>So".encode()))
    assert article.text.startswith(f"{WORDS}\n{WORDS}")


@pytest.mark.parametrize(
    ("text", "publisher", "agency"),
    [
        ("TARN, May 14 (AFP) - A ferry sank.", "The Tern", "AFP"),
        ("TARN (Reuters) — A ferry sank.", None, "Reuters"),
        ("TARN, May 14 (CWS) - A ferry sank.", "The Tern", "CWS"),
        ("TARN, May 14 (CWS) - A ferry sank.", "Coast Wire Service", "CWS"),
        ("(The Tern with CWS) - A ferry sank.", "The Tern", "CWS"),
        ("TARN (KTRN) - A ferry sank.", "ktrn.example", None),
        ("A ferry sank. (Yonhap)", "The Tern", "Yonhap"),
        ("A ferry sank.\nBy Associated Press\n", "The Tern", "AP"),
        ("The ferry (a catamaran) sank, and the company (LNR) paid.", "The Tern", None),
        ("A ferry sank, the ministry (MOT) said.", "The Tern", None),
    ],
)
def test_agencies(text: str, publisher: str | None, agency: str | None) -> None:
    assert agency_of(text, "", publisher) == agency


@pytest.mark.parametrize(
    "line",
    [
        "Home | Sport | Culture | About",
        "3 minute read",
        "12 comments",
        "No Comments",
        "Share this",
        "Posted by Ada | 0 shares | 9 replies",
        "Read also: Quay closed until Easter",
        "This site uses cookies. OK / Settings",
        "© 2031 The Tern. All rights reserved.",
        "by staff   -   4 min read   -   9 hours ago",
        "• Politics",
        "----",
        "!-- Google tag (gtag.js) -->",
        "https://tern.example/a/b",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Three dead",
        "He went home.",
        "The school has 12 comments on file, the inspector said.",
        "More from the sea than from the land",
        "Tarn 3 - 2 Merle",
        "GATESHEAD",
        "Killed: 14 | injured: 9 | missing: 2",
    ],
)
def test_words_are_not_furniture(line: str) -> None:
    assert not is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "October 7, 2031",
        "Updated: Fri, 2 May 2031, 10:14 GMT",
        "11 / 28 / 05",
        "Published 10.06.2031 13:02",
        "2 days ago",
    ],
)
def test_stamps(line: str) -> None:
    assert is_stamp(line)


@pytest.mark.parametrize("line", ["Died July 31, 2031", "Tarn, 8 October 2031", "October 2031", "May 5"])
def test_not_stamps(line: str) -> None:
    assert not is_stamp(line)


def test_ids_are_unique_and_do_not_depend_on_the_order(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "x" / "2_0123456789abcdef.txt").write_text(WORDS, encoding="utf-8")
    forth, _ = read_all([tmp_path / "x", tmp_path / "y"], tmp_path)
    back, _ = read_all([tmp_path / "y", tmp_path / "x"], tmp_path)
    assert [a.id for a in forth] == ["x/1", "2", "y/1"]
    assert [a.path for a in forth] == ["x/1.txt", "x/2_0123456789abcdef.txt", "y/1.txt"]
    assert forth == back


@given(st.text(alphabet='Aa1 .|•\n-–“"é\u00a0time:', max_size=400))
def test_an_article_is_a_stretch_of_its_file(page: str) -> None:
    source = SourceFile("a.txt", page.encode())
    for article in read_source(source):
        assert source.text[article.start : article.end] == article.text
        assert all(0 <= first <= last <= len(article.text) for first, last in article.skip)


STORIES = Path(__file__).parents[2].parent / "shared" / "stories" / "dev"


@pytest.mark.skipif(not STORIES.is_dir(), reason="the development stories are not here")
def test_every_claim_of_every_story_stands_where_it_says() -> None:
    articles, _ = read_all([STORIES])
    assert articles
    for article in articles:
        for claim in extract(article):
            span = claim.span
            assert article.text[span.start : span.end] == span.quote
            if article.path and not article.path.endswith(".html"):
                file = STORIES / article.path.removeprefix("dev/")
                whole = file.read_text(encoding="utf-8")
                assert whole[article.start + span.start : article.start + span.end] == span.quote
                assert whole.split("\n")[span.line - 1][span.column - 1 :].startswith(
                    span.quote.split("\n")[0]
                )


def test_a_page_with_one_label_a_line() -> None:
    page = f"""Skip to main content
Home
World
Politics
Business
Sport
Ferry sinks off Tarn with 41 on board | The Tern
Ferry sinks off Tarn with 41 on board
By Ada Quill and Bo Reed
Published 10:04 AM EDT, Mon May 12, 2031
Share
{WORDS}

Advertisement

"We heard a bang," a fisherman said.

Related Articles
Two years without a ferry
© 2031 The Tern
"""
    [(title, publisher, words)] = text_of(page)
    assert (title, publisher) == ("Ferry sinks off Tarn with 41 on board", "The Tern")
    assert (
        words
        == f'Ferry sinks off Tarn with 41 on board | The Tern {WORDS} "We heard a bang," a fisherman said.'
    )


def test_captions_of_other_items_are_dropped_and_the_own_one_stays() -> None:
    page = f"""Ferry sinks off Tarn

{WORDS}

Knitting returns to the islands

A knitting circle on Upper Skerry has doubled its membership since the autumn. (Published Friday, May 9, 2031)

Ferry sinks

Divers were still looking for two people after the ferry Merle sank. (Published Tuesday, May 13, 2031)

The owner of the Merle, who was not on board, said that the ferry had passed her inspection in the spring.
"""
    [(_, _, words)] = text_of(page)
    assert "Knitting" not in words
    assert "Upper Skerry" not in words
    assert "Divers were still looking" in words
    assert words.endswith("in the spring.")


def test_a_list_of_other_items_in_the_middle_does_not_end_an_article() -> None:
    page = f"{WORDS}\n\nTrending now\n\nKnitting returns\n\n{WORDS}\n\n{WORDS} Thrice.\n\nRelated articles\n\nWool is up\n"
    [(_, _, words)] = text_of(page)
    assert "Trending" not in words
    assert words.endswith("Thrice.")


def test_the_first_stamp_of_a_comment_ends_an_article() -> None:
    page = f"{WORDS}\n\n{WORDS} Twice.\n\nMay 8, 2031 at 1:06 pm | Reply\n\nThey should sell that ferry to Ordell!\n"
    [(_, _, words)] = text_of(page)
    assert words.endswith("Twice.")


def test_a_transcript_in_capitals_keeps_its_lines() -> None:
    lines = (
        "-- ADA --\nON CAMERA\nTHREE DEAD\nA FERRY WENT DOWN OFF TARN\nTWO ARE STILL MISSING\nBACK TO YOU, BO"
    )
    [(_, publisher, words)] = text_of(f"{lines}\n{WORDS}")
    assert publisher is None
    assert words.startswith("-- ADA -- ON CAMERA THREE DEAD")


def test_a_feed_is_one_article_an_item() -> None:
    page = """<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa">]><rss><channel><title>The Tern</title>
    <item><title>Ferry sinks</title><link>https://tern.example/ferry</link><pubDate>Tue, 13 May 2031 18:00:00 GMT</pubDate>
    <description><![CDATA[<p>A ferry sank &amp; a boat came.</p><p>Two are missing.</p>]]></description></item>
    <item><title>Quay closed</title><description>&a; The quay is closed.</description></item></channel></rss>"""
    first, second = read_source(SourceFile("a.xml", page.encode()))
    assert first.text == "Ferry sinks\nA ferry sank & a boat came.\nTwo are missing."
    assert (first.publisher, first.stamps[0].words) == ("The Tern", "2031-05-13")
    assert "aaaa" not in second.text


@pytest.mark.parametrize(
    "line",
    [
        "Updated 3:45 PM EST Jan 5, 2031",
        "January 5, 2031 / 10:24 PM / Tarn News",
        "By Ada Quill | January 5, 2031",
        "Posted on January 5, 2031 by Ada Quill",
        "January 5, 2031 by admin",
        "Ada Quill January 5, 2031",
        "Published: 14:05 EST, 5 January 2031 | Updated: 15:00 EST, 5 January 2031",
        "Source: Xinhua| 2031-01-05 14:05:33|Editor: aq",
        "2031-01-05T14:05:33+03:00",
        "time5 January 2031",
        "Politics / 05.01.2031",
    ],
)
def test_date_lines_are_furniture_that_dates_the_article(line: str) -> None:
    [article] = date_articles(
        read_source(SourceFile("a.txt", f"Ferry sinks off Tarn\n{line}\n{WORDS}".encode()))
    )
    assert article.published is not None
    assert (article.title, article.published.value) == ("Ferry sinks off Tarn", "2031-01-05")
    assert line not in Document(article.text, None, article.skip).text


def test_a_line_of_the_text_that_holds_a_date_stays() -> None:
    page = f"Ada Quill (victim)\nDied January 5, 2031\n12 Quay Street\n{WORDS}"
    [(_, _, words)] = text_of(page)
    assert "Died January 5, 2031 12 Quay Street" in words


def test_the_staff_of_an_article_are_nobody_in_it(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "The ferry sank on Friday.\n\nThe captain is safe. (Reporting by Ada Quill; editing by Ilmar Tosk)\n\n"
        "Additional reporting by Oda Brandt in Ordell.\n\nA second ferry, reported by Una Voss to be near, came to help.\n"
    )
    (article,) = read(page)
    names = [claim.span.quote for claim in extract(article) if claim.type == "name"]
    assert names == ["Una Voss"]


@pytest.mark.parametrize("credit", ["Photograph: Ada Quill/AP", "Photo: Ilmar Tosk Jr./Getty Images"])
def test_who_took_the_picture_is_nobody_in_the_article(credit: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f'{credit} The mayor, Bo Holm, called the weir "the mother of all leaks".\n\n{WORDS}\n')
    (article,) = read(path)
    claims = extract(article)
    assert not [c for c in claims if "Quill" in c.subject or "Tosk" in c.subject]
    assert [c.subject for c in claims if c.type == "quote"] == ["Bo Holm"]
