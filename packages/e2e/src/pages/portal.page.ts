import { DEMO_PASSWORD } from '@faceplate/idp';
import type { Locator, Page } from 'playwright-core';

export type Scheme = 'light' | 'dark';
export type Language = 'en' | 'de' | 'ar';

/** The portal in a browser, as a customer uses it. Selectors see through open shadow roots. */
export class PortalPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  /** Signs in at the reference identity provider, typing as a person does. */
  async signIn(username: string, password = DEMO_PASSWORD): Promise<void> {
    await this.page.goto(`${this.url}/auth/login`);
    await this.page.locator('#username').fill(username);
    await this.page.locator('#password').fill(password);
    await this.page.locator('form button').first().click();
    await this.person.waitFor();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Goes there as a customer does, by the navigation, without loading the page anew. */
  async follow(path: string): Promise<void> {
    await this.page.locator(`nav a[href="${path}"]`).click();
  }

  async signOut(): Promise<void> {
    await this.page.locator('header .person a').click();
  }

  /** Wears a scheme and speaks a language from the next page on, as chosen under "Display". */
  async prefer(scheme: Scheme, language: Language): Promise<void> {
    const kept = JSON.stringify({ scheme, language });
    await this.page.addInitScript((settings) => localStorage.setItem('fp-portal', settings), kept);
  }

  /** Party id of whoever is signed in. */
  personId(): Promise<string> {
    return this.page.evaluate(async () => {
      const response = await fetch('/auth/session', { headers: { 'x-fp-csrf': '1', accept: 'application/json' } });
      const session = (await response.json()) as { person: { id: string } };
      return session.person.id;
    });
  }

  /** Where the name of whoever is signed in stands. */
  get person(): Locator {
    return this.page.locator('header .person span').first();
  }

  portlet(name: string): Locator {
    return this.page.locator(`fp-${name}`);
  }

  /** Waits until the portlet has something to show and waits for nothing more. */
  async settled(name: string): Promise<Locator> {
    const portlet = this.portlet(name);
    await portlet.locator('h1, h2, h3').first().waitFor();
    await portlet.locator('fp-skeleton').first().waitFor({ state: 'detached' });
    return portlet;
  }
}
