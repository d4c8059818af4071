import '@faceplate/client/nouns/bills.js';
import '@faceplate/client/nouns/products.js';
import './define.ts';
import { createClient, type FaceplateClient } from '@faceplate/client';
import { define } from '@faceplate/ui';
import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { lifecycleFor } from './lifecycle.ts';
import { PortletElement } from './portlet.element.ts';
import { Reading } from './reading.ts';
import type { PortletServices } from './services.ts';

const TIMES = 100;

/** Reads two things and draws one; what every portlet does. */
class VisitorElement extends PortletElement<Pick<FaceplateClient, 'products' | 'bills'>> {
  readonly products = new Reading(this, {
    args: () => [] as const,
    load: (_, options) => this.services.client.products.list(options),
    changes: ['products'],
  });

  readonly bills = new Reading(this, {
    args: () => [] as const,
    load: (_, options) => this.services.client.bills.list(undefined, options),
    changes: ['bills', 'accounts'],
  });

  protected override renderContent(): unknown {
    return this.renderReading(this.products, { ready: ({ total }) => html`<p>${total}</p>` });
  }
}
define('fp-visitor', VisitorElement);

/** The listeners that hang on what outlives every portlet: the window and the document. */
class Listeners {
  readonly #held = new Map<unknown, string>();
  readonly #add = EventTarget.prototype.addEventListener;
  readonly #remove = EventTarget.prototype.removeEventListener;

  constructor() {
    const [held, add, remove] = [this.#held, this.#add, this.#remove];
    const outlives = (target: unknown) => target === undefined || target === window || target === document;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...args) {
      if (outlives(this)) held.set(args[1], args[0]);
      add.apply(this, args);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args) {
      if (outlives(this)) held.delete(args[1]);
      remove.apply(this, args);
    };
  }

  get held(): string[] {
    return [...this.#held.values()];
  }

  restore(): void {
    EventTarget.prototype.addEventListener = this.#add;
    EventTarget.prototype.removeEventListener = this.#remove;
  }
}

/** A gateway that keeps the event stream open until it is hung up on. */
class Gateway {
  readonly streams = new Set<AbortSignal>();

  readonly fetch: typeof globalThis.fetch = (input, init) => {
    if (!(input as string).endsWith('/events')) return Promise.resolve(Response.json({ items: [], total: 0, gaps: [] }));
    const signal = init?.signal as AbortSignal;
    this.streams.add(signal);
    return Promise.resolve(
      new Response(
        new ReadableStream({
          start: (controller) => {
            signal.addEventListener('abort', () => {
              this.streams.delete(signal);
              controller.error(signal.reason);
            });
          },
        }),
      ),
    );
  };
}

const frame = () => new Promise(requestAnimationFrame);

describe('a hundred visits of a portlet', () => {
  it('leave no watcher, no event stream and no listener behind', async () => {
    const gateway = new Gateway();
    const client = createClient({ gateway: '', fetch: gateway.fetch });
    let watchers = 0;
    const watch: FaceplateClient['watch'] = (nouns, wake) => {
      const unwatch = client.watch(nouns, wake);
      watchers += 1;
      return () => {
        watchers -= 1;
        unwatch();
      };
    };
    const services: PortletServices = { client: { ...client, watch }, locale: 'en', navigate: () => undefined, report: () => undefined };
    const { mount, unmount } = lifecycleFor('fp-visitor');
    const domElement = document.body.appendChild(document.createElement('div'));
    const listeners = new Listeners();
    try {
      for (let visit = 1; visit <= TIMES; visit += 1) {
        await mount({ domElement, services });
        await (domElement.firstElementChild as VisitorElement).updateComplete;
        // Every other visitor leaves before the answers are there, and before the browser said which tab holds the stream.
        if (visit % 2 === 0) await waitUntil(() => gateway.streams.size === 1, 'no stream was opened');
        expect(watchers).to.equal(2);
        expect(gateway.streams.size).to.be.at.most(1);
        expect(listeners.held).to.not.be.empty;
        await unmount({ domElement });
        expect([watchers, gateway.streams.size, listeners.held]).to.deep.equal([0, 0, []]);
      }
      await frame();
      expect([watchers, gateway.streams.size, listeners.held]).to.deep.equal([0, 0, []]);
    } finally {
      listeners.restore();
      domElement.remove();
    }
  });
});
