import * as z from 'zod';
import { nouns as known } from '../docs/inventory.ts';

const Limit = z.enum(['incomplete', 'slow', 'no-details', 'no-parts']);
/** How a noun is less than it could be here; the probe's words. */
export type Limit = z.infer<typeof Limit>;

/** What this landscape carries of the API's nouns. What is not mentioned is whole. */
export interface Capabilities {
  /** Nouns that are not offered here: their routes do not exist, and portlets that need one are not listed. */
  readonly absent: ReadonlySet<string>;
  /** Nouns that work with limits, and with which. */
  readonly limited: ReadonlyMap<string, readonly Limit[]>;
}

/** The part of a probe's report that the gateway goes by; the rest of it is for people. */
const Report = z.object({
  format: z.literal('faceplate-probe', 'is no report of the probe'),
  version: z.literal(1, 'is of another version'),
  nouns: z.record(z.string(), z.object({ verdict: z.enum(['full', 'degraded', 'absent', 'unknown']), limits: z.array(Limit) })),
});

/** Whoever is signed in, signs in: that is not the landscape's to take away. */
const NEVER_ABSENT = new Set(['session', 'sessions', 'events', 'capabilities']);

/**
 * Reads what a probe has written. `unknown` is offered: what was not seen may well be there.
 *
 * @throws TypeError with one line that says what is wrong.
 */
export function readCapabilities(report: unknown): Capabilities {
  const parsed = Report.safeParse(report);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`${issue?.path.map(String).join('.') || 'the report'} ${issue?.message.replace(/\s+/g, ' ') ?? 'is wrong'}`);
  }
  const nouns = Object.entries(parsed.data.nouns).filter(([noun]) => Object.hasOwn(known, noun) && !NEVER_ABSENT.has(noun));
  return {
    absent: new Set(nouns.filter(([, { verdict }]) => verdict === 'absent').map(([noun]) => noun)),
    limited: new Map(nouns.filter(([, { verdict, limits }]) => verdict === 'degraded' && limits.length > 0).map(([noun, { limits }]) => [noun, limits])),
  };
}

/** Parts of a noun that have a path of their own. */
const PARTS: Readonly<Record<string, string>> = { guide: 'offers', configuration: 'offers', charges: 'bills', spend: 'bills', reports: 'bills', balance: 'bills', running: 'bills', 'payment-means': 'payments', desk: 'tickets' };

/** The noun a path is about: its first step. */
export function nounAt(path: string): string {
  const [, first = ''] = path.split('/');
  return PARTS[first] ?? first;
}
