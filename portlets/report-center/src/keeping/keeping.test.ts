import { busyConsumer, down, hang, loseTheAnswer, on, once, refuse, startOperator } from '@faceplate/mocks';
import { closePortlets } from '@faceplate/portlet-kit/testing.js';
import { expect } from '@open-wc/testing';
import { keep, keptBy, openReports } from '../report-center.page.ts';

const named = (name: string) => (rows: readonly string[]) => rows.some((row) => row.startsWith(name));

/** Reports that are there, before the portlet is opened. */
async function openWith(reports: readonly Parameters<typeof keep>[1][], options: Parameters<typeof openReports>[1] = {}) {
  const operator = await startOperator(busyConsumer());
  const kept = [];
  for (const report of reports) kept.push(await keep(operator, report));
  const page = await openReports(busyConsumer(), { ...options, with: operator });
  return { page, kept, operator };
}

describe('reports that are kept', () => {
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(closePortlets);

  it('waits for an open report in its last shape', async () => {
    const page = await openReports(busyConsumer(), { attributes: { 'report-id': 'r1' }, faults: on('/reports', hang()) });
    await page.until(page.loading);
    await expect(page.element).to.be.accessible();
  });

  it('saves what is on show under a name and opens it, by keyboard alone', async () => {
    const page = await openReports(busyConsumer(), { attributes: { by: 'person', months: '12' } });
    const saved: string[] = [];
    page.element.addEventListener('fp-report-saved', ({ reportId }) => saved.push(reportId));
    await page.until(() => page.said().includes('Save this report'));
    page.press('Save this report');
    await page.until(page.form);
    expect(page.form()?.activeElement).to.equal(page.form()?.querySelector('input'));
    await expect(page.element).to.be.accessible();
    page.type('  Who spends what ');
    page.press('Save');
    await page.until(page.news);
    const [report] = await keptBy(page.operator);
    expect(report).to.include({ name: 'Who spends what', by: 'person', months: 12 });
    expect([page.heading(), page.news()]).to.deep.equal(['Who spends what', 'Who spends what is saved']);
    expect(page.visited.at(-1)).to.equal(`/reports/${report?.id}`);
    expect(saved).to.deep.equal([report?.id]);
    expect([page.chosen('by'), page.chosen('months')]).to.deep.equal(['person', '12']);
    await expect(page.element).to.be.accessible();
  });

  it('saves once though the first answer is lost', async () => {
    const page = await openReports(busyConsumer(), { faults: on('POST /reports', once(loseTheAnswer())) });
    await page.until(() => page.said().includes('Save this report'));
    page.press('Save this report');
    await page.until(page.form);
    page.type('Once');
    page.press('Save');
    expect(await page.until(page.wrong)).to.match(/nothing happens twice/);
    await expect(page.element).to.be.accessible();
    page.press('Save');
    await page.until(page.news);
    expect((await keptBy(page.operator)).map(({ name }) => name)).to.deep.equal(['Once']);
  });

  it('asks for a name, and for another where it is taken; what was typed stays', async () => {
    const { page } = await openWith([{ name: 'Taken' }]);
    await page.until(() => page.reports().length === 1 && page.said().includes('Save this report'));
    page.press('Save this report');
    await page.until(page.form);
    page.press('Save');
    expect(await page.until(page.wrong)).to.equal('Give it a name.');
    page.type('taken');
    page.press('Save');
    expect(await page.until(() => page.wrong().startsWith('You already') && page.wrong())).to.match(/Choose another/);
    expect(page.typed()).to.equal('taken');
    await expect(page.element).to.be.accessible();
  });

  it('keeps what is typed over a reload, and forgets it with Escape', async () => {
    const page = await openReports(busyConsumer());
    await page.until(() => page.said().includes('Save this report'));
    page.press('Save this report');
    await page.until(page.form);
    page.type('Half a na');
    const again = await openReports(busyConsumer(), { with: page.operator });
    await again.until(again.form);
    expect(again.typed()).to.equal('Half a na');
    again.key('Escape');
    await again.until(() => !again.form());
    expect(await again.until(again.focused)).to.equal('Save this report');
    const later = await openReports(busyConsumer(), { with: page.operator });
    await later.until(() => later.said().includes('Save this report'));
    expect(later.form()).to.equal(undefined);
  });

  it('lists them by what they tell, opens one and comes back to it', async () => {
    const { page, kept } = await openWith([{ name: 'By kind' }, { name: 'A year by person', by: 'person', months: 12 }]);
    await page.until(() => page.reports().length === 2);
    expect(page.reports().map((row) => row.replace(/ ?Rename.*$/, ''))).to.deep.equal(['A year by person Person · 12 months', 'By kind Kind of charge · 3 months']);
    await expect(page.element).to.be.accessible();
    page.press('By kind');
    await page.until(() => page.heading() === 'By kind' && page.rows().length > 0);
    expect(page.visited).to.deep.equal([`/reports/${kept[0]?.id}`]);
    expect(page.chart()?.bars).to.have.lengthOf(3);
    page.press('All reports');
    await page.until(() => page.reports().length === 2);
    expect(page.visited.at(-1)).to.equal('/reports');
  });

  it('changes one by what is chosen in it, or keeps that under another name, or takes it back', async () => {
    const { page, kept, operator } = await openWith([{ name: 'Mine' }]);
    const id = kept[0]?.id ?? '';
    page.element.setAttribute('report-id', id);
    await page.until(() => page.rows().length > 0);
    page.choose('by', 'service');
    await page.until(() => page.said().includes('Save changes'));
    expect(page.visited.at(-1)).to.equal(`/reports/${id}?by=service`);
    page.press('Show it as saved');
    await page.until(() => page.chosen('by') === 'kind');
    page.choose('months', '24');
    await page.until(() => page.said().includes('Save changes'));
    await expect(page.element).to.be.accessible();
    page.press('Save changes');
    expect(await page.until(page.news)).to.equal('Mine is saved as it stands here');
    expect((await keptBy(operator)).map(({ by, months }) => [by, months])).to.deep.equal([['kind', 24]]);
    expect(page.visited.at(-1)).to.equal(`/reports/${id}`);
    page.choose('by', 'site');
    await page.until(() => page.said().includes('Save as a new report'));
    page.press('Save as a new report');
    await page.until(page.form);
    page.type('Another');
    page.press('Save');
    await page.until(() => page.heading() === 'Another');
    expect((await keptBy(operator)).map(({ name, by }) => [name, by])).to.deep.equal([['Another', 'site'], ['Mine', 'kind']]);
  });

  it('gives one another name where it stands in the list', async () => {
    const { page, operator } = await openWith([{ name: 'First' }, { name: 'Second' }]);
    await page.until(() => page.reports().length === 2);
    page.pressNamed('Rename First');
    await page.until(page.form);
    expect(page.typed()).to.equal('First');
    page.type('Third');
    page.press('Save');
    expect(await page.until(page.news)).to.equal('It is called Third now');
    await page.until(() => named('Third')(page.reports()));
    expect(await page.until(page.focused)).to.equal('Rename');
    expect((await keptBy(operator)).map(({ name }) => name)).to.deep.equal(['Second', 'Third']);
  });

  it('removes one, the focus on the way back', async () => {
    const { page, operator } = await openWith([{ name: 'First' }, { name: 'Second' }]);
    await page.until(() => page.reports().length === 2);
    page.pressNamed('Remove First');
    expect(await page.until(page.news)).to.equal('First is removed');
    await page.until(() => page.reports().length === 1);
    expect(await page.until(page.focused)).to.equal('Bring it back');
    expect(await keptBy(operator)).to.have.lengthOf(1);
    await expect(page.element).to.be.accessible();
  });

  it('brings back what was removed, the focus with it', async () => {
    const { page, kept, operator } = await openWith([{ name: 'First' }, { name: 'Second' }]);
    await page.until(() => page.reports().length === 2);
    page.pressNamed('Remove First');
    await page.until(page.news);
    page.press('Bring it back');
    expect(await page.until(() => page.news() === 'First is back' && page.news())).to.equal('First is back');
    await page.until(() => page.reports().length === 2);
    expect(await page.until(page.focused)).to.equal('First');
    expect((await keptBy(operator)).map(({ id }) => id)).to.have.members(kept.map(({ id }) => id));
  });

  it('removes the one that is open and goes back to all of them', async () => {
    const { page, kept } = await openWith([{ name: 'Only' }]);
    page.element.setAttribute('report-id', kept[0]?.id ?? '');
    await page.until(() => page.heading() === 'Only' && page.said().includes('Remove'));
    page.press('Remove');
    expect(await page.until(page.news)).to.equal('Only is removed');
    expect(page.visited.at(-1)).to.equal('/reports');
    page.press('Bring it back');
    await page.until(() => page.reports().length === 1);
  });

  it('says so when removing fails, and does it again', async () => {
    const { page, operator } = await openWith([{ name: 'Stays' }]);
    await page.until(() => page.reports().length === 1);
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => (init?.method === 'DELETE' ? Promise.reject(new TypeError('connection refused')) : fetch(input, init));
    page.pressNamed('Remove Stays');
    expect(await page.until(page.problem)).to.match(/nothing happens twice/);
    globalThis.fetch = fetch;
    await expect(page.element).to.be.accessible();
    page.press('Try again');
    await page.until(() => page.news() === 'Stays is removed');
    expect(await keptBy(operator)).to.deep.equal([]);
  });

  it('shows many a few at a time', async () => {
    const { page } = await openWith(Array.from({ length: 7 }, (_, index) => ({ name: `Report ${index}` })));
    await page.until(() => page.reports().length === 5);
    page.press('Show 2 more reports');
    await page.until(() => page.reports().length === 7);
  });

  it('hears of what another tab keeps', async () => {
    const { page, operator } = await openWith([{ name: 'Here' }]);
    await page.until(() => page.reports().length === 1);
    await keep(operator, { name: 'There' });
    await page.until(() => page.reports().length === 2);
  });

  it('says that a report is not there', async () => {
    const page = await openReports(busyConsumer(), { attributes: { 'report-id': 'nowhere' } });
    expect(await page.until(page.problem)).to.equal('We cannot find this report');
    await expect(page.element).to.be.accessible();
    page.press('All reports');
    await page.until(() => page.rows().length > 0);
  });

  it('shows spending though the list cannot be had', async () => {
    const page = await openReports(busyConsumer(), { faults: on('/reports', refuse(400)) });
    await page.until(() => page.rows().length > 0);
    expect(page.said()).to.include('We cannot show your saved reports right now.');
    await expect(page.element).to.be.accessible();
  });

  it('says what happened when an open report cannot be had', async () => {
    const page = await openReports(busyConsumer(), { attributes: { 'report-id': 'r1' }, faults: on('/reports', down()) });
    expect(await page.until(page.problem)).to.equal('No connection');
    expect(page.heading()).to.equal('Reports');
    await expect(page.element).to.be.accessible();
  });

  it('shows staff what a customer keeps, and lets them change nothing', async () => {
    const { page } = await openWith([{ name: 'Theirs' }], { attributes: { mode: 'agent' } });
    await page.until(() => page.reports().length === 1 && page.rows().length > 0);
    expect(page.said()).not.to.match(/Rename|Remove|Save this/);
  });
});
