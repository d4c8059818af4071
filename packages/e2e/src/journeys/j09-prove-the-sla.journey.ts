import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Bill, PlannedWorkList, ServiceLevelColumns, ServiceLevelDetail } from '@faceplate/contracts';
import { pdfTexts } from '@faceplate/gateway/testing';
import { cents } from '../pages/bill.page.ts';
import { LevelsPage } from '../pages/levels.page.ts';
import { told } from '../pages/told.ts';
import { textOf } from '../pages/watch.ts';
import { Machine } from '../product/machine.ts';
import { Visitor } from '../product/visitor.ts';
import { auditOf } from '../proofs/x06-service-levels/auditor.ts';
import type { Journey } from './journey.ts';
import { manyServices } from './many-services.ts';

const SERVICES = 40;
/** A share that is cut, not rounded: three digits of the per cent. */
const percentOf = ({ countedSeconds, downSeconds }: ServiceLevelDetail['cell']): string => {
  const cut = Math.floor(((countedSeconds * 100 - Math.round(downSeconds * 100)) * 1_000) / countedSeconds);
  return `${Math.floor(cut / 1_000)}.${String(cut % 1_000).padStart(3, '0')}%`;
};

/** The months of a row that are in a state, by their place. */
const monthsIn = ({ states, months }: ServiceLevelColumns, row: number, letter: string): string[] =>
  months.filter((_, column) => states[row * months.length + column] === letter);

/** A month that is over, was missed, and says what the wish wants. */
async function missedMonth(view: LevelsPage, wish: (detail: ServiceLevelDetail) => boolean): Promise<{ service: string; month: string; detail: ServiceLevelDetail }> {
  const columns = await view.columns();
  for (const [row, service] of columns.services.id.entries()) {
    for (const month of monthsIn(columns, row, 'm').filter((one) => one !== columns.months.at(-1))) {
      const detail = await view.detail(service, month);
      if (wish(detail)) return { service, month, detail };
    }
  }
  throw new Error('no month is like that');
}

