import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ForeignHost, serveForeignHost } from '@faceplate/embed';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PortalPage } from '../pages/portal.page.ts';
import type { RunningProduct } from '../product/running-product.ts';

export interface StepOutcome {
  readonly name: string;
  readonly result: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  readonly cause?: unknown;
  readonly seconds: number;
}

/** Everybody in one place and tongue, so that what is read does not depend on the machine. */
const VISITOR: BrowserContextOptions = { locale: 'en-GB', timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 900 } };

const PICTURES = join(import.meta.dirname, '../../dist/failures');

/** What a journey is walked on: the product, a browser, and the steps counted. */
export class Stage {
  readonly product: RunningProduct;
  readonly outcomes: StepOutcome[] = [];
  readonly #browser: Browser;
  readonly #open: BrowserContext[] = [];
  readonly #told: (outcome: StepOutcome) => void;
  #foreign: ForeignHost | undefined;

  constructor(product: RunningProduct, browser: Browser, told: (outcome: StepOutcome) => void = () => undefined) {
    this.product = product;
    this.#browser = browser;
    this.#told = told;
  }

  /** Another visitor, with a profile of its own. */
  async visitor(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ ...VISITOR, ...options });
    this.#open.push(context);
    return context.newPage();
  }

  /** Another visitor, signed in. */
  async signedIn(username: string, options?: BrowserContextOptions): Promise<PortalPage> {
    const portal = new PortalPage(await this.visitor(options), this.product.url);
    await portal.signIn(username);
    return portal;
  }

  /** A page of somebody else's that embeds from the product. */
  async foreignHost(): Promise<ForeignHost> {
    this.#foreign ??= await serveForeignHost({ gateway: this.product.url, port: this.product.foreignPort });
    return this.#foreign;
  }

  /** Takes one step. What comes after a step that failed would only repeat the failure, so the journey ends there. */
  async step(name: string, act: () => Promise<void>): Promise<void> {
    const started = performance.now();
    const seconds = () => (performance.now() - started) / 1000;
    try {
      await act();
    } catch (cause) {
      this.#count({ name, result: 'failed', cause, seconds: seconds() });
      await this.#photograph(name);
      throw cause;
    }
    this.#count({ name, result: 'passed', seconds: seconds() });
  }

  skip(name: string, cause: string): void {
    this.#count({ name, result: 'skipped', cause, seconds: 0 });
  }

  async close(): Promise<void> {
    for (const context of this.#open) await context.close();
    await this.#foreign?.close();
  }

  #count(outcome: StepOutcome): void {
    this.outcomes.push(outcome);
    this.#told(outcome);
  }

  async #photograph(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    const file = join(PICTURES, `${name.replace(/\W+/g, '-')}.png`);
    const pages = this.#open.flatMap((context) => context.pages());
    await pages.at(-1)?.screenshot({ path: file }).catch(() => undefined);
  }
}
