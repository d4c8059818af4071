import type { Facts } from '../policy/decide.ts';
import type { Refusal } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { orGap } from '../tmf/gather.ts';
import { ownRows } from '../tmf/owned.ts';
import { instant, records, text } from '../tmf/read.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { orNot } from '../visitor/bring-along.ts';
import { takenRefusal } from './taken.ts';

/** A number the operator holds for somebody who has not ordered yet. */
export interface HeldNumber {
  /** Of the reservation. */
  id: string;
  number: string;
  /** RFC 3339 in UTC. */
  until: string;
}

/** What choosing a number needs from the other side (TMF687). */
export interface NumbersBackend {
  /** Some that are free at this moment; asked again, others. */
  some(): Promise<string[]>;
  held(): Promise<HeldNumber[]>;
  /** @throws {Refusal} 409, with what is free instead, when it is somebody else's by now. */
  hold(number: string): Promise<void>;
  free(held: HeldNumber): Promise<void>;
  /** What a visitor or a person holds is for this customer's order, too. */
  handOver(held: HeldNumber, customer: TmfBody): Promise<void>;
}

const SOME = 6;
const RESOURCE = 'reserveProductStock';

const characteristic = (name: string, value: string): TmfBody => ({ name, valueType: 'string', value });

/** Everybody this caller is or was: who signed in still holds what they held as a visitor. */
const selves = ({ subject, session }: Call): string[] => [subject.sub, ...(session.guest ? [session.guest.visitor] : [])];

const taken = (number: string, free: readonly string[]): Refusal =>
  takenRefusal({ code: 'number-taken', title: `${number} is not free any more. Choose another.`, path: 'number', free: free.map((name) => ({ id: name, name })), list: 'The list of numbers shows others.' });

export function numbersBackend(call: Call): NumbersBackend {
  const client = call.tmf('TMF687');
  const mine = (body: TmfBody): Facts => ({ partyIds: selves(call).filter((id) => records(body, 'relatedParty').some((party) => text(party, 'id') === id)) });
  const party = { id: call.subject.sub, name: call.subject.name, role: 'customer', '@referredType': 'Individual' };
  const release = (id: string) => client.patch(RESOURCE, id, { reserveProductStockState: 'cancelled' });
  const some = async (): Promise<string[]> => {
    const item = { id: '1', quantityRequested: { amount: SOME }, requestedProduct: { productCharacteristic: [characteristic('resource', 'number')] } };
    // To look at them is not to hold them: they are put back at once, and whoever chooses first has one.
    const found = await call.question('TMF687').post(RESOURCE, { relatedParty: [party], reserveProductStockItem: [item] });
    await orNot(release(text(found, 'id') ?? ''));
    return numbersIn(found);
  };
  return {
    some,
    held: async () => {
      const { rows } = await ownRows(call, 'TMF687', RESOURCE, { by: 'relatedParty.id', ids: selves(call) }, { facts: mine, action: 'cart.read', query: { reserveProductStockState: 'accepted' }, limit: 200 });
      return rows.flatMap((body) => heldIn(body, call.clock()));
    },
    hold: async (number) => {
      const item = { id: '1', requestedProduct: { productCharacteristic: [characteristic('identifier', number)] } };
      try {
        await client.post(RESOURCE, { relatedParty: [party], reserveProductStockItem: [item] });
      } catch (error) {
        if (!(error instanceof UpstreamProblem) || error.fault !== 'refused' || error.status !== 409) throw error;
        throw taken(number, (await orGap('TMF687', some())).value ?? []);
      }
    },
    free: ({ id }) => orNot(release(id)),
    handOver: async ({ id }, customer) => {
      const parties = [party, ...(customer['id'] === party.id ? [] : [customer])];
      await client.patch(RESOURCE, id, { relatedParty: parties });
    },
  };
}

const numbersIn = (reservation: TmfBody): string[] => records(reservation, 'reserveProductStockItem').flatMap((item) => records(item, 'reservedProduct').flatMap((product) => text(product, 'name') ?? []));

function heldIn(body: TmfBody, now: Date): HeldNumber[] {
  const [id, until] = [text(body, 'id'), instant(body, 'reservedUntil')];
  if (id === undefined || until === undefined || Date.parse(until) <= now.getTime() || text(body, 'reserveProductStockState') !== 'accepted') return [];
  return numbersIn(body).map((number) => ({ id, number, until }));
}