/** The last weekday of the month before this one, as `2026-10-30`. */
function lastWeekday(now = new Date()): string {
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** features.md J09: a business admin proves what was promised, and collects. */
export const journey: Journey = {
  id: 'J09',
  title: 'Prove the SLA and collect',
  simulator: false,
  config: { bss: { levers: true } },
  walk: async (stage) => {
    const { product } = stage;
    if (!product.tmfToken) {
      stage.skip('J09', 'the BSS’s secret is needed to make forty services at FACEPLATE_URL');
      return;
    }
    const machine = new Machine(product);
    const portal = await stage.signedIn('bilal');
    const view = new LevelsPage(portal.page, product.url);
    const before = await view.columns();
    const [sla] = await machine.read<{ relatedParty: { id: string }[] }[]>(`slaManagement/v4/sla?relatedEntity.id=${before.services.id[0]}`);
    const { special } = await manyServices(machine, sla?.relatedParty[0]?.id ?? '', before.services.id.length, SERVICES);
    const day = lastWeekday();
    // Half an hour before lunch and half an hour of it; four minutes are too short; an hour in which it was only slow.
    await machine.pull(`products/${special}/samples`, { from: `${day}T09:30:00Z`, everySeconds: 1_800, samples: 'xxxx' });
    await machine.pull(`products/${special}/samples`, { from: `${day}T13:00:00Z`, everySeconds: 60, samples: '.xxxx.' });
    await machine.pull(`products/${special}/samples`, { from: `${day}T14:00:00Z`, everySeconds: 1_800, samples: '44' });

    let asked = { service: '', month: '', amount: 0 };

    await stage.step('1. forty services, my own alone, target and what was kept, the worst first', async () => {
      await view.openGrid();
      const columns = await view.columns();
      const { id, name } = columns.services;
      assert.equal(id.length, SERVICES);
      assert.equal(await view.grid.locator('table').getAttribute('aria-rowcount'), String(SERVICES + 1));
      const missed = id.map((_, row) => monthsIn(columns, row, 'm').length);
      assert.deepEqual(missed, missed.toSorted((one, other) => other - one));
      assert.ok((missed[0] ?? 0) > 0);
      const first = view.grid.locator('tbody tr').first();
      assert.match(await textOf(first.locator('th')), new RegExp(`^${name[0]}`));
      assert.match(await textOf(first.locator('td').first()), /\d\d(\.\d+)?%$/);
      const ada = (JSON.parse((await (await Visitor.signIn(product.url, 'ada')).call('GET', '/service-levels/grid?months=12')).text) as ServiceLevelColumns).services.id;
      assert.ok(ada.length > 0 && ada.every((one) => !id.includes(one)));
      // By the keyboard alone to the last of them.
      await view.grid.locator('[tabindex="0"]').focus();
      await portal.page.keyboard.press('Control+End');
      await view.grid.locator(`[data-place="${SERVICES - 1}-11"]:focus`).waitFor();
    });

    await stage.step('2. a breach down to its intervals: planned work, waiting and service hours are marked, and their sum is the figure', async () => {
      const { service, month } = await missedMonth(view, ({ cell }) => (cell.maintenanceSeconds ?? 0) > 0 && (cell.waitingSeconds ?? 0) > 0).catch(() =>
        missedMonth(view, ({ cell }) => (cell.maintenanceSeconds ?? 0) > 0),
      );
      for (const [where, when] of [[service, month], [special, day.slice(0, 7)]] as const) {
        await view.openGrid();
        const { cell, intervals } = await view.detail(where, when);
        await view.drill(where, when);
        assert.equal(await view.figure(), percentOf(cell));
        const down = intervals.reduce((sum, { downSeconds }) => sum + downSeconds, 0);
        assert.equal(Math.round(down * 100), Math.round(cell.downSeconds * 100));
        const facts = await view.facts();
        assert.equal(facts.get('Down'), await textOf(view.portlet.locator('fp-sla-detail [part="sum"]')));
        assert.equal(facts.has('Planned work'), (cell.maintenanceSeconds ?? 0) > 0);
        assert.equal(facts.has('Waiting for you'), (cell.waitingSeconds ?? 0) > 0);
        assert.equal(facts.has('Outside service hours'), (cell.outsideSeconds ?? 0) > 0);
        for (const { from, to, parts = [] } of intervals) assert.equal(parts.reduce((sum, { seconds }) => sum + seconds, 0), (Date.parse(to) - Date.parse(from)) / 1000);
        assert.equal(await view.portlet.locator('fp-sla-detail tbody tr').count(), intervals.length);
      }
      const said = await textOf(view.portlet.locator('fp-sla-detail .stack').first());
      assert.match(said, /Counts Mon, Tue, Wed, Thu, Fri, 08:00–12:00; Mon, .*13:00–18:00/);
      await view.portlet.locator('summary', { hasText: 'Where every second went' }).click();
      const parts = await textOf(view.portlet.locator('[part="parts"]'));
      for (const words of ['outside service hours', 'too short to count', 'Slower than promised']) assert.ok(parts.includes(words), words);
    });

    await stage.step('3. the budget: what is left, how fast it goes, and when it is spent at this pace', async () => {
      const columns = await view.columns();
      const month = columns.months.at(-1) ?? '';
      const place = columns.down.at.find((one) => one % columns.months.length === columns.months.length - 1);
      assert.ok(place !== undefined, 'nothing was down this month');
      const service = columns.services.id[Math.floor(place / columns.months.length)] ?? '';
      const { budget } = await view.detail(service, month);
      await view.openGrid();
      await view.drill(service, month);
      const facts = await view.facts('[part="budget"] .facts');
      assert.ok(facts.has('Used so far') && facts.has('Pace') && (facts.has('Left') || facts.has('Too much by')));
      assert.ok(budget && budget.usedSeconds > 0 && budget.burnRate !== undefined);
      const words = await textOf(view.portlet.locator('[part="budget"]'));
      assert.equal(words.includes('At this pace nothing is left'), budget.spentAt !== undefined);
    });

    await stage.step('4. a credit: steps, cap and evidence, claimed by one tap, granted by the operator’s own books', async () => {
      const { service, month, detail } = await missedMonth(view, ({ credit }) => credit?.state === 'claimable');
      const { working } = detail.credit ?? {};
      assert.ok(working);
      await view.openGrid();
      await view.drill(service, month);
      const steps = await textOf(view.portlet.locator('[part="working"]'));
      assert.match(steps, /Step reached/);
      const claim = view.portlet.locator('[data-claim]');
      assert.equal(cents(await textOf(claim)), working.amount.amount);
      await claim.click();
      await view.portlet.getByText(/was given back/).waitFor();
      const granted = (await view.detail(service, month)).credit;
      assert.deepEqual([granted?.state, granted?.granted], ['granted', working.amount]);
      // What the operator's books say is what stood on the screen before.
      const [violation] = (await machine.read<{ credit?: { state: string; amount: { value: number } }; validFor: { startDateTime: string }; relatedEntity: { id: string }[] }[]>(`slaManagement/v4/slaViolation?relatedEntity.id=${service}&limit=100`)).filter(({ credit }) => credit?.state === 'granted' && Math.round(credit.amount.value * 100) === working.amount.amount);
      assert.ok(violation);
      asked = { service, month, amount: working.amount.amount };
    });

    await stage.step('5. planned work in a freeze week: asked to move it, answered, and the calendar follows', async () => {
      const { items } = await told<PlannedWorkList>(portal.page, '/service-levels/planned-work');
      const work = items.find(({ state, mayObject }) => state === 'planned' && mayObject === true);
      assert.ok(work, 'nothing is planned that could be moved');
      const dayOf = (instant: string, days = 0) => new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10);
      await view.open('/planned-work');
      await view.portlet.locator('#freeze-from').fill(dayOf(work.from, -1));
      await view.portlet.locator('#freeze-to').fill(dayOf(work.to, 1));
      await view.portlet.locator('#freeze-reason').fill('Our sale week');
      await view.portlet.locator('form[data-freeze-form] button').click();
      await view.portlet.locator('li[data-freeze]').first().waitFor();
      const row = view.portlet.locator(`li[data-work="${work.id}"]`);
      await row.locator('[part="conflict"]').first().waitFor();
      await row.locator('summary', { hasText: 'Ask to have it moved' }).click();
      await row.locator(`#words-${work.id}`).fill('The shops sell most in that week.');
      await row.getByRole('button', { name: 'Send the wish' }).click();
      await row.getByText('You asked to have it moved').waitFor();
      const start = new Date(Date.parse(work.from) + 14 * 86_400_000).toISOString();
      await machine.pull(`maintenance/${work.id}/answer`, { reason: 'We come two weeks later.', start });
      await view.open('/planned-work');
      await view.portlet.locator(`li[data-work="${work.id}"]`).getByText('Moved, as you asked').waitFor();
      const calendar = await portal.page.evaluate(async () => (await fetch('/api/v1/service-levels/planned-work/calendar.ics', { headers: { 'x-fp-csrf': '1' } })).text());
      assert.ok(calendar.replaceAll(/\r\n /g, '').includes(start.replaceAll(/[-:]|\.\d+/g, '')), 'the calendar still has the old day');
    });

    await stage.step('6. the pack: paper, table and screen say the same, and a script that knows nothing of ours reckons it again', async () => {
      const columns = await view.columns();
      const month = columns.months.at(-2) ?? '';
      await view.openGrid();
      const [csvFile] = await Promise.all([portal.page.waitForEvent('download'), view.portlet.getByRole('button', { name: /CSV/ }).click()]);
      const csv = readFileSync(await csvFile.path(), 'utf8');
      const { audited, rows } = auditOf(csv);
      assert.equal(audited.length, SERVICES * 12);
      assert.deepEqual(audited.flatMap(({ service, wrong }) => wrong.map((one) => `${service}: ${one}`)), []);
      await view.drill(columns.services.id[0] ?? '', month);
      const [pdfFile] = await Promise.all([portal.page.waitForEvent('download'), view.portlet.getByRole('button', { name: /PDF/ }).click()]);
      // Words break over lines there.
      const paper = pdfTexts(new Uint8Array(readFileSync(await pdfFile.path()))).join('\n').replaceAll(/\s/g, '');
      const says = (words: string) => paper.includes(words.replaceAll(/\s/g, ''));
      for (const row of rows.filter((one) => one['month'] === month)) {
        const shown = await view.detail(row['service'] ?? '', month);
        assert.deepEqual([row['down_seconds'], row['counted_seconds'], row['state']], [String(shown.cell.downSeconds), String(shown.cell.countedSeconds), shown.cell.state]);
        assert.ok(says(row['name'] ?? ''), `${row['name']} is not on the paper`);
        assert.ok(says(`${row['availability_percent']} %`), `${row['availability_percent']} is not on the paper`);
      }
    });

    await stage.step('4. and when the month is billed, the line of the bill leads back and has that amount', async () => {
      const { service, month, amount } = asked;
      const inventory = await machine.read<{ billingAccount: { id: string } }>(`productInventory/v4/product/${service}`);
      // The running month has to end before a run bills it.
      const now = new Date();
      const end = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 6);
      await machine.pull('clock', { advanceSeconds: Math.ceil((end - +now) / 1000) });
      await machine.pull('bill-cycles', { account: inventory.billingAccount.id });
      const { credit } = await view.detail(service, month);
      assert.ok(credit?.billId && credit.chargeId);
      await view.open(`/${service}/${month}`);
      await view.portlet.getByRole('button', { name: 'Show it on the bill' }).click();
      await portal.page.waitForURL(new RegExp(`/bills/${credit.billId}`));
      const bill = await told<Bill>(portal.page, `/bills/${credit.billId}`);
      const line = bill.charges.find(({ id }) => id === credit.chargeId);
      assert.deepEqual([line?.reason?.kind, line?.gross ? -line.gross.amount : amount], ['service-level', amount]);
    });
  },
};
