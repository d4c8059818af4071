import { html } from 'hono/html';
import type { Tenant } from '../options.ts';
import { API } from '../routing/mount.ts';
import { isMedia, type Route } from '../routing/route.ts';
import { examples } from './examples.ts';
import { nouns, nounOf } from './inventory.ts';
import { parametersInFull } from './parameters.ts';
import { type Code, problemCodes } from './problem-codes.ts';
import { codesOf } from './refusals.ts';
import { namedSchemas } from './schemas.ts';

/** Nothing but our own style sheet: no script, no image, no form, no frame around it. */
export const PAGE_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Html = ReturnType<typeof html>;

/** The API for people: every route with its examples and refusals, on one page that needs no script. */
export async function docsPage(routes: readonly Route[], { name }: Tenant): Promise<string> {
  const tags = [...new Set(Object.values(nouns).map(({ tag }) => tag))].filter((tag) => routes.some((route) => tagOf(route) === tag));
  const page = await html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${name}: self-service API</title>
  <link rel="stylesheet" href="docs.css">
</head>
<body>
  <div class="page">
    <nav aria-label="Contents"><ul>
      ${tags.map((tag) => html`<li><a href="#${slug(tag)}">${tag}</a></li>`)}
      <li><a href="#problem-codes">Problem codes</a></li>
      <li><a href="#schemas">Schemas</a></li>
    </ul></nav>
    <main>
      ${introduction(name)}
      ${tags.map((tag) => section(tag, routes.filter((route) => tagOf(route) === tag)))}
      ${codesSection()}
      ${schemasSection()}
    </main>
  </div>
</body>
</html>
`;
  return String(page);
}

const tagOf = ({ path }: Route): string | undefined => nounOf(path)?.tag;
const slug = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]+/g, '-');

/** What the document writes between backquotes is code here. */
const prose = (text: string) => text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));

const introduction = (name: string): Html => html`<h1>${name}: self-service API</h1>
  <p>Everything a customer sees and does in the portal is one of these calls. The same as a document for programs:
    <a href="openapi.json">OpenAPI 3.1</a>. What changes is told at <code>${API}/events</code>, as server-sent events.</p>
  <p>Sign in with a session’s cookie or a host’s bearer token, and send <code>x-fp-csrf: 1</code> with every call. Every POST takes an
    <code>Idempotency-Key</code>: a repeat with the same key gets the first answer again, for 24 hours.</p>`;

const section = (tag: string, routes: readonly Route[]): Html => html`<section aria-labelledby="${slug(tag)}">
  <h2 id="${slug(tag)}">${tag}</h2>
  <p class="soft">${Object.values(nouns).find((noun) => noun.tag === tag)?.description ?? ''}</p>
  ${routes.map(operation)}
</section>`;

function operation(route: Route): Html {
  const { method, path, summary, detail } = route;
  const noun = nounOf(path);
  return html`<details>
  <summary><span class="method">${method}</span> <code>${path}</code> <span class="soft">${summary}</span></summary>
  ${detail === undefined ? '' : html`<p>${prose(detail)}</p>`}
  <p class="soft">Policy ${route.policy.action}, answered for by ${noun?.owner ?? ''}, ${noun?.stability ?? ''} since ${noun?.since ?? ''}${noun?.retires === undefined ? '' : `, ends on ${noun.retires}`}.</p>
  ${parameterTable(route)}
  ${exampleOf(route)}
  ${codeTable(`Refusals of ${method} ${path}`, codesOf(route))}
</details>`;
}

function parameterTable(route: Route): Html | '' {
  const shown = parametersInFull(route);
  if (shown.length === 0) return '';
  return html`<table>
    <thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead>
    <tbody>${shown.map(({ name, required, description }) => html`<tr><th scope="row"><code>${name}</code></th><td>${prose(description)}${required ? ' Needed.' : ''}</td></tr>`)}</tbody>
  </table>`;
}

function exampleOf({ method, path, answer, status = 200 }: Route): Html {
  const { path: asked = path, request, response } = examples[`${method} ${path}`] ?? {};
  const type = answer === undefined || !isMedia(answer) ? '' : ` ${answer.media}`;
  const heading = `${answer === undefined ? 204 : status}${type}`;
  return html`<pre>${method} ${API}${asked}${request === undefined ? '' : `\n\n${pretty(request)}`}</pre>
  <pre>${heading}${response === undefined ? '' : `\n\n${typeof response === 'string' ? response : pretty(response)}`}</pre>`;
}

const pretty = (value: unknown): string => JSON.stringify(value, undefined, 2);

const codeTable = (caption: string, codes: readonly Code[]): Html => html`<table>
  <caption class="soft">${caption}</caption>
  <thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">When</th></tr></thead>
  <tbody>${codes.map((code) => html`<tr><td>${problemCodes[code].status}</td><th scope="row"><code>${code}</code></th><td>${prose(problemCodes[code].meaning)}</td></tr>`)}</tbody>
</table>`;

const codesSection = (): Html => html`<section aria-labelledby="problem-codes">
  <h2 id="problem-codes">Problem codes</h2>
  <p class="soft">Refusals are RFC 9457 problems. <code>code</code> never changes its meaning; <code>title</code> is for people.</p>
  <table>
    <thead><tr><th scope="col">Status</th><th scope="col">Code</th><th scope="col">When</th><th scope="col">What to do</th></tr></thead>
    <tbody>${Object.entries(problemCodes).map(([code, { status, meaning, remedy }]) => html`<tr><td>${status}</td><th scope="row"><code>${code}</code></th><td>${prose(meaning)}</td><td>${prose(remedy)}</td></tr>`)}</tbody>
  </table>
</section>`;

const schemasSection = (): Html => html`<section aria-labelledby="schemas">
  <h2 id="schemas">Schemas</h2>
  ${Object.entries(namedSchemas()).map(([name, schema]) => html`<details><summary><code>${name}</code></summary><pre>${pretty(schema)}</pre></details>`)}
</section>`;
