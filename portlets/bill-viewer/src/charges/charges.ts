import type { Bill } from '@faceplate/contracts';
import { define } from '@faceplate/portlet-kit';
import { html } from 'lit';
import type { PartHost } from '../part.ts';
import { ChargeListElement } from './components/charge-list.element.ts';

define('fp-charge-list', ChargeListElement);

/** The lines of the bill on show. */
export class ChargesPart {
  readonly #host: PartHost;

  constructor(host: PartHost) {
    this.#host = host;
  }

  render(bill: Bill): unknown {
    return html`<fp-charge-list .bill=${bill} locale=${this.#host.locale}></fp-charge-list>`;
  }
}
