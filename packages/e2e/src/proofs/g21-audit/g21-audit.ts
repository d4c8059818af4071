import type { Answer } from '../../product/visitor.ts';
import { sabotaged } from '../../product/sabotage.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { type Cast, castOf } from './cast.ts';
import { acting, acts, type Deed, endings, type Expected, refusals, scraping, signOns, tooMuch } from './deeds.ts';
import { oneByteEdits } from './edits.ts';
import { embedding } from './embedding.ts';
import { type Kept, TrailTable } from './trail-table.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SLACK_MS = 10_000;

function wrongIn(record: Kept, expected: Expected, answer: Answer | undefined, began: number): string[] {
  const wrong = Object.entries(expected).flatMap(([name, value]) => {
    const kept = record[name as keyof Expected];
    return kept === value ? [] : [`${name} is ${kept}, not ${value}`];
  });
  const at = Date.parse(record.at);
  if (!(at >= began - SLACK_MS && at <= Date.now() + SLACK_MS)) wrong.push(`time is ${record.at}`);
  const trace = answer && String(answer.headers['x-request-id']);
  if (trace === undefined ? !UUID.test(record.trace) : record.trace !== trace) wrong.push(`trace is ${record.trace}, not ${trace}`);
  return wrong;
}

/** Does it, and looks for its one record. */
async function tried(deed: Deed, cast: Cast, table: TrailTable): Promise<string | undefined> {
  const before = await table.last();
  const began = Date.now();
  const { answer, expected } = await deed.act(cast);
  const all = await table.after(before);
  // What led to the deed leaves records of its own, each told by its trace.
  const records = all.filter(({ trace, action }) => (answer ? trace === answer.headers['x-request-id'] : action === expected.action));
  const [record] = records;
  const status = answer ? ` after ${answer.status}` : '';
  if (!record || records.length > 1) return `${deed.kind}: ${records.length} records${status}`;
  const wrong = wrongIn(record, expected, answer, began);
  return wrong.length === 0 ? undefined : `${deed.kind}${status}: ${wrong.join('; ')}`;
}

async function eachOnce(cast: Cast, table: TrailTable, deeds: readonly Deed[], tell: (text: string) => void): Promise<(string | undefined)[]> {
  const cases: (string | undefined)[] = [];
  for (const deed of deeds) {
    tell(`G21 ${deed.kind}`);
    cases.push(await tried(deed, cast, table).catch((cause: unknown) => `${deed.kind}: ${String(cause)}`));
  }
  return cases;
}

const OWN = ['/session', '/accounts', '/bills', '/orders', '/products', '/offers', '/tickets', '/service-levels', '/interactions', '/cart', '/access-log', '/grants', '/sessions'];

/** People at their own things leave nothing behind. */
async function unseen({ ada }: Cast, table: TrailTable): Promise<(string | undefined)[]> {
  const cases: (string | undefined)[] = [];
  for (const path of OWN) {
    const before = await table.last();
    const { status } = await ada.call('GET', path);
    const more = (await table.last()) - before;
    cases.push(status === 200 && more === 0 ? undefined : `GET ${path}: ${status}, ${more} records`);
  }
  return cases;
}

/** The customer reads what the agent did, with reason and consent, on one line. */
async function readable({ ada, ids }: Cast): Promise<string | undefined> {
  const { text } = await ada.call('GET', '/access-log?limit=200');
  const { items } = JSON.parse(text) as { items: { who: string; actor: string; action: string; reason?: string; consent?: string }[] };
  const looked = items.find(({ who, action, actor }) => who === 'agent' && action === 'bill.read' && actor === ids.daniel);
  if (!looked) return 'the access log does not show that an agent looked at a bill';
  return looked.reason === String.raw`Asked about a bill\u000d\u000aforged: line` && looked.consent === 'customer-present' ? undefined : `the access log shows ${JSON.stringify(looked)}`;
}

