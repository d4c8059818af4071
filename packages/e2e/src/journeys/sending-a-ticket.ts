import assert from 'node:assert/strict';
import type { Ticket } from '@faceplate/contracts';
import type { Request } from 'playwright-core';
import { asking, type Break, breakLine } from '../pages/broken-line.ts';
import { DeskPage, type Written } from '../pages/desk.page.ts';
import { closedMeanwhile } from '../pages/faults.ts';
import { type NoInternet, SHOWN_MS } from './no-internet.ts';

const BREAKS: readonly Break[] = ['before it is sent', 'after it was done', 'the service is down', 'the service is slow'];
export const RAISE = asking('POST', /\/api\/v1\/tickets$/);
export const ATTACH = asking('POST', /\/attachments$/);
/** What the tests of the line leave on the ticket that follows them. */
const TESTED = ['Line test.txt', 'Modem reboot.txt'];

const file = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) });

/** Each moment of sending a ticket with two files: which call of it meets the cut, and how. */
export const MOMENTS: readonly { isMeant: (request: Request) => boolean; what: string; how: Break; before: number }[] = BREAKS.flatMap((how) => [
  { isMeant: RAISE, what: 'the ticket', how, before: 0 },
  { isMeant: ATTACH, what: 'the first file', how, before: 0 },
  { isMeant: ATTACH, what: 'the second file', how, before: 1 },
]);

/** The calls meant, but for the first so many. */
export function after(isMeant: (request: Request) => boolean, before: number): (request: Request) => boolean {
  const seen = new Set<Request>();
  return (request) => {
    if (!isMeant(request)) return false;
    seen.add(request);
    return seen.size > before;
  };
}

/** One ticket with two files is sent, whatever becomes of the line. */
export class Sending {
  readonly #story: NoInternet;

  constructor(story: NoInternet) {
    this.#story = story;
  }

  /** Of these words there is one ticket, with every field and file. */
  async #isOnce({ product, title, description, tried, files }: Written): Promise<Ticket> {
    const [ticket, ...others] = await this.#story.titled(title);
    assert.ok(ticket, `no ticket “${title}”`);
    assert.equal(others.length, 0, `“${title}” is there ${others.length + 1} times`);
    assert.deepEqual([ticket.product?.id, ticket.kind, ticket.severity, ticket.description], [product, 'incident', 'major', description]);
    assert.deepEqual(ticket.fields?.map(({ value }) => value), [tried]);
    const given = ticket.files?.filter(({ name }) => !TESTED.includes(name));
    assert.deepEqual(given?.map(({ name, bytes }) => [name, bytes]), files.map(({ name, buffer }) => [name, buffer.length]));
    return ticket;
  }

  #written(title: string): Written {
    return { product: this.#story.healthy.id, title, description: 'Since Tuesday, in every room.', tried: 'Another phone in the same place.', files: [file('light.txt', 'The light is red.'), file('times.txt', 'Eight, nine and half past ten.')] };
  }

  /** 3. Without a line: kept, sent by itself when it is back, once. */
  async offline(): Promise<void> {
    const { desk, healthy, page } = this.#story;
    const written = this.#written('No calls in the kitchen');
    await desk.begin(healthy.id);
    await desk.write(written);
    await page.context().setOffline(true);
    await desk.send.click();
    await desk.portlet.getByText('we send it as soon as you are back').waitFor();
    await page.context().setOffline(false);
    await desk.raised.waitFor({ timeout: SHOWN_MS });
    const ticket = await this.#isOnce(written);
    assert.ok((await desk.raised.getAttribute('heading'))?.includes(ticket.number), 'the reference is shown');
    assert.deepEqual(ticket.files?.slice(0, 2).map(({ name }) => name), TESTED, 'what was tested comes along');
    this.#story.ticketId = ticket.id;
  }

  /** 3. Cut at one moment of sending: what was written stays, and sent again it is one ticket. */
  async cut({ isMeant, what, how, before }: (typeof MOMENTS)[number], index: number): Promise<void> {
    const { desk, healthy, page } = this.#story;
    const written = this.#written(`Calls break off ${index + 1}`);
    await desk.begin(healthy.id);
    await desk.write(written);
    const line = await breakLine(page, how, after(isMeant, before));
    await desk.send.click();
    if (how !== 'the service is slow') {
      await desk.problem.waitFor();
      const { files, ...fields } = await desk.written();
      assert.deepEqual([fields, files], [{ product: written.product, title: written.title, description: written.description, tried: written.tried }, written.files.map(({ name }) => name)], `${what}: ${how}`);
      await desk.send.click();
    }
    await desk.raised.waitFor({ timeout: SHOWN_MS });
    assert.equal(line.count(), 1, `${what}: the line was never cut`);
    await line.mend();
    await this.#isOnce(written);
  }

  /** 3. The tab is closed while it is on its way: the next has everything, and sends it once. */
  async closed(what: string, isMeant: (request: Request) => boolean): Promise<void> {
    const { healthy, page, stage } = this.#story;
    const written = this.#written(`The tab was closed on ${what}`);
    await this.#story.desk.begin(healthy.id);
    await this.#story.desk.write(written);
    const next = await closedMeanwhile(page, isMeant, () => this.#story.desk.send.click());
    const desk = new DeskPage(next, stage.product.url);
    this.#story.desk = desk;
    await desk.begin(healthy.id);
    await desk.portlet.locator('[id="field:tried"]').waitFor();
    assert.deepEqual((await desk.written()).files, written.files.map(({ name }) => name));
    await desk.send.click();
    await desk.raised.waitFor({ timeout: SHOWN_MS });
    await this.#isOnce(written);
  }
}
