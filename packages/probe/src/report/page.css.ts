/** The page's whole style: light and dark by the reader's own setting, and on paper. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#16202b;--soft:#52606d;--ground:#fff;--line:#d5dce3;--full:#1f7a4d;--degraded:#8a5a00;--absent:#5b6673;--broken:#b3261e;--unknown:#3b5b92}
@media(prefers-color-scheme:dark){:root{--ink:#e8edf2;--soft:#a3b0bd;--ground:#12181f;--line:#33404d;--full:#57c28d;--degraded:#e0a83a;--absent:#93a0ad;--broken:#f2867e;--unknown:#8fb0ea}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.25rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem}h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:65ch}.soft{color:var(--soft)}
code{font:0.875rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
dl.sum{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}dl.sum div{border:1px solid var(--line);border-radius:.5rem;padding:.5rem 1rem;min-width:7rem}dl.sum dt{color:var(--soft);font-size:.875rem}dl.sum dd{margin:0;font-size:1.5rem;font-variant-numeric:tabular-nums}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}th{font-weight:600}caption{text-align:start;color:var(--soft);padding:.25rem 0}
.scroll{overflow-x:auto}details{border-bottom:1px solid var(--line);padding:.4rem 0}summary{cursor:pointer;font-weight:600}
.v{white-space:nowrap;font-weight:600}.full,.good,.present{color:var(--full)}.degraded,.limited{color:var(--degraded)}.absent,.empty{color:var(--absent)}.broken,.failing,.breaks{color:var(--broken)}.unknown,.unclear,.forbidden,.unreachable{color:var(--unknown)}.limits{color:var(--degraded)}
svg{width:100%;min-width:40rem;height:auto;display:block;margin:.5rem 0}
svg rect{fill:currentColor;fill-opacity:.14;stroke:currentColor;stroke-width:1.2}svg .later rect{stroke-dasharray:3 3}
svg text{font:600 11px system-ui,sans-serif;text-anchor:middle;fill:currentColor}svg .label{fill:var(--ink)}svg .name{text-anchor:start;font-size:13px;fill:var(--ink)}
ul{margin:.25rem 0;padding-inline-start:1.2rem}
@media print{body{max-width:none;padding:0}details{break-inside:avoid}tr{break-inside:avoid}details::details-content{content-visibility:visible;display:block}}
`;
