"""The words between a name and the title of its holder: "Ann Dahl, who was named", "the mayor, 54-year-old"."""

from __future__ import annotations

import re

from reconcile.values.regex import regex

COPULA = (
    r"(?:will be|will become|is to be|is to become|would be|(?:has |have |had |was |is |were )?(?:been )?(?:chosen|picked|selected|voted in|installed|named|confirmed|hired) as|"
    r"(?:has|have|had) been (?:re-)?(?:elected|named|appointed|made)|"
    r"is|was|becomes|became|remains|has been|had been|"
    r"named|was named|elected|was elected|re-elected|was re-elected|appointed|was appointed|sworn in as|was sworn in as|"
    r"as|serves as|served as|works as|worked as|is now|was then|who is|who was|who['’]s|who will be|who became|who becomes|"
    r"who had been|who has been|(?:who )?(?:is |was )?(?:training|studying|learning) to (?:be|become)|(?:was |were )?promoted to|made|(?:stepped|stood) down as|(?:resigned|retired|quit|returned|"
    r"continues|continued|stayed on|stays on|takes over|took over|left office|replaced|"
    r"(?:will |would |is to |to |has |had )(?:take|taken|serve|act|stay|return|step|stand|continue)(?: (?:over|on|down))?)(?: (?:from|at|in|with|to) [^,;.:\n]{2,40}?)? as)"
)
LEAD = (
    r"(?:(?:the|a|an|its|their|his|her|one|another|currently|now|also|new|current|longtime|then|once|formerly|previously|"
    r"still|later|first|second|third|fourth|fifth|sixth|last) )*(?:\d{1,3}-year(?:-old)? )?"
)
HE = regex(r"\b(?:he|she) ", re.I)
PRONOUN = regex(rf"\b(?:he|she) {COPULA} {LEAD}\Z", re.I)
EARLIER = regex(
    r"\b(then|once|formerly|previously|retired|resigned|quit|(?:stepped|stood) down|had (?:served|worked|acted) as)\b"
)
AFTER_NAME = regex(
    rf"(?:,? ?\([^()\n]{{1,40}}\))?(?: ?, (?:aged )?\d{{1,3}})?(?: ?, (?:of|from) (?:the )?[A-Z][^,;.:\n]{{1,40}})?(?: ?,|(?: ?,|, one of [^,;.:\n]{{1,40}},)? {COPULA}) {LEAD}\Z"
)
# "King Osric closed the port, named a new prime minister": that is somebody else
AFTER_TITLE = regex(
    rf"[^,;.:\n]{{0,40}},? ?(?:and )?\b(?!(?:named|elected|appointed|made) (?:an?|new) ){COPULA} {LEAD}\Z"
)
BEGAN = regex(
    r"(?:,? who)? (?:had |has |was |first |also )*(?:joined|started|began|trained|hired|employed|enlisted|qualified|working|worked|works|"
    rf"served|serves|serving) [^,;.:\n]{{0,50}}\bas {LEAD}\Z"
)
DEED = regex(
    r", who (?:had )?(?:signed|opened|led|ran|served|headed|ordered|approved|oversaw|launched|negotiated|attended|worked)"
    rf" [^,;.:\n]{{0,50}}\bas {LEAD}\Z",
    holds=", who ",
)
JOINED = regex(rf",? and (?:also )?{LEAD}\Z")
BEFORE_NAME = regex(
    r"(?: ?,)? ?\Z| (?:is|was|will be) \Z|(?: ?,)? (?:\d{1,3}-year-old |aged \d{1,3},? )\Z| ?, (?:aged )?\d{1,3} ?, \Z"
)
