import type { LineTest, ProductList } from '@faceplate/contracts';
import { all, busyConsumer, type Fault, loseTheAnswer, on, once, type Operator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { openForm } from '../ticket-raiser.page.ts';

async function fixedLine(operator: Operator): Promise<string> {
  const answer = await operator.fetch(new Request('/api/v1/products', { headers: { 'x-fp-csrf': '1' } }));
  const { items } = (await answer.json()) as ProductList;
  return items.find(({ lineOfBusiness, status }) => lineOfBusiness === 'fixed' && status === 'active')!.id;
}

const listening = (hear: (request: Request) => void): Fault => (request, next) => {
  hear(request);
  return next(request);
};

/** An answer that was given has been drawn. */
async function settled() {
  await fetch('/api/v1/session', { headers: { 'x-fp-csrf': '1' } });
  for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
}

describe('what is known before the form', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('is asked for when somebody pauses, and stands still while they type', async () => {
    const asked: (string | null)[] = [];
    const hear = (request: Request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname.endsWith('/desk')) asked.push(searchParams.get('about'));
    };
    const page = await openForm(busyConsumer(), { faults: listening(hear) });
    page.type('productId', await fixedLine(page.operator));
    await page.until(() => page.checks().length === 7);
    const known = page.find('[data-check="test"]');
    const before = asked.length;
    for (const word of ['S', 'Sl', 'Slo', 'Slow', 'Slow l', 'Slow line']) {
      page.type('title', word);
      await page.element.updateComplete;
      expect(page.checks()).to.have.lengthOf(7);
    }
    await page.until(() => asked.length > before);
    await settled();
    expect(asked.slice(before)).to.deep.equal(['Slow line']);
    expect(page.find('[data-check="test"]')).to.equal(known);
  });

  it('is read aloud in one sentence', async () => {
    const page = await openForm(busyConsumer());
    page.type('productId', await fixedLine(page.operator));
    await page.until(() => page.checks().length === 7);
    const found = page.checks().filter((one) => one.endsWith(' found')).length;
    const aloud = [...page.element.shadowRoot!.querySelectorAll('[part="checks"] [role="status"], [part="checks"][aria-live], [part="checks"] [aria-live]')];
    expect(aloud.map((one) => one.textContent)).to.deep.equal([`${found} things found`]);
  });

  it('shows what a test found though it was seen running before', async () => {
    const states: string[] = [];
    const hear: Fault = async (request, next) => {
      const answer = await next(request);
      states.push(((await answer.clone().json()) as LineTest).state);
      return answer;
    };
    const page = await openForm(busyConsumer(), { faults: on('GET /desk/tests', hear) });
    page.type('productId', await fixedLine(page.operator));
    await page.until(() => page.find('[data-test="line"]'));
    page.find('[data-test="line"]')?.click();
    await page.until(() => states.includes('running'));
    await settled();
    await page.operator.passTime(60);
    await page.until(() => page.find('[part="test"] fp-tag'));
    expect(states.at(-1)).to.equal('done');
    await page.until(() => page.find('[part="checks"] [role="status"]')?.textContent.includes(':'));
  });

  it('does not call a test that waits one that could not be done', async () => {
    let isTold = false;
    const waits: Fault = async (request, next) => {
      const test = (await (await next(request)).json()) as LineTest;
      isTold = true;
      return Response.json({ ...test, state: 'waiting' });
    };
    const page = await openForm(busyConsumer(), { faults: on('GET /desk/tests', waits) });
    page.type('productId', await fixedLine(page.operator));
    await page.until(() => page.find('[data-test="line"]'));
    page.find('[data-test="line"]')?.click();
    await page.until(() => isTold);
    await settled();
    expect(page.said()).to.contain('The test is running').and.not.to.contain('Could not be done');
  });

  it('takes the keyboard along with what it does', async () => {
    const page = await openForm(busyConsumer());
    const productId = await fixedLine(page.operator);
    await page.operator.lever('incidents', { products: productId, name: 'Cable cut', description: 'A digger cut a cable' });
    const press = (selector: string) => {
      const button = page.find(selector);
      button?.focus();
      button?.click();
    };
    const focus = () => page.element.shadowRoot?.activeElement;
    page.type('productId', productId);
    await page.until(() => page.find('[data-me-too]'));
    press('[data-me-too]');
    await page.until(() => focus()?.hasAttribute('data-joined'));
    press('[data-test="reboot"]');
    await page.until(() => page.find('[data-agree]'));
    press('[data-agree]');
    await page.until(() => page.said().includes('The test is running'));
    expect(focus()).to.equal(page.find('[data-test="reboot"]'));
    press('[data-past]');
    await page.until(() => !page.find('[data-past]'));
    expect(focus()?.shadowRoot?.activeElement?.id).to.equal('productId');
    await expect(page.element).to.be.accessible();
  });

  it('restarts a line once though the first answer is lost', async () => {
    const keys: (string | null)[] = [];
    const faults = on('POST /desk/tests', all(listening(({ headers }) => keys.push(headers.get('idempotency-key'))), once(loseTheAnswer())));
    const page = await openForm(busyConsumer(), { faults });
    const restarts = async () => ((await (await page.operator.bss('/tmf-api/serviceTestManagement/v4/serviceTest?limit=500')).json()) as { name: string }[]).length;
    const before = await restarts();
    page.type('productId', await fixedLine(page.operator));
    for (const isOver of [() => page.problem() === 'This did not work. Try it again.', () => page.said().includes('The test is running')]) {
      await page.until(() => page.find('[data-test="reboot"]'));
      page.find('[data-test="reboot"]')?.click();
      await page.until(() => page.find('[data-agree]'));
      page.find('[data-agree]')?.click();
      await page.until(isOver);
    }
    expect(new Set(keys)).to.have.property('size', 1);
    expect(keys).to.have.lengthOf(2);
    expect(await restarts()).to.equal(before + 1);
  });

  it('asks whether an answer solved it, and keeps what is said once', async () => {
    const page = await openForm(busyConsumer(), { faults: on('POST /desk/verdicts', once(loseTheAnswer())) });
    const told = async () => ((await (await page.operator.bss('/tmf-api/partyInteraction/v4/partyInteraction?limit=500')).json()) as { reason: string; description?: string }[]).filter(({ reason }) => reason.startsWith('Help page:'));
    page.type('productId', await fixedLine(page.operator));
    const answer = () => page.find('[data-check="answers"] button[aria-expanded]');
    await page.until(answer);
    answer()?.click();
    const yes = () => page.find('[data-solved="yes"]');
    await page.until(yes);
    await expect(page.element).to.be.accessible();
    yes()?.focus();
    yes()?.click();
    await page.until(() => page.problem() === 'This did not work. Try it again.');
    yes()?.click();
    await page.until(() => page.element.shadowRoot?.activeElement?.hasAttribute('data-judged'));
    expect(page.find('[data-judged]')?.textContent).to.match(/^Good\./);
    expect((await told()).map(({ description }) => description)).to.deep.equal(['It solved it.']);
    expect(yes()).to.equal(null);
  });
});
