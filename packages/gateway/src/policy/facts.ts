import { isObject, type TmfBody } from '../upstream/types.ts';

const several = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const idsOf = (value: unknown): string[] =>
  several(value).flatMap((one) => (isObject(one) && typeof one['id'] === 'string' ? [one['id']] : []));

const usersOf = (value: unknown): unknown[] => several(value).filter((one) => isObject(one) && one['role'] === 'user');

/**
 * Whose a TMF record is, by its own references. Servers write one reference
 * as an object and several as an array; both are read.
 */
export const factsOf = (body: TmfBody): { partyIds: string[]; accountIds: string[]; userIds: string[] } => ({
  partyIds: [...idsOf(body['relatedParty']), ...idsOf(body['engagedParty'])],
  accountIds: [...idsOf(body['billingAccount']), ...idsOf(body['account'])],
  userIds: idsOf(usersOf(body['relatedParty'])),
});
