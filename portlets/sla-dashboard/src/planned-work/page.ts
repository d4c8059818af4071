import '@faceplate/client/nouns/planned-work.js';
import { heading, Reading } from '@faceplate/portlet-kit';
import { FollowController } from '@faceplate/portlet-kit/acting.js';
import { html } from 'lit';
import type { PartHost } from '../part.ts';
import { FeedPart } from './feed.ts';
import { Freezes } from './freezes.ts';
import { words } from './messages.ts';
import { ObjectionForm } from './objection.ts';
import { WorkPart } from './planned-work.ts';
import { Begun } from './typed.ts';

interface Tools {
  readonly objection: ObjectionForm;
  readonly freezes: Freezes;
}

/** All about planned work: what comes, asking to have it moved, when it must not be, and the same in a calendar. */
export class WorkPage {
  readonly #host: PartHost;
  readonly #work: WorkPart;
  readonly #feed: FeedPart;
  /** What was begun to be written is kept for each person. */
  readonly #tools: Reading<readonly [], Tools>;

  constructor(host: PartHost) {
    this.#host = host;
    this.#work = new WorkPart(host, 'planned-work');
    this.#feed = new FeedPart(host);
    new FollowController(host);
    let tools: Tools | undefined;
    this.#tools = new Reading(host, {
      args: () => [] as const,
      load: async (_, options) => {
        const session = await host.services.client.session.get(options);
        const begun = new Begun(session.signedIn ? session.person.id : '');
        return (tools ??= { objection: new ObjectionForm(host, begun), freezes: new Freezes(host, begun) });
      },
      changes: [],
    });
  }

  render(): unknown {
    const tools = this.#tools.value;
    return html`
      ${heading(this.#host.headingLevel, words.heading())}
      <section class="stack tight" part="work">${this.#work.renderWork((work) => tools?.objection.render(work))}</section>
      ${tools?.freezes.render()} ${this.#feed.render()}
    `;
  }
}
