import { apiRoutes, type Route } from '@faceplate/gateway';
import { type Finding, finding, type ProductProof, type ProductProofSetting } from '../proof.ts';
import { type House, openHouse } from './actors.ts';
import { walk } from './matrix.ts';
import { mutants, Watch } from './mutants.ts';
import { overTheWire } from './over-the-wire.ts';

const CUSTOMERS = 16;

/** So many things of a kind, spread over all whose they are. */
const picking = (house: House, most: number) => {
  const byKind = Map.groupBy<string, { resource: string; body: { id: string } }>([...house.canaries.records, ...house.canaries.reports], ({ resource }) => resource);
  return (kind: string): string[] => {
    const all = (byKind.get(kind) ?? []).map(({ body }) => body.id);
    const step = Math.max(1, Math.floor(all.length / most));
    return all.filter((_, index) => index % step === 0).slice(0, most);
  };
};

/** Whole sessions are ended by these; they name nothing. */
const askable = apiRoutes.filter(({ method, path }) => !['DELETE /sessions', 'DELETE /acting', 'DELETE /visitor'].includes(`${method} ${path}`));

const gives = ({ policy: { action } }: Route): boolean => action === 'grant.give';

async function matrix({ seed, full, tell }: ProductProofSetting, heedless: boolean): Promise<Finding> {
  tell(`matrix, ${heedless ? 'a heedless' : 'an honest'} upstream`);
  const house = await openHouse({ seed, customers: CUSTOMERS, heedless });
  const outcomes = await walk(house, { routes: askable.filter((route) => !gives(route)), pick: picking(house, full ? 8 : 1), brief: !full });
  // Who is granted something may see it from then on: these ask in a house of their own, where nobody looks at anything.
  const other = await openHouse({ seed, customers: CUSTOMERS, heedless });
  outcomes.push(...(await walk(other, { routes: askable.filter(gives), pick: picking(other, full ? 8 : 1) })));
  const own = outcomes.filter((one) => one.own).length;
  const leaks = outcomes.map(({ leak }) => leak);
  // A matrix in which nobody gets anything would have no leaks either.
  const dead = own > 0 ? undefined : 'nobody was answered with what is theirs';
  const what = `every route × ${house.actors.length} actors × relations × positions, upstream ${heedless ? 'that heeds no filter' : 'as it should be'}`;
  return finding(what, `${leaks.filter(Boolean).length} leaks; ${own} answers with one's own`, [...leaks, ...(dead === undefined ? [] : [dead])]);
}

async function again({ seed, full, tell }: ProductProofSetting): Promise<Finding> {
  tell('denied, twenty times at once');
  const house = await openHouse({ seed, customers: CUSTOMERS, heedless: false });
  const routes = askable.filter(({ path, method }) => method === 'GET' && path.includes(':'));
  const actors = house.actors.filter(({ name }) => (full ? true : ['consumer', 'branch admin', 'revoked'].includes(name)));
  const outcomes = await walk(house, { routes: full ? routes : routes.slice(0, 2), pick: picking(house, 1), actors, repeat: 20 });
  return finding('each denied question 20 times at once: denied each time', `${outcomes.length} answers`, outcomes.map(({ leak }) => leak));
}

async function sabotage({ seed, full, tell }: ProductProofSetting): Promise<Finding> {
  const { all, unseen } = mutants();
  const chosen = full ? all : all.filter((_, index) => index % 10 === seed % 10);
  const watchOver = async (heedless: boolean) => {
    const house = await openHouse({ seed, customers: CUSTOMERS, heedless });
    return new Watch(house, picking(house, 1));
  };
  const [honest, heedless] = [await watchOver(false), await watchOver(true)];
  const cases: (string | undefined)[] = [];
  for (const mutant of chosen) {
    tell(`switched off: ${mutant.name}`);
    cases.push(await (mutant.behind ? heedless : honest).unnoticed(mutant));
  }
  return finding('every policy switched off once is noticed', `${cases.filter((one) => !one).length} of ${chosen.length} noticed; ${unseen.length} more stand behind another lock, or have no route yet`, cases);
}

/** security.md G1. In process, for its number; and over the wire on the running product, for its truth. */
export const nothingForeign: ProductProof = {
  on: 'product',
  id: 'G1',
  title: 'Nobody sees what is not theirs',
  run: async (setting) => [await matrix(setting, false), await matrix(setting, true), await again(setting), await sabotage(setting), await overTheWire(setting)],
};
