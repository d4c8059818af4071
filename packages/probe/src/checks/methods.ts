import type { Sample } from '../look/sample.ts';
import type { Told } from '../wire/transport.ts';

/** `yes` and `no` need evidence; where there is none it cannot be known without writing. */
export type Known = 'yes' | 'no' | 'unknown';

const EVERY = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** Methods an answer allows, in capitals. What CORS says is about pages, not about the resource, and is left out. */
export function allowed(told: Told | undefined): ReadonlySet<string> | undefined {
  const text = told?.answer.kind === 'answer' ? told.answer.headers.get('allow') : null;
  const methods = (text ?? '').split(',').map((method) => method.trim().toUpperCase()).filter(Boolean);
  // A server that allows everything everywhere has not looked.
  if (methods.length === 0 || EVERY.every((method) => methods.includes(method))) return undefined;
  return new Set(methods);
}

const knownOf = (sets: readonly (ReadonlySet<string> | undefined)[], method: string): Known => {
  const told = sets.filter((one) => one !== undefined);
  if (told.some((set) => set.has(method))) return 'yes';
  return told.length > 0 ? 'no' : 'unknown';
};

/** Whether the collection takes new records: by OPTIONS, by a refusal's Allow, by the server's own document. */
export const takesNew = ({ options, list, described }: Sample): Known => knownOf([allowed(options), allowed(list), described?.all], 'POST');

/** Whether a record may be changed, by the same signs. */
export const takesChanges = ({ optionsOfOne, described }: Sample): Known => knownOf([allowed(optionsOfOne), described?.one], 'PATCH');

/** Whether events can be subscribed to: the place for it exists, though it cannot be tried without subscribing. */
export function hasHub({ hub }: Pick<Sample, 'hub'>): Known {
  if (!hub || hub.got.answer.kind !== 'answer') return 'unknown';
  if ([hub.options, hub.got].some((told) => allowed(told)?.has('POST'))) return 'yes';
  const { status } = hub.got.answer;
  if (status === 405 || status < 300) return 'yes';
  return status === 404 ? 'no' : 'unknown';
}
