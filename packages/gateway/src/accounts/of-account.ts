import * as z from 'zod/mini';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';

/** Takes a list of one account alone. */
export const ofAccount = { account: z.optional(z.string().check(z.maxLength(64))) };

/** @throws {Refusal} 404 for an account that is none of the caller's. */
export function demandMine({ subject }: Pick<Call, 'subject'>, account: string | undefined): void {
  if (account !== undefined && !subject.accountIds.includes(account)) throw notFound();
}
