import { definitionOf } from '../definitions/definitions.ts';

/** Somebody a record can belong to. */
export interface Party {
  id: string;
  name: string;
  kind: 'Individual' | 'Organization';
}

const PATHS = { Individual: definitionOf('individual').path, Organization: definitionOf('organization').path };

/** A TMF RelatedParty. TMF683 demands its `href`, the others allow it. */
export function partyRef({ id, name, kind }: Party, role?: string) {
  return { id, href: `${PATHS[kind]}/${id}`, name, ...(role && { role }), '@referredType': kind };
}
