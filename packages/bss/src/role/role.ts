import type { Noun } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';
import { unprocessable } from '../surface/tmf-error.ts';
import { endOf, refuseBackwards } from './valid-for.ts';

const inOrder = async (body: Resource): Promise<Resource> => {
  refuseBackwards(body);
  return body;
};

/** TMF669: a role has its time. */
export const partyRoleNoun: Noun = {
  resource: 'partyRole',
  creating: (_act, body) => inOrder(body),
  changing: (_act, _before, after) => inOrder(after),
};

/** TMF672: a right ends by its date, and what has ended is history. */
export const permissionNoun: Noun = {
  resource: 'permission',
  creating: (_act, body) => inOrder(body),
  changing: ({ now }, before, after) => {
    if (endOf(before) <= now.getTime()) throw unprocessable('This right has ended and stays as it was. Grant a new one instead.');
    return inOrder(after);
  },
};
