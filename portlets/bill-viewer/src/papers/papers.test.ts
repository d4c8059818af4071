import { busyConsumer, down, type Fault, hang, on, refuse } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { billsOf, openBills } from '../bill-viewer.page.ts';

type Options = Parameters<typeof openBills>[1];

/** The operator in memory has no printing press: these stand in for what it would print. */
const printed: Fault = () => Promise.resolve(new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } }));

/** What was asked for, as the service heard it. */
function heard(what: string, answer: Fault): { fault: Fault; asked: URL[] } {
  const asked: URL[] = [];
  const fault = on(what, (request, next) => {
    asked.push(new URL(request.url));
    return answer(request, next);
  });
  return { fault, asked };
}

/** Names of the files that were handed to the browser. */
function saved(): string[] {
  const names: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download) names.push(this.download);
    else click.call(this);
  };
  restore = () => {
    HTMLAnchorElement.prototype.click = click;
  };
  return names;
}
let restore: (() => void) | undefined;

const withPapers = async (options: Options = {}) => {
  const page = await openBills(busyConsumer(), options);
  await page.until(() => page.rows().length > 0 && page.said().includes('Download as one file'));
  return page;
};

describe('papers', () => {
  afterEach(() => {
    restore?.();
    restore = undefined;
    closePortlets();
  });

  it('are handed over in each form the bill can be had in, in the language of the page', async () => {
    const files = saved();
    const pdf = heard('/document', printed);
    const page = await openBills(busyConsumer(), { faults: pdf.fault });
    const [bill] = (await billsOf(page.operator)).items;
    page.element.billId = bill!.id;
    await page.until(() => page.heading().startsWith('Bill '));
    for (const [name, ending, kind] of [['Download PDF', 'pdf', 'PDF'], ['Web page', 'html', 'HTML'], ['Table', 'csv', 'CSV']] as const) {
      page.press(name);
      await page.until(() => page.status().includes(`The ${kind} is in your downloads.`));
      expect(files.at(-1)).to.equal(`${bill!.number}.${ending}`);
    }
    expect(pdf.asked.map(({ search }) => search)).to.deep.equal(['?locale=en']);
    await expect(page.element).to.be.accessible();
  });

  it('says that a bill does not fit the form of an e-invoice', async () => {
    const unfit: Fault = () =>
      Promise.resolve(Response.json({ status: 409, code: 'invoice-unfit', title: 'It does not fit.' }, { status: 409, headers: { 'content-type': 'application/problem+json' } }));
    const page = await openBills(busyConsumer(), { faults: on('/invoice.xml', unfit) });
    const [bill] = (await billsOf(page.operator)).items;
    page.element.billId = bill!.id;
    await page.until(() => page.heading().startsWith('Bill '));
    page.press('E-invoice');
    await page.until(() => page.status().includes('Take the PDF'));
  });

  it('of a year come as one file, and say how far they are', async () => {
    const files = saved();
    let part = 0;
    const parts: Fault = (request) => {
      part += 1;
      const from = Number(new URL(request.url).searchParams.get('from'));
      return part === 2 ? new Promise((resolve) => (go = () => resolve(Response.json({ year: '2026', of: 9, files: [], missing: [] })))) : Promise.resolve(Response.json({ year: '2026', of: 9, files: [], missing: [], next: from + 8 }));
    };
    let go: (() => void) | undefined;
    const page = await withPapers({ faults: on('/bills/archive', parts) });
    page.press('Download as one file');
    await page.until(() => page.status().includes('8 of 9 bills'));
    await expect(page.element).to.be.accessible();
    go?.();
    await page.until(() => page.status().includes('The ZIP is in your downloads.'));
    expect(files).to.deep.equal(['bills-2026.zip']);
  });

  it('of a year can be stopped', async () => {
    const page = await withPapers({ faults: on('/bills/archive', hang()) });
    page.press('Download as one file');
    await page.until(() => page.status().includes('Preparing the ZIP'));
    page.press('Stop');
    await page.until(() => !page.status().includes('Preparing'));
    expect(page.status()).to.equal('');
  });

  it('of a year say so when they cannot be had', async () => {
    const page = await withPapers({ faults: on('/bills/archive', refuse(400)) });
    page.press('Download as one file');
    await page.until(() => page.status().includes('The ZIP could not be made. Try again.'));
  });

  it('state an account between two days', async () => {
    const files = saved();
    const statement = heard('/statement', printed);
    const page = await withPapers({ faults: statement.fault, locale: 'en-GB' });
    page.press('Download statement');
    await page.until(() => page.status().includes('The PDF is in your downloads.'));
    expect(statement.asked[0]?.search).to.match(/^\?from=2026-01-01&to=2026-\d\d-\d\d&locale=en$/);
    expect(files[0]).to.match(/^statement-2026-01-01-2026-\d\d-\d\d\.pdf$/);
    await expect(page.element).to.be.accessible();
  });

  it('confirm what an account owes, as a letter and as a page', async () => {
    const files = saved();
    const letter = heard('/balance-letter/document', printed);
    const page = await withPapers({ faults: letter.fault });
    page.press('Download letter');
    await page.until(() => page.status().includes('The PDF is in your downloads.'));
    expect(letter.asked[0]?.search).to.equal('?locale=en');
    page.press('Letter as a web page');
    await page.until(() => page.status().includes('The HTML is in your downloads.'));
    expect(files[0]).to.match(/^balance-[a-z0-9]+\.pdf$/);
    expect(files[1]).to.equal(files[0]!.replace(/pdf$/, 'html'));
    await expect(page.element).to.be.accessible();
  });

  it('cost nothing else when they cannot be had', async () => {
    const page = await withPapers({ faults: on('/statement', down()) });
    page.press('Download statement');
    await page.until(() => page.status().includes('could not be made'));
    expect(page.rows().length).to.be.greaterThan(0);
  });
});
