import type { ServiceLevelColumns, ServiceLevelDetail } from '@faceplate/contracts';
import type { Locator, Page } from 'playwright-core';
import { told } from './told.ts';
import { textOf } from './watch.ts';

/** The sla-dashboard as a customer uses it. */
export class LevelsPage {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  get portlet(): Locator {
    return this.page.locator('fp-sla-dashboard');
  }

  get grid(): Locator {
    return this.portlet.locator('fp-sla-grid');
  }

  async open(path = ''): Promise<void> {
    await this.page.goto(`${this.url}/service-levels${path}`);
    await this.portlet.locator('h1, h2').first().waitFor();
  }

  async openGrid(): Promise<void> {
    await this.open();
    await this.grid.locator('tbody th').first().waitFor();
  }

  columns(): Promise<ServiceLevelColumns> {
    return told<ServiceLevelColumns>(this.page, '/service-levels/grid?months=12');
  }

  detail(service: string, month: string): Promise<ServiceLevelDetail> {
    return told<ServiceLevelDetail>(this.page, `/service-levels/${service}/${month}`);
  }

  /** Opens a month by its cell, as a person does: looks for the service, presses. */
  async drill(service: string, month: string): Promise<void> {
    const { services } = await this.columns();
    await this.portlet.getByLabel('Find a service').fill(services.name[services.id.indexOf(service)] ?? '');
    await this.grid.locator(`[data-opens="${service}/${month}"]`).click();
    await this.portlet.locator('[part="budget"]').waitFor();
  }

  /** The facts of the month, by their names. */
  async facts(part = 'fp-sla-detail .facts'): Promise<Map<string, string>> {
    const pairs = await this.portlet.locator(`${part} > div`).all();
    return new Map(await Promise.all(pairs.map(async (pair) => [await textOf(pair.locator('dt')), await textOf(pair.locator('dd'))] as const)));
  }

  figure(): Promise<string> {
    return textOf(this.portlet.locator('fp-sla-detail [part="figure"]'));
  }
}
