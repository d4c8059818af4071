import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { formThroughBreaks } from './faults.ts';
import { textOf } from './watch.ts';

/** On the provider's pages, however the line breaks and wherever the tab is opened again: an account by one code. Answers the tab in which it went through. */
export async function makeAccount(page: Page, portal: string, { givenName, familyName, email }: { givenName: string; familyName: string; email: string }, password: string): Promise<Page> {
  const asking = await formThroughBreaks(page, async (tab) => {
    // What was asked for and not heard of is found asked for.
    if ((await tab.locator('[name="code"]').count()) > 0) return;
    await tab.locator('[name="email"]').fill(email);
    await tab.locator('form button').first().click();
  });
  await asking.locator('[name="code"]').waitFor();
  const box = await asking.context().newPage();
  await box.goto(`${portal}/idp/mailbox?address=${encodeURIComponent(email)}`);
  const [code = '', ...more] = (await textOf(box.locator('body'))).match(/\b\d{6,8}\b/g) ?? [];
  await box.close();
  assert.deepEqual(more, [], 'more than one code was sent');
  return formThroughBreaks(asking, async (tab) => {
    // Made and not heard of, the account is there to sign in to.
    if ((await tab.locator('[name="code"]').count()) > 0) {
      await tab.locator('[name="code"]').fill(code);
      await tab.locator('[name="name"]').fill(`${givenName} ${familyName}`);
    }
    await tab.locator('[name="password"]').fill(password);
    await tab.locator('form button').first().click();
  });
}
