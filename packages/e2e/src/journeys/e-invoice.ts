import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Bill } from '@faceplate/contracts';
import { PEPPOL_RULES, readUbl, validate } from '@faceplate/gateway/testing';
import type { Page } from 'playwright-core';
import type { BillPage } from '../pages/bill.page.ts';
import { asking, breakLine } from '../pages/broken-line.ts';
import { ofCsv, ofXml } from '../proofs/b22-papers/figures.ts';

async function download(page: Page, view: BillPage, button: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), view.button(button).click()]);
  return readFileSync(await file.path(), 'utf8');
}

/** The line is slow: the e-invoice comes all the same, keeps every rule, and says what bill and table say. */
export async function takeEInvoice(page: Page, view: BillPage, bill: Bill): Promise<void> {
  const line = await breakLine(page, 'the service is slow', asking('GET', /\/invoice\.xml$/));
  await view.portlet.getByText('In other forms').click();
  const xml = await download(page, view, 'E-invoice (XML)');
  assert.equal(line.count(), 1);
  assert.ok(PEPPOL_RULES.length > 250 && /peppol/.test(readUbl(xml).customization ?? ''), 'not all rules are asked of it');
  assert.deepEqual(validate(xml).map(({ id }) => id), [], 'it breaks rules');
  const [invoice, table] = [ofXml(xml), ofCsv(await download(page, view, 'Table (CSV)'))];
  assert.equal(invoice.total, bill.total.amount, 'it has another total than the paper');
  assert.deepEqual([invoice.net, invoice.lines], [table.net, table.lines], 'its lines are not those of the table');
  assert.equal(table.net, bill.net.amount, 'the table does not add up to the bill');
}
