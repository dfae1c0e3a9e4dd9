"""Strings that would do something if anybody took them for markup, script, address or command."""

import random
from collections.abc import Iterator

# `RUN` is what a page must never come to execute.
RUN = "window.hwaljaBroken=1"
SEEDS = [
    "<script>{run}</script>",
    "</textarea><script>{run}</script>",
    "</title><script>{run}</script>",
    "</script><script>{run}</script>",
    "</style><script>{run}</script>",
    "--><script>{run}</script><!--",
    "]]><script>{run}</script>",
    '"><script>{run}</script>',
    "'><script>{run}</script>",
    "<img src=x onerror={run}>",
    "<img/src/onerror={run}>",
    '"><img src=x onerror="{run}">',
    "<svg onload={run}>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<body onload={run}>",
    "<details open ontoggle={run}>",
    "<iframe srcdoc='<script>parent.{run}</script>'>",
    "<iframe src=javascript:parent.{run}>",
    "<a href=javascript:{run} autofocus onfocus={run}>x</a>",
    "<input autofocus onfocus={run}>",
    "<math><mtext><script>{run}</script>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css'</style>",
    "javascript:{run}",
    "data:text/html,<script>{run}</script>",
    "{{{{constructor.constructor('{run}')()}}}}",
    "{{% include '/etc/passwd' %}}",
    "${{{run}}}",
    "`${{{run}}}`",
    "'-{run}-'",
    '";{run};//',
    '\\";{run};//',
    "&lt;script&gt;{run}&lt;/script&gt;",
    "&#60;script&#62;{run}&#60;/script&#62;",
    "%3Cscript%3E{run}%3C/script%3E",
    "\\u003cscript\\u003e{run}\\u003c/script\\u003e",
    "<\u0000script>{run}</script>",
    "<scr\u200bipt>{run}</scr\u200bipt>",
    "＜script＞{run}＜/script＞",
    "\u2028<script>{run}</script>",
    "=cmd|'/c calc'!A1",
    "Subject: x\r\nBcc: all@paper.example",
]
AROUND = [
    "",
    " ",
    "글 ",
    "\n",
    "\t",
    "\u202e",
    "<p>",
    "'",
    '"',
    "`",
    "<!--",
    "&",
    "\u3164",
    "가\u0301",
]


def strings(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for number in range(count):
        text = SEEDS[number % len(SEEDS)].format(run=RUN)
        before, after = chance.choice(AROUND), chance.choice(AROUND)
        yield chance.choice([text, text.replace("script", "ScRiPt"), before + text + after])
