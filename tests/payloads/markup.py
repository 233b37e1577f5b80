"""Strings that try to become part of a page, made from the classes in which such attacks come."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from tests.payloads.payload import ELSEWHERE, MARK, Payload

RUN = f"{MARK}(1)"

# Elements with a handler that runs by itself, or when somebody touches them.
HANDLERS = (
    ("img src=x", "onerror"),
    ("img srcset=x", "onerror"),
    ("image src=x", "onerror"),
    ("svg", "onload"),
    ("body", "onload"),
    ("iframe", "onload"),
    ("input autofocus", "onfocus"),
    ("select autofocus", "onfocus"),
    ("textarea autofocus", "onfocus"),
    ("button autofocus", "onfocus"),
    ("a href=# autofocus", "onfocus"),
    ("p tabindex=0 autofocus", "onfocus"),
    ("details open", "ontoggle"),
    ("video src=x", "onerror"),
    ("audio src=x", "onerror"),
    ("video><source", "onerror"),
    ("object data=x", "onerror"),
    ("embed src=/", "onload"),
    ("link rel=stylesheet href=x", "onerror"),
    ("script src=/x", "onerror"),
    ("input type=image src=x", "onerror"),
    ("marquee", "onstart"),
    ("div contenteditable", "oninput"),
    ("p", "onmouseover"),
    ("button", "onclick"),
    ("form", "onsubmit"),
    ("dialog open", "onclose"),
    ("body", "onpageshow"),
    ("body", "onhashchange"),
    ("svg><animate attributeName=x dur=1s", "onbegin"),
    ("svg><set attributeName=x", "onbegin"),
    ("math><mi tabindex=0 autofocus", "onfocus"),
    (f"{MARK}-x tabindex=0 autofocus", "onfocus"),
)


def plain(element: str, handler: str) -> str:
    return f"<{element} {handler}={RUN}>"


def quoted(element: str, handler: str) -> str:
    return f'<{element} {handler}="{RUN}">'


def mixed_case(element: str, handler: str) -> str:
    head, _, rest = element.partition(" ")
    odd = "".join(c.upper() if n % 2 else c for n, c in enumerate(head))
    return f"<{odd} {rest} {handler.upper()}={RUN}>"


def by_slashes(element: str, handler: str) -> str:
    quoted_values = re.sub(r"=(\S+)", r'="\1"', element).replace(" ", "/")
    return f'<{quoted_values}/{handler}="{RUN}"/>'


def by_lines(element: str, handler: str) -> str:
    return "<{}\n{}\t=\f{}\n>".format(element.replace(" ", "\r\n"), handler, RUN)


def in_entities(element: str, handler: str) -> str:
    return f"<{element} {handler}=&#{ord(MARK[0])};{RUN[1:-3]}&lpar;1&rpar;>"


def after_bait(element: str, handler: str) -> str:
    """For cleaners that look for the end of what they know."""
    return f'<b title="<{element} x="><{element} {handler}={RUN}>'


SPELLINGS: tuple[Callable[[str, str], str], ...] = (
    plain,
    quoted,
    mixed_case,
    by_slashes,
    by_lines,
    in_entities,
    after_bait,
)

SCRIPTS = (
    f"<script>{RUN}</script>",
    f"<ScRiPt>{RUN}</sCrIpT>",
    f"<script\n>{RUN}</script\t>",
    f"<script/x>{RUN}</script>",
    f"<script type=module>{RUN}</script>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"<script src=//{ELSEWHERE}/x.js></script>",
    f"<script>{RUN}<!--",
    f"<script>//\u2028{RUN}</script>",
    f"<<script>{RUN}//<</script>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><script href=data:text/javascript,{RUN} /></svg>",
    f"<math><script>{RUN}</script></math>",
)

# What comes once the place is left behind.
TAILS = (f"<img src=x onerror={RUN}>", f"<script>{RUN}</script>", f"<{MARK}-x>")
WAYS_OUT = {
    "textarea": ("</textarea>", "</TEXTAREA\n>", "</textarea/x>"),
    "title": ("</title>", "</TITLE >", "</title\t>"),
    "comment": ("-->", "--!>", "--\n-->"),
    "style": ("</style>", "</STYLE\n>", "}</style >"),
    "script": ("</script>", "</SCRIPT >", '"</script/>'),
    "text": ("</div>", "</div></main>", "</p></li></ul></td></tr></table>", "]]>", "<![CDATA[>"),
}
HANDLERS_ALONE = (
    f"onmouseover={RUN}",
    f"autofocus tabindex=0 onfocus={RUN}",
    f"onclick={RUN}",
    f"style=x:{MARK}",
    f"{MARK}-x=1",
)
QUOTES = {"double": '"', "single": "'", "bare": ""}


def handlers() -> Iterator[Payload]:
    for (element, handler), spell in product(HANDLERS, SPELLINGS):
        yield Payload("event handler", spell(element, handler), "text")


def scripts() -> Iterator[Payload]:
    yield from (Payload("script element", text, "text") for text in SCRIPTS)


def ways_out() -> Iterator[Payload]:
    """Out of an element's text, a comment or data in a script."""
    for place, ends in WAYS_OUT.items():
        for end, tail in product(ends, TAILS):
            yield Payload("way out of text", end + tail, place)


def attributes() -> Iterator[Payload]:
    """Out of a value into a further attribute, or out of the whole tag."""
    for place, quote in QUOTES.items():
        for handler in HANDLERS_ALONE:
            yield Payload("way out of a value", f"x{quote} {handler} {quote}", place)
            if quote:
                yield Payload("way out of a value", f"x{quote}/{handler}/", place)
        for tail in TAILS:
            yield Payload("way out of a tag", f"x{quote}>{tail}", place)


def from_texts(kind: str, place: str, texts: Iterable[str]) -> Iterator[Payload]:
    yield from (Payload(kind, text, place) for text in texts)
