import type { Lever, LeverKind } from '../nouns/noun.ts';
import type { JsonObject } from '../surface/body.ts';
import { invalidField, missingField } from '../surface/tmf-error.ts';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

const KINDS: Readonly<Record<LeverKind, { words: string; fits(value: unknown): boolean }>> = {
  text: { words: 'text', fits: (value) => typeof value === 'string' && value !== '' },
  number: { words: 'a number', fits: (value) => typeof value === 'number' && Number.isFinite(value) },
  integer: { words: 'a whole number', fits: Number.isSafeInteger },
  flag: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  instant: {
    words: 'an instant such as 2026-11-22T10:00:00Z',
    fits: (value) => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value)),
  },
};

/** Throws a 400 that names the first member of a lever's body that is missing, unknown or of the wrong kind. */
export function refuseOtherThanAsked({ body = {}, optional = [] }: Pick<Lever, 'body' | 'optional'>, said: JsonObject): void {
  for (const name of Object.keys(said)) if (!Object.hasOwn(body, name)) throw invalidField(`"${name}" is not taken here.`);
  for (const [name, kind] of Object.entries(body)) {
    const value = said[name];
    if (value === undefined && optional.includes(name)) continue;
    if (value === undefined) throw missingField(name);
    if (!KINDS[kind].fits(value)) throw invalidField(`"${name}" must be ${KINDS[kind].words}.`);
  }
}
