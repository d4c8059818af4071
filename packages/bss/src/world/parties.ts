/** Somebody a record can belong to. */
export interface Party {
  id: string;
  name: string;
  kind: 'Individual' | 'Organization';
}

/** A TMF RelatedParty. */
export function partyRef(party: Party, role?: string) {
  return { id: party.id, name: party.name, ...(role && { role }), '@referredType': party.kind };
}
