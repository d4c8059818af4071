import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { valueOf } from '../rules/characteristic.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource } from '../store/store.ts';
import { idOf } from '../world/random.ts';
import { productsOf } from './entitlement.ts';

/** Which promise of a contract each breach of a ticket breaks. */
const METRICS = { responseBreachedAt: 'timeToRespond', restoreBreachedAt: 'timeToRestore' } as const;

type Breach = keyof typeof METRICS;

const breachedAt = (ticket: Resource, breach: Breach): string | undefined => text(valueOf(ticket['troubleTicketCharacteristic'], breach));

function violationOf(ticket: Resource, sla: Resource, rule: Json, at: string): Resource {
  const { path, type } = definitionOf('slaViolation');
  const id = idOf(`violation/${sla.id}/${ticket.id}/${String(rule['metric'])}`);
  const name = text(sla['name']) ?? 'Support';
  const number = text(ticket['externalId']) ?? ticket.id;
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    name: `${name}, ticket ${number}`,
    date: at,
    sla: { id: sla.id, href: sla.href, name },
    violation: { ...rule, rule: name, comment: `Promised for ${at} on ticket ${number}` },
    validFor: { startDateTime: ticket['creationDate'], endDateTime: at },
    relatedEntity: [...objects(sla['relatedEntity']), { id: ticket.id, href: ticket.href, role: 'ticket', '@referredType': 'TroubleTicket' }],
    relatedParty: objects(sla['relatedParty']),
  };
}

/** Writes down, once, where a ticket that comes late breaks what a contract promised for its product. */
export async function recordBroken({ tx, now }: Act, before: Resource, after: Resource): Promise<void> {
  if (valueOf(after['troubleTicketCharacteristic'], 'entitlement') !== 'contract') return;
  const fresh = (['responseBreachedAt', 'restoreBreachedAt'] as const).filter((breach) => breachedAt(after, breach) !== undefined && breachedAt(before, breach) === undefined);
  if (fresh.length === 0) return;
  const { rows } = await tx.list('sla', { where: [oneOf('relatedEntity.id', ...productsOf(after)), oneOf('state', 'active')], limit: 20 });
  for (const breach of fresh) {
    for (const { body: sla } of rows) {
      const rule = objects(sla['rule']).find(({ metric }) => metric === METRICS[breach]);
      if (rule) await save(tx, 'slaViolation', violationOf(after, sla, rule, breachedAt(after, breach) ?? now.toISOString()), now);
    }
  }
}
