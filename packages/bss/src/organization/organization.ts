import type { Noun } from '../nouns/noun.ts';
import type { Resource } from '../store/store.ts';

/** v4 asks for a trading name and v5 for a name (TMF632): whoever knows one is shown with both. */
function named(body: Resource): Resource {
  const { tradingName = body['name'], name = body['tradingName'] } = body;
  return { ...body, ...(name !== undefined && { name }), ...(tradingName !== undefined && { tradingName }) };
}

export const organizationNoun: Noun = {
  resource: 'organization',
  creating: async (_, body) => named(body),
  changing: async (_, __, after) => named(after),
};
