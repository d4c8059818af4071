import type { ServiceLevelCell, ServiceLevelDetail, ServiceLevelGrid } from '@faceplate/contracts';
import { Visitor } from '../../product/visitor.ts';
import { type Finding, finding } from '../proof.ts';
import { auditOf } from './auditor.ts';

const MONTHS = 13;
const PEOPLE = ['ada', 'bilal', 'chiara'] as const;
/** So many credits are opened on screen by a short run. */
const SOME = 6;

type Row = Record<string, string>;
type Rows = ReadonlyMap<string, ServiceLevelCell>;

async function read<Body>(visitor: Visitor, path: string): Promise<Body> {
  const { status, text } = await visitor.call('GET', path);
  if (status !== 200) throw new Error(`${path}: ${status} ${text.slice(0, 200)}`);
  return JSON.parse(text) as Body;
}

/** Every cell on the screen, by service and month. */
async function screenOf(visitor: Visitor): Promise<Rows> {
  const cells = new Map<string, ServiceLevelCell>();
  for (let cursor: string | undefined = ''; cursor !== undefined; ) {
    const { rows, next }: ServiceLevelGrid = await read<ServiceLevelGrid>(visitor, `/service-levels?months=${MONTHS}&limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { service, cells: all } of rows) for (const cell of all) cells.set(`${service.id} ${cell.month}`, cell);
    cursor = next;
  }
  return cells;
}

/** What a cell has that the table says otherwise. The running month moves on between two looks: it lies between them. */
function differs(row: Row, before: ServiceLevelCell | undefined, after: ServiceLevelCell | undefined): string | undefined {
  if (!before || !after) return 'it is not on the screen';
  const excluded = Number(row['maintenance_seconds']) + Number(row['waiting_seconds']);
  const pairs: readonly (readonly [string, number, number, number])[] = [
    ['down', before.downSeconds, Number(row['down_seconds']), after.downSeconds],
    ['counted', before.countedSeconds, Number(row['counted_seconds']), after.countedSeconds],
    ['left out', before.excludedSeconds, excluded, after.excludedSeconds],
    ['not measured', before.unknownSeconds, Number(row['unknown_seconds']), after.unknownSeconds],
  ];
  const wrong = pairs.find(([, least, value, most]) => !(least <= value && value <= most));
  if (wrong) return `${wrong[0]}: ${wrong[2]} in the table, ${wrong[1]} to ${wrong[3]} on the screen`;
  return [before.state, after.state].includes(row['state'] as ServiceLevelCell['state']) ? undefined : `${row['state']} in the table, ${after.state} on the screen`;
}

const named = (row: Row, wrong: string | undefined): string | undefined => wrong && `${row['name']}, ${row['month']}: ${wrong}`;

/** One after another, as a person opens them. */
async function creditsShown(visitor: Visitor, rows: readonly Row[]): Promise<(string | undefined)[]> {
  const cases = noCases();
  for (const row of rows) {
    const { credit } = await read<ServiceLevelDetail>(visitor, `/service-levels/${row['service']}/${row['month']}`);
    const shown = credit?.working && (credit.working.amount.amount / 100).toFixed(2);
    cases.push(named(row, shown === row['credit'] ? undefined : `${row['credit']} in the table, ${shown} on the screen`));
  }
  return cases;
}

/** The same table with one outage a minute longer: whoever reckons it again has to see that. */
function tampered(csv: string): string {
  const line = csv.split('\r\n').find((one) => one.startsWith('"interval"') && /,"outage",/.test(one) && /Z","\d{4}-/.test(one)) ?? '';
  const longer = line.replace(/,("\d{4}[^"]*Z"),("[^"]*Z"),"outage"/, (_, from: string, to: string) => `,${from},"${new Date(Date.parse(to.replaceAll('"', '')) + 60_000).toISOString()}","outage"`);
  return csv.replace(line, longer);
}

const noCases = (): (string | undefined)[] => [];

/** Reckons the exported tables of the demo world's people again, and holds them against the screen. */
export async function audits(url: string, full: boolean): Promise<Finding[]> {
  const [reckoned, shown, credits, caught] = [noCases(), noCases(), noCases(), noCases()];
  for (const name of PEOPLE) {
    const visitor = await Visitor.signIn(url, name);
    const before = await screenOf(visitor);
    const { status, text: csv } = await visitor.call('GET', `/service-levels/export.csv?months=${MONTHS}`);
    const after = await screenOf(visitor);
    if (status !== 200 || before.size === 0) continue;
    const { audited, rows } = auditOf(csv);
    reckoned.push(...audited.map(({ service, month, wrong }) => (wrong.length > 0 ? `${service}, ${month}: ${wrong.join('; ')}` : undefined)));
    shown.push(...rows.map((row) => named(row, differs(row, before.get(`${row['service']} ${row['month']}`), after.get(`${row['service']} ${row['month']}`)))));
    const given = rows.filter((row) => row['credit'] !== '' && row['month'] !== rows.at(-1)?.['month']);
    credits.push(...(await creditsShown(visitor, full ? given : given.slice(0, SOME))));
    caught.push(auditOf(tampered(csv)).audited.some(({ wrong }) => wrong.length > 0) ? undefined : `${name}: a minute more went unseen`);
  }
  return [
    finding('months reckoned again from the table alone', `${reckoned.length} months`, reckoned),
    finding('months on the screen as in the table', `${shown.length} months`, shown),
    finding('credits on the screen as in the table', `${credits.length} credits`, credits),
    finding('tables with a minute more are caught', `${caught.length} tables`, caught),
  ];
}
