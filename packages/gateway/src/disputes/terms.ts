/** What an operator allows in disputes, as data. */
export interface DisputeTerms {
  /** Days after its date in which a bill that is paid may still be disputed; one that is not paid may be at any time. */
  paidDays: number;
  /** Minor units of the tenant's currency: what is disputed up to here is usually settled at once. Absent where nothing is. */
  goodwill?: number;
}

const USUAL: DisputeTerms = { paidDays: 180 };

export const termsOf = ({ disputes }: { disputes?: Partial<DisputeTerms> }): DisputeTerms => ({ ...USUAL, ...disputes });
