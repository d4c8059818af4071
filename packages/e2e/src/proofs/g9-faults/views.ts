import type { Visitor } from '../../product/visitor.ts';

/** What the portlets ask for. */
export const VIEWS = ['/bills', '/accounts', '/orders', '/products', '/tickets', '/interactions', '/service-levels', '/offers', '/cart', '/grants', '/balance', '/running', '/usage'] as const;
export type View = (typeof VIEWS)[number];

interface Row {
  readonly id?: string;
  readonly service?: { readonly id: string };
  readonly account?: { readonly id: string };
}

interface Body extends Row {
  readonly items?: readonly Row[];
  readonly rows?: readonly Row[];
  readonly accounts?: readonly Row[];
  readonly gaps?: readonly { readonly source: string }[];
  readonly code?: string;
}

/** `whole`: as without a fault; `told`: something is missing, and it says what; `wrong`: neither. */
export type Verdict = 'whole' | 'told' | 'wrong';

export interface Look {
  readonly view: View;
  /** On the clock of `performance.now()`. */
  readonly at: number;
  readonly milliseconds: number;
  readonly verdict: Verdict;
  readonly status: number;
  readonly text: string;
}

/** What a view shows, without what changes by the minute: which records there are, and what is missing. */
export function gist(text: string): string {
  const { id, items = [], rows = [], accounts = [], gaps = [] } = JSON.parse(text) as Body;
  return JSON.stringify([id, [...items, ...rows, ...accounts].map((row) => row.id ?? row.service?.id ?? row.account?.id), gaps]);
}

/** Looks at a view as its portlet does. `whole` is the gist of it when all is well. */
export async function look(visitor: Visitor, view: View, whole?: string): Promise<Look> {
  const at = performance.now();
  const { status, text } = await visitor.call('GET', view);
  const milliseconds = performance.now() - at;
  return { view, at, milliseconds, verdict: verdictOf(status, text, whole), status, text };
}

function verdictOf(status: number, text: string, whole: string | undefined): Verdict {
  if (status === 200 && (whole === undefined || gist(text) === whole)) return 'whole';
  const { gaps = [], code = '' } = JSON.parse(text) as Body;
  // A problem that names the system, or a list that names what is missing from it.
  const tells = status === 200 ? gaps.length > 0 : /^(upstream|answer)-/.test(code);
  return tells ? 'told' : 'wrong';
}
