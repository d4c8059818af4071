import '../define.ts';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SessionWishedEvent } from '../events.ts';
import { readSettings } from '../settings/settings.ts';
import type { IdleWarningElement } from './idle-warning.element.ts';
import type { SettingsPanelElement } from './settings-panel.element.ts';

const button = (element: Element, name: string) => [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === name);

describe('<fp-idle-warning>', () => {
  const warning = (endsAt?: Date) => fixture<IdleWarningElement>(html`<fp-idle-warning .endsAt=${endsAt} locale="en-GB"></fp-idle-warning>`);
  const soon = new Date(2026, 10, 20, 14, 32);

  it('says when, and stays out of the way until then', async () => {
    const element = await warning();
    const dialog = element.querySelector('dialog');
    expect(dialog?.open).to.equal(false);
    element.endsAt = soon;
    await element.updateComplete;
    expect(dialog?.open).to.equal(true);
    expect(element.textContent).to.contain('14:32');
    await expect(element).to.be.accessible();
    element.endsAt = undefined;
    await element.updateComplete;
    expect(dialog?.open).to.equal(false);
  });

  it('keeps the session at a press, and at Escape', async () => {
    const element = await warning(soon);
    setTimeout(() => button(element, 'Stay signed in')?.click());
    expect((await oneEvent<SessionWishedEvent>(element, 'fp-session-wished')).wish).to.equal('stay');
    setTimeout(() => element.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true })));
    expect((await oneEvent<SessionWishedEvent>(element, 'fp-session-wished')).wish).to.equal('stay');
  });
});

describe('<fp-settings-panel>', () => {
  it('opens with what is chosen', async () => {
    const element = await fixture<SettingsPanelElement>(html`<fp-settings-panel .settings=${{ ...readSettings(), brand: 'nordlys' }} language="de"></fp-settings-panel>`);
    button(element, 'Display')?.click();
    expect(element.querySelector('[popover]')?.matches(':popover-open')).to.equal(true);
    expect([...element.querySelectorAll('select')].map(({ value }) => value)).to.deep.equal(['de', 'auto', 'nordlys']);
    await expect(element).to.be.accessible();
  });
});
