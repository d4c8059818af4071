import { type Fault, type NamedWorld, none, operator, type Operator, refuse } from '@faceplate/mocks/anywhere.js';
import type { BrowserContextOptions, Page, Request as Asked, Route } from 'playwright-core';
import type { Stage } from '../../journeys/stage.ts';
import { type Language, PortalPage, type Scheme } from '../../pages/portal.page.ts';
import { prepare } from './prepare.ts';

/** What the service is like while a page is walked through. */
export type Weather = 'fair' | 'offline' | 'forbidden' | 'error' | 'expired' | 'partial';

export interface Look {
  readonly name: string;
  readonly scheme: Scheme;
  readonly language: Language;
  readonly viewport: { width: number; height: number };
}

/** Where somebody begins: who it is, what was done before, and what the service is like. */
export interface Start {
  readonly name: string;
  readonly world: () => NamedWorld;
  /** Done before the page is opened; answers with its address. */
  readonly path: (operator: Operator) => string | Promise<string>;
  readonly weather?: Weather;
  /** It turns bad only once the page stands. */
  readonly later?: boolean;
}

const PORTAL = 'http://portal.test';

const problem = (status: number, code: string): Fault => () =>
  Promise.resolve(Response.json({ status, code, title: 'Not now.', trace: '4bf92f3577b34da6' }, { status, headers: { 'content-type': 'application/problem+json' } }));

const FAULTS: Record<Weather, Fault> = {
  fair: none,
  partial: none,
  offline: () => Promise.reject(new TypeError('nobody is there')),
  forbidden: problem(403, 'forbidden'),
  error: refuse(500),
  expired: problem(401, 'signed-out'),
};

/** Of every second noun the service behind has nothing to say. */
const HALF: Fault = (request, next) => (/geographicAddress|productInventory|customer|service|promotion/i.test(new URL(request.url).pathname) ? refuse(503)(request, next) : next(request));

/** No call of the page takes longer. */
const LONGEST_CALL_MS = 30_000;

/** Never ends. */
const EVENTS = /\/api\/v1\/events/;

/** A page of the same origin with nothing on it. */
const NOWHERE = '/between-two-walks';
const ELSEWHERE = { contentType: 'text/html', body: '<!doctype html><html lang="en"><title>Elsewhere</title><main><h1>Elsewhere</h1></main></html>' };

/**
 * One browser tab in the portal as it is deployed, over an operator of its own in memory: each time it opens a page the
 * operator is a new one, so that what was done before is undone and the same keys lead to the same place.
 */
export class House {
  readonly page: Page;
  /** Done to each page as soon as it stands. */
  opened: (() => Promise<void>) | undefined;
  readonly #url: string;
  #operator: Operator | undefined;
  #weather: Weather = 'fair';
  /** Calls, scripts and pages under way. */
  readonly #open = new Set<Asked>();
  #ended: () => void = () => undefined;
  /** Counts what begins and what ends. */
  pulse = 0;
  /** What the page did that is not seen on it: calls, downloads, windows, files asked for. */
  doings = 0;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  static async enter(stage: Stage, { scheme, language, viewport }: Look): Promise<House> {
    const options: BrowserContextOptions = { viewport, reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] };
    const page = await stage.visitor(options);
    page.setDefaultTimeout(15_000);
    const house = new House(page, stage.product.url);
    await new PortalPage(page, stage.product.url).prefer(scheme, language);
    await house.#furnish();
    return house;
  }

  /** A new operator, what was done before, and the page. */
  async open({ world, path, weather = 'fair', later = false }: Start): Promise<void> {
    const named = world();
    this.#operator = operator(named, weather === 'partial' && !later ? { upstreamFaults: HALF } : {});
    this.#weather = 'fair';
    const address = await path(this.#operator);
    await this.#forget();
    if (!later) this.#weather = weather;
    await this.page.goto(this.#url + address);
    await this.page.locator('main h1, main h2, main fp-status-message').first().waitFor();
    await this.opened?.();
  }

  turn(weather: Weather): void {
    this.#weather = weather;
  }

  /** Waits until nothing is under way but what never ends; false where that does not come. */
  async idle(): Promise<boolean> {
    const late = AbortSignal.timeout(LONGEST_CALL_MS);
    while (this.#open.size > 0 && !late.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#ended = resolve;
      late.addEventListener('abort', () => resolve(), { once: true });
      await promise;
    }
    return this.#open.size === 0;
  }

  /** Is it one of the portal's pages? */
  get isHome(): boolean {
    return this.page.url().startsWith(this.#url) && !/^\/(auth|idp)\//.test(new URL(this.page.url()).pathname);
  }

  async #furnish(): Promise<void> {
    const { page } = this;
    await page.addInitScript(prepare, Date.parse('2026-11-20T09:30:00.000Z'));
    await page.route(EVENTS, () => new Promise(() => undefined));
    await page.route(/\/api\/v1\/(?!events)|\/auth\/session$/, (route) => this.#answer(route));
    await page.route(/\/auth\/(?!session$)|\/idp\/|^http:\/\/pay\.test\/|\/between-two-walks$/, (route) => route.fulfill(ELSEWHERE));
    page.on('request', (request) => {
      if (EVENTS.test(request.url())) return;
      this.#open.add(request);
      this.pulse += 1;
    });
    const over = (request: Asked) => {
      this.#open.delete(request);
      this.pulse += 1;
      this.#ended();
    };
    page.on('requestfinished', over);
    page.on('requestfailed', over);
    const did = () => void (this.doings += 1);
    page.on('download', (download) => (did(), void download.cancel()));
    page.on('popup', (popup) => (did(), void popup.close()));
    page.on('dialog', (dialog) => (did(), void dialog.accept()));
    page.on('filechooser', (chooser) => (did(), void chooser.setFiles({ name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })));
  }

  async #answer(route: Route): Promise<void> {
    this.doings += 1;
    try {
      const response = await this.#ask(route);
      const body = Buffer.from(await response.arrayBuffer());
      await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body });
    } catch {
      await route.abort().catch(() => undefined);
    }
  }

  async #ask(route: Route): Promise<Response> {
    const asked = route.request();
    const isSession = new URL(asked.url()).pathname.endsWith('/session');
    const path = isSession ? '/api/v1/session' : asked.url().slice(asked.url().indexOf('/api/v1'));
    const { origin: _, host: __, referer: ___, ...headers } = asked.headers();
    const body = asked.postDataBuffer();
    const request = new Request(PORTAL + path, { method: asked.method(), headers, ...(body && { body: new Uint8Array(body) }) });
    const fault = isSession ? none : FAULTS[this.#weather];
    const response = await fault(request, (given) => this.#operator?.fetch(given) ?? Promise.reject(new Error('nobody is there')));
    response.headers.set('date', new Date('2026-11-20T09:30:00.000Z').toUTCString());
    return response;
  }

  /** As on a device that was never here: nothing of the page before is left that could keep something once more. */
  async #forget(): Promise<void> {
    await this.page.goto(this.#url + NOWHERE);
    await this.page.evaluate(async () => {
      const settings = localStorage.getItem('fp-portal');
      localStorage.clear();
      sessionStorage.clear();
      if (settings !== null) localStorage.setItem('fp-portal', settings);
      const databases = await indexedDB.databases();
      for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
    });
  }
}
