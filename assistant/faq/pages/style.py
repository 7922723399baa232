"""How the page looks: on a screen, light or dark, large or small, and on paper."""

STYLE = """\
:root {
  color-scheme: light dark;
  --text: #1a1a1a; --quiet: #4a4a4a; --ground: #ffffff; --link: #0b4f9e; --line: #c8c8c8;
  --mark: #fff1b8; --box: #f5f7fa;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #ececec; --quiet: #c2c2c2; --ground: #16181b; --link: #8ec1ff; --line: #4a4f55;
    --mark: #5c4a00; --box: #202429;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 50rem; padding: 1rem 1.25rem 3rem;
  background: var(--ground); color: var(--text);
  font: 1rem/1.75 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    "WenQuanYi Micro Hei", sans-serif;
  overflow-wrap: anywhere;
}
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { font-size: 1.6rem; line-height: 1.35; }
h2 { font-size: 1.3rem; margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
h3, h4 { font-size: 1.05rem; margin: 0 0 .25rem; }
section > h3 { color: var(--quiet); margin: 1.75rem 0 .5rem; font-weight: 600; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
nav ul { padding-left: 1.25rem; }
nav li, .citations li, .variants li { margin: .15rem 0; }
article {
  margin: 1rem 0; padding: .85rem 1rem; background: var(--box);
  border: 1px solid var(--line); border-radius: .4rem;
}
article:target { outline: 3px solid var(--link); }
.answer { margin: 0; }
.passage { white-space: pre-line; }
.formula, .label { margin: .5rem 0 0; color: var(--quiet); font-size: .9rem; }
.label { font-weight: 600; }
table { border-collapse: collapse; margin: .75rem 0 0; }
caption { text-align: left; font-weight: 600; }
tr > * { border: 1px solid var(--line); padding: .15rem .75rem; text-align: left; font-weight: 400; }
td { text-align: right; font-variant-numeric: tabular-nums; }
.citations, .variants { margin: 0; padding-left: 1.25rem; color: var(--quiet); font-size: .9rem; }
q { quotes: "“" "”" "‘" "’"; }
.text { white-space: pre-wrap; font-size: .95rem; }
.text span:target { background: var(--mark); outline: 2px solid var(--mark); }
@media print {
  :root {
    --text: #000; --quiet: #333; --ground: #fff; --link: #000; --line: #999; --mark: #fff; --box: #fff;
  }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .skip, nav, .citations a, .source > p { display: none; }
  h2, h3, h4 { break-after: avoid; }
  article {
    break-inside: avoid; border: 0; border-top: 1px solid var(--line); border-radius: 0;
    padding: .5rem 0; margin: 0;
  }
  .source { break-before: page; }
}
"""
