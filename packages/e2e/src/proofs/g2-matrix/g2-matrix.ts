import { sabotaged } from '../../product/sabotage.ts';
import { type Finding, finding, notShown, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { assign } from './mass-assignment.ts';
import { walk } from './matrix.ts';

const GATEWAY = 'packages/gateway/src';

/** One defence of each kind that the matrix must miss: a rule opened, a right taken, a field let out, a body taken as it is. */
const CUTS = [
  { file: `${GATEWAY}/policy/actions.ts`, text: "'customer.find': { personas: staff", instead: "'customer.find': { personas: everyone" },
  { file: `${GATEWAY}/policy/actions.ts`, text: 'viewer: [...bills],', instead: 'viewer: [],' },
  { file: `${GATEWAY}/policy/project.ts`, text: 'if (!guarded || !isObject(answer)) return answer;', instead: 'return answer;' },
  { file: 'shared/contracts/src/ticket.ts', text: 'export const TicketRequest = z.object({', instead: 'export const TicketRequest = z.looseObject({' },
  { file: `${GATEWAY}/tickets/ticket-bodies.ts`, text: '    externalId,', instead: '    ...request, externalId,' },
];

async function twin({ open, tell, seed }: ProductProofSetting): Promise<Finding> {
  tell('G2 with defences cut');
  const product = await open({ simulator: false, env: sabotaged(...CUTS) });
  const { functions, fields } = await walk(product, ['owner', 'viewer', 'granted-bills']);
  const { kept, altered } = await assign(product, { full: false, seed, only: { operation: 'POST /tickets', property: 'priority' } });
  await product.stop();
  const seen = (cases: readonly (string | undefined)[], text: string) => cases.some((one) => one?.includes(text));
  const missed = (what: string, isSeen: boolean) => (isSeen ? undefined : `${what}: nothing noticed`);
  return finding('Sabotage: a rule opened, a right taken, a field let out, a body taken as it is', 'each is seen', [
    missed('a rule opened', seen(functions, 'owner: POST /customers/find is allowed')),
    missed('a right taken', seen(functions, 'viewer: GET /bills is denied')),
    missed('a field let out', seen(fields, 'granted-bills: GET /bills/:billId shows charges.*.service')),
    missed('a name stored', seen(kept, 'POST /tickets priority was stored')),
    missed('a record altered', altered.some((one) => one !== undefined)),
  ]);
}

/** `owner: GET /orders` and `admin: GET /orders` → `GET /orders (owner, admin)` */
const byRoute = (cells: readonly string[]): string =>
  [...Map.groupBy(cells, (cell) => cell.slice(cell.indexOf(': ') + 2))].map(([route, some]) => `${route} (${some.map((cell) => cell.slice(0, cell.indexOf(': '))).join(', ')})`).join('; ');

/** security.md G2. */
export const matrix: ProductProof = {
  on: 'product',
  id: 'G2',
  title: 'Everybody may do what the reviewed table says, and nothing else',
  run: async (setting) => {
    const product = await setting.open({ simulator: false });
    setting.tell('G2 function and field matrix');
    const { functions, fields, empty } = await walk(product);
    setting.tell('G2 mass assignment');
    const { kept, altered, sweptRecords, accepted } = await assign(product, setting);
    await product.stop();
    return [
      finding('Function matrix: every route × 13 kinds of caller as reviewed', '0 unexpected allows, 0 unexpected denies', functions),
      finding('Field matrix: guarded fields leave only for whom they may', '0 shown or hidden against the table', fields),
      finding('Mass assignment: each writable operation × each name that is not the caller’s', `0 stored, 0 told back; ${accepted} done without it, the rest refused; ${sweptRecords} records looked through`, kept),
      finding('A thief’s body makes the same record as an honest one', 'alike but for ids and moments', altered),
      ...(empty.length > 0 ? [notShown('Cells without a record to ask for', byRoute(empty))] : []),
      await twin(setting),
    ];
  },
};
