import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APIS, composeReport, Report, survey } from '@faceplate/probe';
import { rudeServer } from '@faceplate/probe/testing';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { asReported } from './as-reported.ts';
import { FAULTS, type Fault } from './faults.ts';
import { foretold } from './foretold.ts';
import { type Answers, partOf, serveLandscape } from './servers.ts';

/** What stands at an API's collections once a fault is planted, and the collection that is looked at. */
const COLLECTIONS: readonly (readonly [api: string, resource: string])[] = [
  ['TMF621', 'troubleTicket'],
  ['TMF622', 'productOrder'],
  ['TMF629', 'customer'],
  ['TMF637', 'product'],
  ['TMF678', 'customerBill'],
  ['TMF683', 'partyInteraction'],
  ['TMF623', 'sla'],
  ['TMF669', 'partyRole'],
];

/** An operator with bills and accounts, and nothing else that a customer sees. */
const SPARSE = /\/(customerBillManagement|accountManagement|party|partyRoleManagement)\/v4(\/|$)/;

/** What must be told of each landscape: the verdict of every feature Faceplate has today that is not full. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  v4: { P17: 'degraded', F03: 'unknown', S04: 'absent' },
  v5: {
    P06: 'degraded', P12: 'absent', F03: 'unknown', F04: 'absent', F07: 'absent', F09: 'absent', F10: 'absent', F11: 'absent', F16: 'absent', F18: 'degraded',
    A02: 'absent', A03: 'absent', A17: 'absent', A20: 'absent', A21: 'absent', B03: 'absent', B07: 'absent', B15: 'absent', B16: 'absent', K20: 'absent', S10: 'absent',
  },
  sparse: {
    P06: 'degraded', P12: 'absent', P17: 'absent', F01: 'absent', F02: 'absent', F03: 'absent', F04: 'absent', F05: 'absent', F06: 'absent', F07: 'absent', F08: 'absent', F09: 'absent', F10: 'absent', F11: 'absent',
    F12: 'absent', F13: 'absent', F16: 'absent', F18: 'absent', F19: 'absent', F20: 'absent', F21: 'absent', C09: 'absent', A01: 'absent', A02: 'absent', A03: 'absent', A04: 'absent', A06: 'absent', A09: 'absent',
    A10: 'absent', A11: 'absent', A16: 'absent', A17: 'absent', A18: 'absent', A19: 'absent', A20: 'absent', A21: 'absent', A22: 'absent', B03: 'absent', B04: 'absent', B05: 'absent', B07: 'absent', B15: 'absent',
    B16: 'absent', B23: 'degraded', K05: 'absent', K06: 'absent', K07: 'absent', K08: 'absent', K20: 'absent', S01: 'absent', S03: 'absent', S04: 'absent', S07: 'absent', S09: 'absent', S10: 'absent',
  },
  rude: {
    P06: 'unknown', P07: 'unknown', P09: 'unknown', P11: 'degraded', P12: 'absent', P17: 'degraded', F03: 'absent', F04: 'absent', F07: 'absent', F08: 'absent', F09: 'absent', F10: 'absent', F11: 'absent', F12: 'absent',
    F16: 'unknown', F18: 'absent', F19: 'absent', F20: 'absent', F21: 'absent', C09: 'unknown', A01: 'degraded', A02: 'absent', A03: 'absent', A04: 'degraded', A06: 'degraded', A09: 'degraded', A10: 'degraded', A11: 'degraded',
    A16: 'unknown', A17: 'absent', A19: 'degraded', A20: 'absent', A21: 'absent', A22: 'unknown', B01: 'degraded', B02: 'degraded', B03: 'absent', B04: 'degraded', B05: 'degraded', B07: 'absent', B09: 'degraded', B10: 'degraded',
    B12: 'degraded', B13: 'degraded', B14: 'degraded', B15: 'absent', B16: 'absent', B22: 'degraded', B23: 'degraded', K06: 'absent', K07: 'degraded', K08: 'absent', K20: 'absent', S04: 'absent', S10: 'absent',
  },
};

const SETTING = { timeout: 10_000, maxRequests: 4_000, concurrency: 4 };

async function reportOf(base: string, token: string, apis = APIS): Promise<Report> {
  return Report.parse(JSON.parse(JSON.stringify(composeReport(await survey({ ...SETTING, base, apis, headers: { authorization: `Bearer ${token}` } }), new Date()))));
}

interface Looked {
  readonly report: Report;
  /** A case for each feature, and one for what was sent. */
  readonly cases: (string | undefined)[];
}

/** Reads one landscape over real sockets and holds every cell against what it must be. */
async function look(name: string, answers: Answers, token: string): Promise<Looked> {
  await using landscape = await serveLandscape(answers);
  const report = await reportOf(landscape.url, token);
  const cells = report.features.filter(({ now }) => now).map(({ id, verdict }) => {
    const expected = EXPECTED[name]?.[id] ?? 'full';
    return verdict === expected ? undefined : `${name}: ${id} is ${verdict}, not ${expected}`;
  });
  const sent = [...landscape.methods].filter((method) => !['GET', 'OPTIONS', 'HEAD'].includes(method));
  const told = JSON.stringify(report).includes(token) ? `${name}: the token is in the report` : undefined;
  return { report, cases: [...cells, sent.length > 0 ? `${name}: ${sent.join(', ')} was sent` : undefined, told] };
}

