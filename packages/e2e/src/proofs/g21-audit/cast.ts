import { randomUUID } from 'node:crypto';
import { Machine, type TmfResource } from '../../product/machine.ts';
import type { RunningProduct } from '../../product/running-product.ts';
import { type Answer, Visitor } from '../../product/visitor.ts';

/** Who acts in this proof, and on what. */
export interface Cast {
  readonly product: RunningProduct;
  readonly ada: Visitor;
  readonly bilal: Visitor;
  readonly daniel: Visitor;
  /** Party ids. */
  readonly ids: { readonly ada: string; readonly bilal: string; readonly daniel: string };
  readonly mail: { readonly ada: string; readonly bilal: string };
  /** Things of Ada's, and one of Bilal's. */
  readonly things: { readonly product: string; readonly bill: string; readonly ticket: string; readonly theirBill: string; readonly account: string };
}

/** An answer's JSON, as far as this proof reads it. */
export interface Body {
  readonly id?: string;
  readonly person?: { readonly id: string };
  readonly items?: readonly { readonly id: string; readonly status?: string; readonly current?: boolean; readonly obstacles?: readonly unknown[] }[];
}

export const body = ({ text }: Answer): Body => JSON.parse(text) as Body;

export async function itemsOf(visitor: Visitor, path: string): Promise<NonNullable<Body['items']>> {
  return body(await visitor.call('GET', path)).items ?? [];
}

/** One that is there; a proof over nothing shows nothing. */
export function first<T>(all: readonly T[], what: string): T {
  const [one] = all;
  if (one === undefined) throw new Error(`There is no ${what} to act on.`);
  return one;
}

const idOf = async (visitor: Visitor): Promise<string> => body(await visitor.call('GET', '/session')).person?.id ?? '';

async function mailOf(machine: Machine, id: string): Promise<string> {
  const { contactMedium } = await machine.read<TmfResource & { contactMedium?: { characteristic?: { emailAddress?: string } }[] }>(`partyManagement/v4/individual/${id}`);
  return first((contactMedium ?? []).flatMap(({ characteristic }) => characteristic?.emailAddress ?? []), `e-mail address of ${id}`);
}

export async function castOf(product: RunningProduct): Promise<Cast> {
  const [ada, bilal, daniel] = [await Visitor.signIn(product.url, 'ada'), await Visitor.signIn(product.url, 'bilal'), await Visitor.signIn(product.url, 'daniel')];
  const machine = new Machine(product);
  const ids = { ada: await idOf(ada), bilal: await idOf(bilal), daniel: await idOf(daniel) };
  const thing = { productId: first(await itemsOf(ada, '/products'), 'product').id, kind: 'request', severity: 'minor', title: `Audit ${randomUUID()}`, description: 'A ticket to note on.' };
  const raised = body(await ada.call('POST', '/tickets', { body: thing }));
  return {
    product,
    ada,
    bilal,
    daniel,
    ids,
    mail: { ada: await mailOf(machine, ids.ada), bilal: await mailOf(machine, ids.bilal) },
    things: {
      product: thing.productId,
      ticket: raised.id ?? '',
      bill: first(await itemsOf(ada, '/bills'), 'bill').id,
      theirBill: first(await itemsOf(bilal, '/bills'), 'bill of another').id,
      account: first(await itemsOf(ada, '/accounts'), 'account').id,
    },
  };
}
