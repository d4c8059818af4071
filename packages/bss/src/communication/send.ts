import { definitionOf } from '../definitions/definitions.ts';
import type { Act } from '../nouns/noun.ts';
import { newId } from '../rules/id.ts';
import { withValues } from '../rules/characteristic.ts';
import { type Json, objects, oneOf, text } from '../simulator/course.ts';
import { save } from '../store/save.ts';
import type { Resource, StoreReader } from '../store/store.ts';
import { idOf } from '../world/random.ts';

/** What the operator has to say, and about what. */
export interface Letter {
  subject: string;
  content: string;
  /** For a customer to tune what they hear of: `order`, `bill`, `ticket`, `incident`, `maintenance`, `credit`. */
  category: string;
  about: { id: string; name?: string | undefined; '@referredType': string };
  /** Letters of one key reach a party once; each letter is one of its own when absent. */
  key?: string;
  /** Leaves at once with many others, as bills do: the post room has no work with it, and nobody logs it. */
  bulk?: boolean;
}

const SENDER = { id: 'meridian', name: 'Meridian Telecom', email: 'hello@meridian.example' };

/** The related parties a letter goes to: a person who acted before the customer they acted for; whoever is no customer says who is a `contact`. */
export function addresseesOf(body: Resource): Json[] {
  const parties = objects(body['relatedParty']).filter(({ id }) => typeof id === 'string');
  const persons = parties.filter((one) => (one['role'] === 'originator' || one['role'] === 'user') && one['@referredType'] !== 'Organization');
  const customers = parties.filter(({ role }) => role === 'customer' || role === 'owner' || role === 'payer' || role === 'contact');
  return persons.length > 0 ? persons : customers;
}

async function contactOf(reader: StoreReader, party: Json): Promise<Json> {
  const resource = party['@referredType'] === 'Organization' ? 'organization' : 'individual';
  const found = await reader.get(resource, text(party['id']) ?? '');
  const media = objects(found?.body['contactMedium']);
  const detail = (name: string) => media.map((medium) => text(objects(medium['characteristic'])[0]?.[name])).find(Boolean);
  const [email, phoneNumber] = [detail('emailAddress'), detail('phoneNumber')];
  return { ...(email !== undefined && { email }), ...(phoneNumber !== undefined && { phoneNumber }) };
}

async function receiverOf(reader: StoreReader, party: Json): Promise<Json> {
  const { id, name } = party;
  const referredType = text(party['@referredType']) ?? 'Individual';
  const contact = await contactOf(reader, party);
  return { id, ...(name !== undefined && { name }), ...contact, party: { id, ...(name !== undefined && { name }), '@referredType': referredType } };
}

const sentAt = (now: Date) => ({ state: 'completed', tryTimes: 1, logFlag: false, sendTime: now.toISOString(), sendTimeComplete: now.toISOString() });

/** Puts one message a party into the post; it leaves with the next round of the post room. To nobody is nothing written. */
export async function send({ tx, now }: Act, parties: readonly Json[], letter: Letter): Promise<void> {
  const { path, type } = definitionOf('communicationMessage');
  const unique = new Map(parties.map((party) => [party['id'], party]));
  for (const party of unique.values()) {
    const receiver = await receiverOf(tx, party);
    const id = letter.key === undefined ? newId() : idOf(`letter/${letter.key}/${String(receiver['id'])}`);
    if (letter.key !== undefined && (await tx.get('communicationMessage', id))) continue;
    const message = {
      id,
      href: `${path}/${id}`,
      '@type': type,
      subject: letter.subject,
      content: letter.content,
      messageType: receiver['email'] === undefined ? 'Portal' : 'Email',
      priority: '3',
      ...(letter.bulk === true ? sentAt(now) : { state: 'initial', tryTimes: 0, logFlag: true }),
      sender: SENDER,
      receiver: [receiver],
      characteristic: withValues([], { category: letter.category, about: letter.about, read: false }),
    };
    await save(tx, 'communicationMessage', message, now);
  }
}

/** The people who hear of what happens to products: owners, and users where they are others. */
export async function partiesOfProducts(reader: StoreReader, ids: readonly string[]): Promise<Json[]> {
  const parties: Json[] = [];
  for (let offset = 0; offset < ids.length; offset += 100) {
    const { rows } = await reader.list('product', { where: [oneOf('id', ...ids.slice(offset, offset + 100))] });
    parties.push(...rows.flatMap(({ body }) => objects(body['relatedParty']).filter(({ role }) => role === 'owner' || role === 'user')));
  }
  return [...new Map(parties.map((party) => [party['id'], party])).values()];
}
