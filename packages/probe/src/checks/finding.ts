import type { Sample } from '../look/sample.ts';
import type { Evidence } from '../wire/answer.ts';
import type { Told } from '../wire/transport.ts';

/** `breaks`: Faceplate cannot use it. `limits`: customers notice. `note`: for the operator, no customer notices. */
export type Severity = 'breaks' | 'limits' | 'note';

/** What a customer notices, as a word that the portal can say in every language. */
export type Limit = 'incomplete' | 'slow' | 'no-details' | 'no-parts';

export interface Finding {
  /** `filter.ignored` */
  readonly id: string;
  readonly severity: Severity;
  /** One sentence for the operator. Names of attributes, never their values. */
  readonly says: string;
  readonly limit?: Limit;
  readonly evidence: readonly Evidence[];
}

/** One look at a sample. Silent when all is well, or when there was nothing to judge by. */
export type Check = (sample: Sample) => Finding | readonly Finding[] | undefined;

type Rest = { readonly limit?: Limit };

const found =
  (severity: Severity) =>
  (id: string, says: string, told: readonly (Told | undefined)[], rest: Rest = {}): Finding => ({
    id,
    severity,
    says,
    evidence: told.flatMap((one) => one?.evidence ?? []),
    ...rest,
  });

export const breaks = found('breaks');
export const limits = found('limits');
export const note = found('note');

/** "3 of 20 rows" */
export const share = (part: number, whole: number): string => (part === whole ? `all ${whole} rows` : `${part} of ${whole} rows`);
