import { CurrencyMismatch, UnreadableAmount } from '@faceplate/domain';
import { AnswerMismatch } from '../routing/failure.ts';
import { Unreadable } from '../tmf/read.ts';
import type { QuarantineRule } from './types.ts';

export interface Fault {
  path: string;
  rule: QuarantineRule;
}

/** What an adapter, or a contract, found wrong. `undefined` for what is not the record's fault. */
export function faultOf(error: unknown): Fault | undefined {
  if (error instanceof Unreadable) return { path: error.path, rule: error.rule };
  if (error instanceof UnreadableAmount) return { path: '', rule: 'amount' };
  if (error instanceof CurrencyMismatch) return { path: '', rule: 'currency' };
  if (error instanceof AnswerMismatch) return { path: error.message.split(':', 1)[0] ?? '', rule: 'contract' };
  return undefined;
}
