"""Pieces of text that, said again and again, are made to hurt what reads them: by what they are aimed at."""

from __future__ import annotations

PAGES = (
    "a a a a ",
    "1 1 1 1 ",
    "| | | ",
    "\" ' ",
    "time\n",
    "• x\n",
    "on May 5 was ",
    "1999 signed 1999 ",
    "11-11-",
    "60th anniversary of the A A ",
    "Home\nHome\n",
    "<div>",
    "<a href=x>",
    "(AAA) - ",
    "2011/11/",
    "A year ago today ",
    "(Reporting by ",
    "Report of May ",
)
MARKS = ("'\"", "\"' ", "“", '"a ', "'a b", '"“', "a's ", '"\n', '"a\n', "''", "`` ", '= "', "” ")
NAMES = (
    "a ",
    "A ",
    "Kim. ",
    "Bank of ",
    "Treaty of Friendship, ",
    '"Ab" "',
    "“Ab ",
    "A.B.C.",
    "A-b-",
    "A & ",
    "Smith, Jr., ",
    "the treaty ",
    "Ab Cd (ABC) ",
    "Town News Here Today\n",
)
SPEECH = ('"a" said b ', '"a," he said. ', "said ", "a, b, c, said ", '"a"\n', "He said ")
TIMES = (
    "a ",
    "1 ",
    "first ",
    "the 1st year of ",
    "on May 1 ",
    "“",
    "in the AAAAAAAA ",
    "for a year and a half ",
)
POSTS = (
    "a ",
    "A ",
    "1 ",
    '"',
    "a-",
    "12-",
    "will go to the ",
    "chief executive of ",
    "his wife ",
    "Ab Hospital ",
    "because ",
    "Ab's Cd ",
    "biggest ",
)