/** Of `EVENTS`, what cannot be made here. */
const UNSEEN = ['session.unknown-person', 'session.step-up-refused', 'session.ended-by-provider', 'session.refresh-refused', 'trail.pruned'];

const DEEDS = [...signOns, ...embedding(), ...acts, ...refusals, ...acting, tooMuch, scraping, ...endings];

async function driven({ tell }: ProductProofSetting, cast: Cast, table: TrailTable): Promise<Finding[]> {
  const own = await unseen(cast, table);
  const cases = await eachOnce(cast, table, DEEDS.filter(({ kind }) => !kind.startsWith('session.end')), tell);
  const shown = await readable(cast);
  cases.push(...(await eachOnce(cast, table, endings, tell)), shown);
  return [
    finding('Each kind of event leaves exactly one record, all of it right', `${DEEDS.length} deeds`, cases),
    finding('People who read their own data leave none', `${own.length} reads`, own),
    notShown(`Kinds that no well-behaved provider makes: ${UNSEEN.join(', ')}`, 'They need a provider that lies, or a year to pass: the tests of sign-on and of the trail make them.'),
  ];
}

async function spoiled({ seed, full, tell }: ProductProofSetting, table: TrailTable): Promise<Finding[]> {
  const verifier = await table.verifier();
  const { records, faults } = await verifier.verify();
  const count = full ? 1_000 : 200;
  tell(`G21 ${count} edits of ${records} records`);
  const missed = await oneByteEdits(table, verifier, { count, seed });
  const after = await verifier.verify();
  const sound = [faults, after.faults].map((some) => (some.length === 0 ? undefined : `sound trail called ${JSON.stringify(some.slice(0, 3))}`));
  // The twin: a verifier that does not look at the chain.
  const blind = { verify: () => Promise.resolve({ records, pruned: 0, faults: [] }) };
  const unseenEdits = await oneByteEdits(table, blind, { count: 5, seed });
  return [
    finding('Every edit of one byte in the trail is found', `${count} edits, ${records} records`, [...Array.from({ length: count }, (_, index) => missed[index]), ...sound]),
    finding('Twin: with the chain unchecked, edits pass and are noticed here', `${unseenEdits.length} of 5 noticed`, [unseenEdits.length === 5 ? undefined : 'the proof does not see a blind verifier']),
  ];
}

/** A product that keeps no record of what calls do must fail this proof. */
async function mute(setting: ProductProofSetting, databaseUrl: string): Promise<Finding> {
  const cut = { file: 'gateway/src/routing/record.ts', text: 'await audit.record(entryOf(outcome, options.clock()));', instead: '' };
  const product = await setting.open({ simulator: false, env: { DATABASE_URL: databaseUrl, ...sabotaged(cut) } });
  await using table = await TrailTable.open(databaseUrl);
  const cast = await castOf(product);
  const cases = await eachOnce(cast, table, [...acts.slice(0, 2), ...refusals.slice(0, 2)], setting.tell);
  await product.stop();
  const noticed = cases.filter((one) => one !== undefined).length;
  return finding('Twin: a gateway that writes no record is noticed', `${noticed} of ${cases.length} deeds`, [noticed === cases.length ? undefined : 'a deed without a record passed']);
}

async function prove(setting: ProductProofSetting): Promise<readonly Finding[]> {
  const { databaseUrl, open } = setting;
  if (databaseUrl === undefined) return [notShown('The audit trail, looked at from outside', 'There is no Postgres on this machine: the embedded database cannot be looked into while the product runs.')];
  const product = await open({ simulator: false, config: { limits: { factor: 1 } }, env: { DATABASE_URL: databaseUrl } });
  const findings: Finding[] = [];
  {
    await using table = await TrailTable.open(databaseUrl);
    findings.push(...(await driven(setting, await castOf(product), table)), ...(await spoiled(setting, table)));
  }
  await product.stop();
  return [...findings, await mute(setting, databaseUrl)];
}

export const auditTrail: ProductProof = { on: 'product', id: 'G21', title: 'Every act leaves one record that cannot be changed unseen', run: prove };
