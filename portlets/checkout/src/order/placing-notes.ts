import { html, nothing } from 'lit';
import { words } from '../messages.ts';
import type { PartHost } from '../part.ts';
import { obstacleList } from '../ways.ts';
import { said } from './messages.ts';
import type { PlacingState } from './placing.controller.ts';

/** A try of which nobody knows whether it arrived: to be sent again as it was, or left. */
export function unknownNote({ busy, again, leave }: { busy: boolean; again: () => void; leave: () => void }): unknown {
  return html`<fp-status-message part="unknown" tone="notice" role="alert" heading=${words.waiting()}>
    <p>${said.unknownHelp()}</p>
    <button slot="actions" type="button" class="primary" @click=${again}>${busy ? said.ordering() : words.again()}</button>
    ${busy ? nothing : html`<button slot="actions" type="button" @click=${leave}>${said.change()}</button>`}
  </fp-status-message>`;
}

/** What the service said no to, in its words, with what would make it a yes. */
export function refusedNote(state: PlacingState, host: PartHost): unknown {
  if (state.step !== 'refused') return nothing;
  const { title, code, trace, obstacles = [], errors = [] } = state.cause.problem;
  if (code === 'price-moved') return html`<fp-status-message part="refusal" role="alert" tone="notice" heading=${said.moved()}><p>${said.movedHelp()}</p></fp-status-message>`;
  const href = host.services.client.session.signInHref('/cart/order');
  return html`<fp-status-message part="refusal" role="alert" tone="critical" heading=${said.refused()} reference=${trace ?? nothing}>
    <p>${title}</p>
    ${obstacles.length > 0 ? obstacleList(host, obstacles) : errors.map(({ message }) => (message === title ? nothing : html`<p>${message}</p>`))}
    <p>${words.notDoneHelp()}</p>
    ${code === 'step-up-needed' ? html`<a slot="actions" class="button" href=${href} target="_top">${words.signIn()}</a>` : nothing}
  </fp-status-message>`;
}
