const LIGHT =
  "color-scheme:light;--paper:#f6f4ee;--sheet:#fffdf8;--well:#ecebe4;--rule:#d3d1c7;--rule-strong:#818684;--ink:#172026;--ink-2:#47525a;--ink-3:#576269;--brass:#8a5a00;--starboard:#17694a;--starboard-soft:#dcefe4;--port:#a8281c;--port-soft:#f9e1dc;--port-fill:#a8281c;--port-on:#fff;--bar:#3e6273";
const DARK =
  "color-scheme:dark;--paper:#11181c;--sheet:#172127;--well:#0c1215;--rule:#2b3840;--rule-strong:#6d7d86;--ink:#e9ecea;--ink-2:#b3bec3;--ink-3:#93a0a7;--brass:#f0b429;--starboard:#6fd3a4;--starboard-soft:#133526;--port:#ff9a8a;--port-soft:#40201b;--port-fill:#ff9a8a;--port-on:#2a0f0b;--bar:#5f8fa5";

/** The whole look of a report: the course's tokens, light, dark, and ink on white for paper. */
export const style: string = `
:root{${LIGHT};--text:"IBM Plex Sans",-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,sans-serif;--label:"IBM Plex Sans Condensed","Roboto Condensed","Arial Narrow","Liberation Sans Narrow","IBM Plex Sans",system-ui,sans-serif;--code:"IBM Plex Mono",ui-monospace,"Cascadia Code",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 .9375rem/1.6 var(--text)}
h1,h2,h3,h4{margin:0;line-height:1.2;font-weight:600;letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
p{overflow-wrap:anywhere}
a{color:inherit;text-decoration-color:var(--brass);text-decoration-thickness:2px;text-underline-offset:3px}
:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
code,pre{font:0.92em var(--code)}
table{border-collapse:collapse;width:100%}
th{text-align:start}
.page{max-width:1440px;margin-inline:auto;padding:40px clamp(16px,3.4vw,48px) 64px}
.overview{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:16px 56px;align-items:end;margin-bottom:32px}
h1{font-size:1.875rem}
.overview p{color:var(--ink-2);font-size:1.0625rem;max-width:62ch;margin-top:8px}
.titleblock{display:flex;flex-wrap:wrap;border-block:1px solid var(--rule)}
.titleblock div{padding:10px 24px 10px 0}
.titleblock div+div{padding-left:16px;border-left:1px solid var(--rule)}
.titleblock div:last-child{padding-right:0}
.titleblock dt,.label{font:600 .75rem/1.3 var(--label);letter-spacing:.06em;text-transform:uppercase;color:var(--ink-3)}
.titleblock dd{font-weight:600;font-size:1.375rem;line-height:1.3;white-space:nowrap;font-variant-numeric:tabular-nums}
.cols{display:grid;grid-template-columns:minmax(0,1fr) 372px;gap:56px;align-items:start}
.scroll{overflow-x:auto}
.grid{font-size:.8125rem;min-width:640px}
.grid th,.grid td{border-top:1px solid var(--rule);padding:6px;text-align:center}
.grid thead th{border:0;font:600 .78rem/1.25 var(--label);color:var(--ink-2);vertical-align:bottom;padding-bottom:10px;min-width:72px}
.grid thead small{display:block;font-weight:500;font-size:.72rem;color:var(--ink-3)}
.grid th:first-child{text-align:left;padding-left:0;min-width:150px;position:sticky;left:0;background:var(--paper)}
.grid tbody th{font-weight:500;overflow-wrap:anywhere}
.grid .n{text-align:right;padding-right:0;white-space:nowrap;font-variant-numeric:tabular-nums}
.grid tfoot th,.grid tfoot td{border-top:2px solid var(--ink);font:600 13px/1.4 var(--label);padding-top:9px}
.dot{width:14px;height:14px;border-radius:50%;border:2px solid var(--rule-strong);display:inline-block;flex:none;vertical-align:-2px;print-color-adjust:exact}
.dot.pass{background:var(--starboard);border-color:var(--starboard)}
.dot.fail{border-color:var(--port);box-shadow:inset 0 0 0 2.5px var(--sheet),inset 0 0 0 9px var(--port-fill)}
.dot.inconclusive{border-style:dashed;border-color:var(--ink-3)}
.dot.blocked{border-color:transparent;border-radius:0;background:linear-gradient(var(--ink-3),var(--ink-3)) center/9px 2px no-repeat}
.key{display:flex;gap:6px 18px;flex-wrap:wrap;margin-top:14px;font-size:.8125rem;color:var(--ink-2)}
.key span{display:inline-flex;gap:7px;align-items:center}
aside h2,.learners>h2{font-size:1.0625rem;border-bottom:2px solid var(--ink);padding-bottom:9px}
aside section+section{margin-top:36px}
.hard li,.review li{padding:12px 0 14px;border-bottom:1px solid var(--rule)}
.hard li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:2px 12px}
.hard b{font-weight:600}
.hard .num{font:600 14px/1.5 var(--label);font-variant-numeric:tabular-nums}
.hard .track{grid-column:1/-1;height:12px;background:var(--well);margin:5px 0 6px;print-color-adjust:exact}
.hard .track i{display:block;height:100%;background:var(--bar);print-color-adjust:exact}
.hard p,.review p{grid-column:1/-1;color:var(--ink-2);font-size:.8125rem;line-height:1.5}
.review b{display:block;font-weight:600}
.learners{margin-top:64px}
.learner{padding:24px 0 8px;border-bottom:1px solid var(--rule);content-visibility:auto;contain-intrinsic-size:auto 420px}
.learner header{display:flex;flex-wrap:wrap;gap:4px 24px;align-items:baseline;margin-bottom:8px}
.learner h3{font-size:1.0625rem}
.facts{color:var(--ink-3);font-size:.8125rem;display:flex;flex-wrap:wrap;gap:2px 24px}
.criteria>li{display:grid;grid-template-columns:14px minmax(0,1fr) auto;gap:0 12px;padding:9px 0;border-top:1px solid var(--rule);break-inside:avoid}
.criteria .dot{margin-top:5px}
.criteria h4{font-size:.9375rem;line-height:1.6;letter-spacing:0}
.criteria .state{font-weight:400;color:var(--ink-3);font-size:.8125rem}
.criteria .num{font-variant-numeric:tabular-nums}
.criteria .told{grid-column:2/-1;max-width:88ch}
.because,.place,.notes{color:var(--ink-2);font-size:.8125rem}
.evidence{margin:8px 0;font-size:.8125rem}
.evidence li{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 12px;align-items:baseline;padding:3px 0}
.evidence li>:only-child{grid-column:1/-1}
.why{margin-left:8px}
.evidence code{white-space:pre-wrap;overflow-wrap:anywhere}
.chip{font:600 .75rem/1 var(--label);padding:4px 6px;border-radius:2px;background:var(--well);color:var(--ink-2);min-width:52px;text-align:center;print-color-adjust:exact}
.chip.cached{background:var(--starboard-soft);color:var(--starboard)}
.chip.rerun{background:var(--port-soft);color:var(--port)}
.layers{margin:14px 0 10px 26px;max-width:88ch;break-inside:avoid}
.layers ol{margin-top:4px}
.layers li{display:grid;grid-template-columns:2.5em minmax(0,1fr) 96px 5.5em;gap:0 12px;align-items:center;padding:3px 0;font-size:.8125rem}
.layers code{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.layers .n{text-align:right;color:var(--ink-2);font-variant-numeric:tabular-nums;white-space:nowrap}
.layers .track{height:8px;background:var(--well);print-color-adjust:exact}
.layers .track i{display:block;height:100%;background:var(--bar);print-color-adjust:exact}
.foot{border-top:1px solid var(--rule);padding:24px clamp(16px,3.4vw,48px);color:var(--ink-3);font-size:.8125rem}
@media (max-width:1180px){.overview,.cols{grid-template-columns:minmax(0,1fr)}}
@page{margin:14mm 12mm}
@media (max-width:560px){.titleblock{display:grid;grid-template-columns:repeat(auto-fit,minmax(96px,1fr))}.titleblock div,.titleblock div+div{padding:10px 8px 10px 0;border:0}.grid th:first-child{min-width:112px;max-width:38vw}.layers{margin-left:0}.layers li{grid-template-columns:2em minmax(0,1fr) 5em}.layers .track{display:none}}
@media print{:root{--paper:#fff;--sheet:#fff}body{font-size:10pt}.page{padding:0}.cols{display:block}aside{margin-top:24px}.grid{min-width:0}.scroll{overflow:visible}.learners{break-before:page;margin-top:0}.learner{content-visibility:visible}.learner header{break-after:avoid}.grid th:first-child{position:static}.hard li,.review li,.grid tr{break-inside:avoid}a{text-decoration:none}.foot{padding-inline:0}}
`;
