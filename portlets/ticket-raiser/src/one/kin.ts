import type { Ticket } from '@faceplate/contracts';
import { html, nothing } from 'lit';
import { statusOf } from '../ticket-words.ts';
import { words } from './messages.ts';

interface Ways {
  open(ticketId: string): void;
  go(path: string): void;
}

/** Another ticket, to be opened where it is the reader's own. */
const named = ({ id, number, title }: NonNullable<Ticket['mergedInto']>, { open }: Ways) =>
  html`${id ? html`<button class="quiet flush" data-opens=${id} @click=${() => { open(id); }}><bdi>${title}</bdi></button>` : html`<bdi>${title}</bdi>`}${number ? html` <span class="quiet">${words.number(number)}</span>` : nothing}`;

const tag = (status: Ticket['status'] | undefined) => (status ? html`<fp-tag tone=${statusOf(status).tone}>${statusOf(status).word}</fp-tag>` : nothing);

type Became = NonNullable<Ticket['became']>;

const renderResult = ({ kind, id, number: order = '' }: Became, number: string, { go }: Ways) => {
  const [said, path, way] = kind === 'order' ? ([words.becameOrder(order), `/orders/${encodeURIComponent(id)}`, words.seeOrder()] as const) : ([words.becameCredit(), '/bills', words.seeBills()] as const);
  return html`<div part="became"><p>${said} ${words.stays(number)}</p><div><button @click=${() => { go(path); }}>${way}</button></div></div>`;
};

const renderUnder = ({ over, items }: NonNullable<Ticket['under']>, ways: Ways) => html`
  <section part="under" class="stack tight"><p>${words.rollUp(String(over), String(items.length))}</p><p class="quiet">${words.eachOwn()}</p>
    <ul class="plain stack tight">${items.map((one) => html`<li class="row">${named({ ...one, title: one.product ?? one.title }, ways)} ${tag(one.status)}</li>`)}</ul></section>
`;

/** Tickets this one stands with, each with what that means; and what it has become. */
export function kinOf({ parent, under, mergedInto, mergedFrom = [], became, number }: Ticket, ways: Ways): unknown {
  return html`
    ${parent ? html`<div part="parent"><p>${words.belongs()} ${named(parent, ways)} ${tag(parent.status)}</p><p class="quiet">${parent.id ? words.oneOfMany() : words.oneOfReports()}</p></div>` : nothing}
    ${mergedInto ? html`<div part="merged"><p>${words.mergedInto()} ${named(mergedInto, ways)}</p><p class="quiet">${words.mergedHelp()}</p></div>` : nothing}
    ${mergedFrom.length > 0 ? html`<div part="merged"><p>${words.mergedFrom()}</p><ul class="plain">${mergedFrom.map((one) => html`<li>${named(one, ways)}</li>`)}</ul></div>` : nothing}
    ${became ? renderResult(became, number, ways) : nothing} ${under ? renderUnder(under, ways) : nothing}
  `;
}