/** Everything the probe says of one collection of the reference BSS, spoilt or not. */
async function toldOf(fault: Fault | undefined, [api, resource]: readonly [string, string], url: string, token: string): Promise<(string | undefined)[]> {
  const clean = partOf(url, (path) => path.includes('/v4/'));
  const spoilt = fault?.spoil(clean) ?? clean;
  await using landscape = await serveLandscape((request) => (new URL(request.url).pathname.includes(`/v4/${resource}`) ? spoilt(request) : clean(request)));
  const report = await reportOf(landscape.url, token, APIS.filter((one) => one.api === api));
  const version = report.apis[0]?.versions.find((one) => one.version === 'v4');
  const found = version?.resources.find((one) => one.resource === resource);
  return [found?.state ?? version?.standing, ...(found?.findings.map(({ id }) => id) ?? [])];
}

/** A fault must be told; where there is none, all must be good. */
async function planted(fault: Fault | undefined, collection: readonly [string, string], url: string, token: string): Promise<string | undefined> {
  const told = await toldOf(fault, collection, url, token);
  const holds = fault ? fault.tells.some((one) => told.includes(one)) : told[0] === 'good';
  return holds ? undefined : `${collection.join(' ')}, ${fault?.name ?? 'nothing wrong'}: told ${told.join(' ')}`;
}

async function faultsSeen({ seed, full, tell }: ProductProofSetting, url: string, token: string): Promise<Finding> {
  const pairs = FAULTS.flatMap((fault, index) => {
    const fit = COLLECTIONS.filter(([, resource]) => fault.only?.includes(resource) ?? true);
    const at = full ? fit : fit.slice((index + seed) % fit.length).slice(0, 1);
    return at.map((collection) => [fault, collection] as const);
  });
  const cases: (string | undefined)[] = [];
  const clean = (full ? COLLECTIONS : COLLECTIONS.slice(0, 2)).map((one) => [undefined, one] as const);
  for (const [fault, collection] of [...pairs, ...clean]) {
    cases.push(await planted(fault, collection, url, token));
    tell(`X03 ${cases.length} faults`);
  }
  return finding('probe: a fault planted in one collection is told, and of a clean one nothing', `${FAULTS.length} kinds of fault, ${pairs.length} planted, ${clean.length} clean`, cases);
}

/** Products that were given these reports: they offer what was reported, and nothing else is hidden. */
async function obeyed({ open }: ProductProofSetting, reports: Readonly<Record<string, Report>>): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'faceplate-x03-'));
  try {
    const cases: (string | undefined)[] = [];
    for (const [name, report] of Object.entries(reports)) {
      const file = join(folder, `${name}.json`);
      writeFileSync(file, JSON.stringify(report));
      const product = await open({ simulator: false, config: { capabilities: file } });
      cases.push(...(await asReported(product.url, report)).map((one) => one && `${name}: ${one}`));
      await product.stop();
    }
    return [finding('probe: the gateway and the list of portlets hide and label exactly what was reported', `${Object.keys(reports).length} reports`, cases)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The twin: a product that was given no report must be told apart from one that obeys. */
async function disobeys(url: string, report: Report): Promise<Finding> {
  const seen = (await asReported(url, report)).some((one) => one !== undefined);
  return finding('sabotage: a product that was given no report does not pass for one that heeds it', seen ? 'seen' : 'not seen', [seen ? undefined : 'it passed']);
}

export const probed: ProductProof = {
  on: 'product',
  id: 'X03',
  title: 'Tells of any TM Forum landscape how well it will work, and behaves as told',
  run: async (setting) => {
    const product = await setting.open({ simulator: false });
    const token = product.tmfToken ?? '';
    const bss = (version: string) => partOf(product.url, (path) => path.includes(`/${version}/`) || path.endsWith('/hub'));
    const looked: Record<string, Looked> = {};
    for (const [name, answers] of Object.entries<Answers>({ v4: bss('v4'), v5: bss('v5'), sparse: partOf(product.url, (path) => SPARSE.test(path)), rude: rudeServer().fetch })) {
      setting.tell(`X03 ${name}`);
      looked[name] = await look(name, answers, token);
    }
    const all = Object.values(looked);
    const told = finding('probe: every feature of today gets the verdict it deserves, from v4, v5, a sparse landscape and a rude one', `${all.length} landscapes, nothing but GET and OPTIONS sent`, all.flatMap(({ cases }) => cases));
    const faults = await faultsSeen(setting, product.url, token);
    const { sparse, rude } = looked;
    // Each of them starts a product; a short run starts one.
    const reports = { ...(setting.full && sparse && { sparse: sparse.report }), ...(rude && { rude: rude.report }) };
    const twin = rude ? [await disobeys(product.url, rude.report)] : [];
    await product.stop();
    return [told, faults, await foretold(), ...(await obeyed(setting, reports)), ...twin];
  },
};
