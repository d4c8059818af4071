import './define.ts';
import '../messages.ts';
import type { ActingClient } from '@faceplate/client';
import { ApiProblem } from '@faceplate/client';
import type { ActingRequest, SignedIn } from '@faceplate/contracts';
import { setMessageLocale } from '@faceplate/localize';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { until } from '../testing/until.ts';
import type { ActingBarElement } from './acting-bar.element.ts';

const NOW = Date.parse('2026-11-21T08:00:00.000Z');
const daniel: SignedIn = { signedIn: true, person: { id: 'd', name: 'Daniel Okafor' }, persona: 'agent', accounts: [], idleEndsAt: '2026-11-21T08:30:00.000Z', endsAt: '2026-11-21T18:00:00.000Z' };
const forAda: SignedIn = { ...daniel, person: { id: 'a', name: 'Ada Lindqvist' }, persona: 'consumer', acting: { by: 'Daniel Okafor', reason: 'Asked about a bill', endsAt: '2026-11-21T08:12:00.000Z' } };

const acted = { customer: { id: 'a', name: 'Ada Lindqvist' }, reason: 'r', consent: 'ticket' as const, endsAt: '2026-11-21T08:30:00.000Z' };
const aClient = (facts: Partial<ActingClient> = {}): ActingClient => ({ begin: () => Promise.resolve(acted), end: () => Promise.resolve(), ...facts });

const bar = (session: SignedIn, client = aClient()) =>
  fixture<ActingBarElement>(html`<fp-acting-bar .session=${session} .client=${client} .now=${() => NOW} locale="en"></fp-acting-bar>`);
const text = (element: Element) => element.textContent.replaceAll(/\s+/g, ' ').trim();
const input = (element: Element, name: string) => element.querySelector<HTMLInputElement>(`[name=${name}]`);

function enter(element: Element, entered: Record<string, string>): void {
  for (const [name, value] of Object.entries(entered)) {
    const field = input(element, name);
    if (field) field.value = value;
  }
  element.querySelector('form')?.requestSubmit();
}

describe('<fp-acting-bar>', () => {
  afterEach(() => setMessageLocale('en'));

  it('says for whom, by whom, why and how long still', async () => {
    const element = await bar(forAda);
    expect(text(element)).to.contain('You act for Ada Lindqvist');
    expect(text(element)).to.contain('as Daniel Okafor, for 12 min more. Reason: Asked about a bill');
    await expect(element).to.be.accessible();
  });

  it('ends at a press, and tells the page', async () => {
    let ended = 0;
    const element = await bar(forAda, aClient({ end: () => Promise.resolve(void (ended += 1)) }));
    setTimeout(() => element.querySelector('button')?.click());
    await oneEvent(element, 'fp-acting-switched');
    expect(ended).to.equal(1);
  });

  it('begins with customer, reason and consent; a ticket is asked for where it is the consent', async () => {
    const wishes: ActingRequest[] = [];
    const element = await bar(daniel, aClient({ begin: (wish) => Promise.resolve({ ...acted, wished: wishes.push(wish) }) }));
    await expect(element).to.be.accessible();
    expect(input(element, 'ticketId')).to.equal(null);
    const consent = element.querySelector('select');
    if (consent) consent.value = 'ticket';
    consent?.dispatchEvent(new Event('change'));
    await element.updateComplete;
    setTimeout(() => {
      enter(element, { customer: ' 7123456789 ', reason: 'Asked about a bill', ticketId: 't1' });
    });
    await oneEvent(element, 'fp-acting-switched');
    expect(wishes).to.deep.equal([{ customer: '7123456789', reason: 'Asked about a bill', consent: 'ticket', ticketId: 't1' }]);
  });

  it('says what was wrong, and keeps what was entered', async () => {
    const problem = { status: 422, code: 'invalid-request', title: 'No', errors: [{ path: 'customer', message: 'no' }] };
    const element = await bar(daniel, aClient({ begin: () => Promise.reject(new ApiProblem(problem)) }));
    enter(element, { customer: 'nobody@example.com', reason: 'r' });
    await until(() => text(element).includes('There is no such customer'));
    expect(input(element, 'customer')?.value).to.equal('nobody@example.com');
    await expect(element).to.be.accessible();
  });

  for (const [locale, words] of [['de', 'Sie handeln für Ada Lindqvist'], ['ar', 'أنت تتصرّف نيابةً عن']] as const) {
    it(`speaks ${locale}`, async () => {
      await setMessageLocale(locale);
      const element = await bar(forAda);
      expect(text(element)).to.contain(words);
    });
  }
});
