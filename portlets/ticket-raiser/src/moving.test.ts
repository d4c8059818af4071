import { busyConsumer } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { fillIn, openForm } from './ticket-raiser.page.ts';

describe('a ticket that is open on the screen', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('moves by itself when the operator works on it', async () => {
    const page = await openForm(busyConsumer());
    fillIn(page);
    page.press('Send ticket');
    await page.until(() => page.message().startsWith('We have'));
    await page.until(() => page.said().includes('Received'));
    await page.operator.passTime(20);
    await page.until(() => page.said().includes('In progress'));
  });
});
