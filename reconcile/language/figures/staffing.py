"""How many jobs go or come, and how many belong to a body: "300 jobs will go", "would employ 300", "a 300-member union"."""

from __future__ import annotations

from reconcile.language.figures.counted import counted
from reconcile.values.regex import regex

GOING, COMING, MEMBERSHIP = "job cuts", "new jobs", "membership"
JOBS = frozenset({GOING, COMING})  # what becomes of jobs, whether the jobs are counted or those who have them

_REACH = 64  # characters before a figure in which the words that lead to it may begin
_FILLER = r"(?:[a-z][a-z'’-]*\s){0,3}?"
_AHEAD = r"(?:\s(?!and\b|but\b|while\b)[\w'’-]+){0,5}?\s"
_POSTS = frozenset({"job", "post", "position", "role", "cut", "loss", "redundancy", "layoff"})
_ENDED = frozenset({"redundancy", "layoff"})
_WORKERS = frozenset(
    {
        "person",
        "worker",
        "employee",
        "staff",
        "man",
        "woman",
        "hand",
        "miner",
        "labourer",
        "teacher",
        "driver",
    }
)
_CUTTING = regex(
    r"\b(?:cut(?:s|ting)?|axe[sd]?|axing|shed(?:s|ding)?|slash(?:es|ed|ing)?|eliminat(?:es?|ed|ing)|lost|los(?:es?|ing)|loss\sof|scrap(?:s|ped|ping)?|costs?)"
    rf"\s{_FILLER}\Z"
)
_CUT = regex(
    rf"{_AHEAD}(?:to\sgo|(?:will|would|could|may|might|must|should)\sgo|(?:be|been|being|were|was|are)\s(?:cut|lost|axed|shed"
    r"|eliminated|scrapped)|at\srisk|in\sdanger|at\sstake|under\sthreat|threatened|disappear|los(?:t|ses)|cuts)\b"
)
_CUTS = regex(r"\b(?:job|post|staff)[ -](?:cuts?|loss(?:es)?)\Z")
_TO_GO = regex(  # "the number of jobs lost was put at 40"
    r"\b(?:(?:jobs|posts|positions|roles)\s(?:lost|cut|axed|shed|to\sgo|at\srisk|under\sthreat)|(?:job|post|staff)\s(?:cuts|losses))\b[^.;,\d]{0,40}\Z"
)
_DISMISSING = regex(
    r"\b(?:la(?:y|ys|ying|id)\soff|sack(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|fir(?:es?|ed|ing)|let(?:s|ting)?\sgo(?:\sof)?|ax(?:es?|ed|ing)|shed(?:s|ding)?)"
    rf"\s{_FILLER}\Z"
)
_LETS_GO = regex(rf"\blet(?:s|ting)?\s{_FILLER}\Z")
_DISMISSED = regex(
    rf"{_AHEAD}(?:los(?:es?|t|ing)\stheir\sjobs|(?:be|been|being|were|was|are)\s(?:laid\soff|sacked|dismissed|let\sgo|fired)|fac(?:es?|ing)\s(?:redundancy|the\s(?:sack|axe))|redundant)\b"
)
_CREATING = regex(
    r"\b(?:creat(?:es?|ed|ing)|br(?:ings?|inging|ought)|generat(?:es?|ed|ing)|add(?:s|ed|ing)?|provid(?:es?|ed|ing)|means?|meant|deliver(?:s|ed|ing)?|get|gets|gain(?:s|ed|ing)?)"
    rf"\s{_FILLER}\Z"
)
_CREATED = regex(rf"{_AHEAD}(?:be|been|being|were|was|are)\s(?:created|generated|added)\b")
_NEW = regex(r"\bnew\s(?:[a-z-]+\s)?[a-z]+\Z")
_HIRING = regex(  # what is yet to be built employs new people; a firm that "will employ 8,900" has most of them already
    r"\b(?:hir(?:es?|ed|ing)|recruit(?:s|ed|ing)?|t(?:ak(?:es?|ing)|ook)\son|(?:plan|project|scheme|plant|factory|mine|site|park|cent(?:re|er)|hub|development)"
    rf"\s(?:will|would|could|may|might|is\sto)\semploy)\s{_FILLER}\Z"
)
_HIRED = regex(
    rf"{_AHEAD}(?:will|would|could|may|might|to)\s(?:be\s(?:employed|hired|recruited|taken\son)|find\s(?:work|jobs))\b"
)
_OUT_OF_ALL = regex(r"\bof\s(?:[\w'’-]+\s){1,2}\Z")


def of_jobs(text: str, start: int, end: int, head: str) -> str:
    """Whether the figure at `text[start:end]`, of jobs or of those who have them, counts jobs that go or that come."""
    if head not in _POSTS and head not in _WORKERS:
        return ""
    window = max(0, start - _REACH)
    if _OUT_OF_ALL.search(text, max(0, start - 24), start):
        return ""
    if head in _WORKERS:
        if _DISMISSING.search(text, window, start) or _DISMISSED.match(text, end):
            return GOING
        if text.startswith(" go", end) and _LETS_GO.search(text, window, start):
            return GOING
        return COMING if _HIRING.search(text, window, start) or _HIRED.match(text, end) else ""
    if (
        head in _ENDED
        or _TO_GO.search(text, window, start)
        or _CUTTING.search(text, window, start)
        or _CUT.match(text, end)
        or _CUTS.search(text, start, end)
    ):
        return GOING
    if head in ("cut", "loss"):
        return ""
    come = _NEW.search(text, start, end) or _CREATING.search(text, window, start) or _CREATED.match(text, end)
    return COMING if come else ""


_BODY = r"(?P<body>(?:[A-Z][\w’'-]*\s){0,3}[A-Z][\w’'-]*|[a-z]+)"
_HAS = regex(rf"\b{_BODY},?\s(?:(?:which|that|who)\s)?(?:has|have|had|with|counts?|boasts?)\s{_FILLER}\Z")
_ITS = regex(rf"\b{_BODY}['’]s?\s(?:[a-z]+\s)?\Z")
_REPRESENTS = regex(
    rf"(?P<body>\b(?:[Uu]nion|[Gg]uild|[Aa]ssociation|[Ff]ederation)),?\s(?:(?:which|that)\s)?represent(?:s|ed|ing)?\s{_FILLER}\Z",
    holds="represent",
)
_BELONG = regex(
    rf"\s(?:belong(?:s|ed)?\sto|(?:is|are|were)\s(?:[a-z]+\s)?members\sof)\s(?:the\s|a\s|an\s)?{_BODY}"
)


def of_members(text: str, start: int, end: int, head: str) -> str:
    """The body that the figure at `text[start:end]` counts the members of, empty when it counts none."""
    window = max(0, start - _REACH)
    if head == "member" and text.endswith("-member", start, end):
        return counted(text, end, one=True).head
    found = (
        (_HAS.search(text, window, start) or _ITS.search(text, window, start)) if head == "member" else None
    )
    found = found or _REPRESENTS.search(text, window, start)
    found = found or (_BELONG.match(text, end) if head in _WORKERS or head == "member" else None)
    return found.group("body").lower() if found is not None else ""
