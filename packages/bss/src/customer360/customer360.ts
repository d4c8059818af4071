import type { Noun } from '../nouns/noun.ts';
import { definitionOf } from '../definitions/definitions.ts';
import { valuesAt } from '../store/match.ts';
import type { Resource, StoreReader } from '../store/store.ts';

/** The newest so many of each kind: a look over the customer, not an archive. */
const MOST = 20;

/** One kind of thing in the document. Attribute names are TMF717's, with v4's name behind it where that differs. */
interface Part {
  name: string;
  resource: string;
  /** Path to the customer's party, or to one of the accounts. */
  by: 'relatedParty.id' | 'billingAccount.id' | 'engagedParty.id' | 'account.id';
  newest: string;
  attributes: readonly (string | readonly [v5: string, v4: string])[];
}

const PARTS: readonly Part[] = [
  { name: 'account', resource: 'billingAccount', by: 'relatedParty.id', newest: 'lastModified', attributes: ['accountType', 'description', ['lastUpdate', 'lastModified'], 'name', 'state'] },
  { name: 'agreement', resource: 'agreement', by: 'engagedParty.id', newest: 'initialDate', attributes: ['agreementPeriod', 'agreementType', 'name', 'status'] },
  { name: 'appointment', resource: 'appointment', by: 'relatedParty.id', newest: 'creationDate', attributes: ['category', 'creationDate', 'description', 'externalId', 'lastUpdate', 'status', 'validFor'] },
  { name: 'customerBill', resource: 'customerBill', by: 'billingAccount.id', newest: 'billDate', attributes: ['billNo', 'category', 'state'] },
  { name: 'partyInteraction', resource: 'partyInteraction', by: 'relatedParty.id', newest: 'creationDate', attributes: ['interactionDate', 'description', 'reason', 'status'] },
  { name: 'paymentMethod', resource: 'paymentMethod', by: 'account.id', newest: 'statusDate', attributes: ['description', 'isPreferred', 'validFor', 'name', 'status'] },
  { name: 'productOrder', resource: 'productOrder', by: 'relatedParty.id', newest: 'orderDate', attributes: ['category', 'completionDate', 'description', 'expectedCompletionDate', 'externalId', ['creationDate', 'orderDate'], 'priority', 'state'] },
  { name: 'product', resource: 'product', by: 'relatedParty.id', newest: 'startDate', attributes: ['description', 'name', 'status'] },
  { name: 'quote', resource: 'quote', by: 'relatedParty.id', newest: 'quoteDate', attributes: ['category', 'description', 'state', 'validFor', 'version'] },
  { name: 'serviceProblem', resource: 'serviceProblem', by: 'relatedParty.id', newest: 'creationDate', attributes: ['category', 'description', 'originatingSystem', 'priority', 'status'] },
  { name: 'troubleTicket', resource: 'troubleTicket', by: 'relatedParty.id', newest: 'creationDate', attributes: ['creationDate', 'description', 'expectedResolutionDate', ['externalIdentifier', 'externalId'], 'lastUpdate', 'name', 'severity', 'status', 'statusChangeDate', 'statusChangeReason', 'ticketType'] },
];

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function pick(body: Resource, { name, attributes }: Part): Resource {
  const said = attributes.flatMap((attribute) => {
    const [v5, v4] = typeof attribute === 'string' ? [attribute, attribute] : attribute;
    return body[v4] === undefined ? [] : [[v5, body[v4]] as const];
  });
  return { id: body.id, '@type': `Customer360${pascal(name)}VO`, ...Object.fromEntries<unknown>(said) };
}

interface Whose {
  partyId: string;
  accountIds: readonly string[];
}

async function read(reader: StoreReader, part: Part, { partyId, accountIds }: Whose): Promise<Resource[]> {
  const path = part.by.split('.');
  const values = part.by === 'relatedParty.id' || part.by === 'engagedParty.id' ? [partyId] : accountIds;
  const sort = [{ path: part.newest.split('.'), descending: true }];
  const { rows } = await reader.list(part.resource, { where: [{ path, operator: 'eq', values }], sort, limit: MOST });
  return rows.map(({ body }) => pick(body, part));
}

const texts = (body: Resource, path: string): string[] =>
  valuesAt(body, path.split('.')).filter((value): value is string => typeof value === 'string');

/** Everything about one customer on one sheet (TMF717), read afresh from where each thing is kept. */
async function composed(reader: StoreReader, customer: Resource): Promise<Resource> {
  const { path, type } = definitionOf('customer360');
  const { id, name, status, validFor } = customer;
  const [partyId = ''] = texts(customer, 'engagedParty.id');
  const whose = { partyId, accountIds: texts(customer, 'account.id') };
  const parts = await Promise.all(PARTS.map(async (part) => [part.name, await read(reader, part, whose)] as const));
  const engaged = texts(customer, 'engagedParty.name')[0];
  return {
    id,
    href: `${path}/${id}`,
    '@type': type,
    customer: {
      id,
      '@type': 'Customer360CustomerVO',
      name,
      ...(status !== undefined && { status }),
      ...(validFor !== undefined && { validFor }),
      engagedParty: { id: partyId, ...(engaged !== undefined && { name: engaged }), '@type': 'PartyRef' },
    },
    ...Object.fromEntries(parts.filter(([, rows]) => rows.length > 0)),
  };
}

export const customer360Noun: Noun = { resource: 'customer360', composed };
