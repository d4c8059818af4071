import { NO_SAMPLE, stretchesOf } from '@faceplate/domain/service-level';
import { definitionOf } from '../definitions/definitions.ts';
import type { Lever } from '../nouns/noun.ts';
import { iso, objects } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { invalidField, notFound } from '../surface/tmf-error.ts';
import { idOf } from '../world/random.ts';
import type { IntervalState } from './compliance.ts';

/** `.` was up, `x` down, `?` not seen; `4` is 40 per cent of an outage. */
function codeOf(sample: string): number {
  const code = { '.': 0, x: 100, '?': NO_SAMPLE }[sample] ?? (/^[1-9]$/.test(sample) ? Number(sample) * 10 : undefined);
  if (code === undefined) throw invalidField('"samples" is written in ".", "x", "?" and the digits 1 to 9.');
  return code;
}

type Found = ReturnType<typeof stretchesOf>[number];

const STATES: Readonly<Partial<Record<Found['kind'], IntervalState>>> = { outage: 'outage', degraded: 'degraded', 'no-data': 'noData' };

function intervalOf(product: Resource, { kind, from, to, weight }: Found): Resource {
  const { path, type } = definitionOf('availabilityInterval');
  const id = idOf(`sampled/${product.id}/${iso(+from)}`);
  const parties = objects(product['relatedParty']);
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    state: STATES[kind],
    ...(weight !== undefined && { weight }),
    validFor: { startDateTime: iso(+from), ...(to && { endDateTime: iso(+to) }) },
    relatedEntity: [{ id: product.id, name: product['name'], '@referredType': 'Product', role: 'product' }],
    relatedParty: parties.map((party) => (party['role'] === 'owner' ? { ...party, role: 'customer' } : party)),
  };
}

/** Where a probe's samples come in: they become intervals here, once; nobody else ever sees them. The same series sent again changes nothing. */
export const sampling: Lever = {
  path: 'products/:id/samples',
  summary: 'What a probe saw of a product: one sign a sample, each standing for the time up to the next; "." up, "x" down, "?" not seen, "4" 40 per cent of an outage.',
  body: { from: 'instant', everySeconds: 'integer', samples: 'text' },
  pull: async ({ tx, now }, { params, body }) => {
    const product = (await tx.get('product', params['id'] ?? ''))?.body;
    if (!product) throw notFound();
    const everySeconds = Number(body['everySeconds']);
    if (everySeconds < 1) throw invalidField('"everySeconds" must be 1 or more.');
    const seen = Uint8Array.from(String(body['samples']), codeOf);
    const found = stretchesOf({ from: new Date(String(body['from'])), everySeconds, seen });
    for (const stretch of found) await save(tx, 'availabilityInterval', intervalOf(product, stretch), now);
    return { samples: seen.length, intervals: found.length };
  },
};
