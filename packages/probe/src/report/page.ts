import { createHash } from 'node:crypto';
import { type Markup, markup } from './markup.ts';
import { PAGE_STYLE } from './page.css.ts';
import { apiPicture, featurePicture } from './pictures.ts';
import type { Report, ReportApi, ReportFeature } from './schema.ts';

const list = (items: readonly (string | Markup)[]): Markup | undefined => (items.length > 0 ? markup`<ul>${items.map((item) => markup`<li>${item}</li>`)}</ul>` : undefined);

function summary({ features }: Report): Markup {
  const now = features.filter((feature) => feature.now);
  const count = (verdict: string) => now.filter((feature) => feature.verdict === verdict).length;
  return markup`<dl class="sum">${['full', 'degraded', 'absent', 'unknown'].map((verdict) => markup`<div><dt class="${verdict}">${verdict}</dt><dd>${count(verdict)}</dd></div>`)}</dl>`;
}

const featureRow = ({ id, name, now, verdict, because, notices, asks }: ReportFeature): Markup =>
  markup`<tr><th scope="row">${id}</th><td>${name}${now ? '' : markup` <span class="soft">(not in Faceplate yet)</span>`}</td><td class="v ${verdict}">${verdict}</td><td>${list([...because, ...notices.map((notice) => `Customers notice: ${notice}`)])}</td><td><code>${asks.join(', ')}</code></td></tr>`;

function featureTable({ features }: Report): Markup {
  return markup`<div class="scroll"><table><caption>The same in words</caption><thead><tr><th scope="col">Row</th><th scope="col">Feature</th><th scope="col">Verdict</th><th scope="col">Why</th><th scope="col">Asks</th></tr></thead><tbody>${features.map(featureRow)}</tbody></table></div>`;
}

type Version = ReportApi['versions'][number];
type Finding = Version['resources'][number]['findings'][number];
type Evidence = Version['evidence'][number];

const evidence = ({ method, path, status, ms, excerpt }: Evidence): Markup => markup`<code>${method} ${path}</code> → ${status}, ${ms} ms${excerpt === undefined ? '' : markup` <span class="soft">(${excerpt})</span>`}`;

const finding = ({ severity, says, evidence: pieces }: Finding): Markup => markup`<span class="${severity}">${severity}</span>: ${says}${list(pieces.map(evidence))}`;

function versionPart({ version, standing, base, hub, resources, evidence: pieces }: Version): Markup {
  const where = base === undefined ? undefined : markup` at <code>${base}</code>, events by hub: ${hub}`;
  const parts = resources.map(
    ({ resource, state, rows, takesNew, takesChanges, findings }) =>
      markup`<li><strong>${resource}</strong>: <span class="${state}">${state}</span>, ${rows} rows looked at, takes new: ${takesNew}, takes changes: ${takesChanges}${list(findings.map(finding))}</li>`,
  );
  return markup`<h3>${version}: <span class="${standing}">${standing}</span>${where}</h3>${list(pieces.map(evidence))}${parts.length > 0 ? markup`<ul>${parts}</ul>` : undefined}`;
}

function apiPart({ api, title, chosen, versions, older }: ReportApi): Markup {
  const states = versions.map(({ version, standing }) => `${version} ${standing}`).join(', ');
  const before = older ? markup`<p>There in a generation before v4, which Faceplate does not speak: ${evidence(older)}</p>` : undefined;
  return markup`<details><summary>${api} ${title}: ${states}${chosen === undefined ? '' : `; Faceplate would speak ${chosen}`}</summary>${before}${versions.map(versionPart)}</details>`;
}

function apiTable({ apis }: Report): Markup {
  const cell = (api: ReportApi, wanted: string) => {
    const found = api.versions.find(({ version }) => version === wanted);
    return markup`<td>${found?.standing ?? 'absent'}${found?.resources.map(({ resource, state }) => markup`<br><span class="${state}">${resource}: ${state}</span>`)}</td>`;
  };
  const rows = apis.map((api) => markup`<tr><th scope="row">${api.api}</th><td>${api.title}</td>${cell(api, 'v4')}${cell(api, 'v5')}</tr>`);
  return markup`<div class="scroll"><table><caption>The same in words</caption><thead><tr><th scope="col">API</th><th scope="col">About</th><th scope="col">v4</th><th scope="col">v5</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

const WORDS = [
  ['full', 'everything the feature asks for was seen to work.'],
  ['degraded', 'it works, and customers notice what is lacking.'],
  ['absent', 'something it cannot do without is not there or cannot be used as it answers.'],
  ['unknown', 'it could not be seen: unreachable, forbidden, failing, nothing to look at, or only to be known by writing, which the probe never does.'],
] as const;

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** One page, whole in itself: no script, nothing from elsewhere, and a policy that says so. */
export function pageReport(report: Report): string {
  const policy = `default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; base-uri 'none'; form-action 'none'`;
  const style = markup`<style>`.text + PAGE_STYLE + markup`</style>`.text;
  const head = markup`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>Faceplate probe of ${report.base}</title>`;
  const body = markup`<main><h1>What Faceplate can do here</h1>
<p><code>${report.base}</code></p>
<p class="soft">Read on ${report.at.replace('T', ' ').slice(0, 16)} UTC with ${report.requests} requests in ${(report.milliseconds / 1000).toFixed(1)} s. Nothing was changed: only GET and OPTIONS were sent.</p>
<p>Of the features Faceplate has today:</p>${summary(report)}
<p>All others stand on P06: signing in asks who the person is and which accounts are theirs.</p>
<h2>Features</h2>${featurePicture(report)}<p class="soft">Dashed: not in Faceplate yet; the verdict is about this landscape.</p>
<dl>${WORDS.map(([word, says]) => markup`<dt class="v ${word}">${word}</dt><dd>${says}</dd>`)}</dl>${featureTable(report)}
<h2>APIs</h2>${apiPicture(report)}${apiTable(report)}
<h2>What was found</h2>${report.apis.map(apiPart)}</main>`;
  return `<!doctype html>\n<html lang="en"><head>${head.text}${style}</head><body>${body.text}</body></html>\n`;
}
