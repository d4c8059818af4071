import { heading } from '@faceplate/portlet-kit';
import { html } from 'lit';
import type { PartHost } from '../part.ts';
import { said } from './messages.ts';
import { TrailPart } from './trail-part.ts';

/** How a bill was paid: a page of its own, which the bill leads to. */
export class BillTrailPart {
  readonly #host: PartHost;
  readonly #trail: TrailPart;

  /** `billId`: empty while another page is on show. */
  constructor(host: PartHost, billId: () => string) {
    this.#host = host;
    this.#trail = new TrailPart(host, () => (billId() ? { of: 'bills', id: billId() } : undefined));
  }

  render(): unknown {
    return html`${heading(this.#host.headingLevel, said.ofBill())} ${this.#trail.render()}`;
  }
}
