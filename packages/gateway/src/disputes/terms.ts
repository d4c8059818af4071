import type { LocalDate } from '@faceplate/contracts';
import { addDays } from '@faceplate/domain';

/** What an operator allows in disputes, as data. */
export interface DisputeTerms {
  /** Days after its date in which a bill that is paid may still be disputed; one that is not paid may be at any time. */
  paidDays: number;
  /** Minor units of the tenant's currency: what is disputed up to here is usually settled at once. Absent where nothing is. */
  goodwill?: number;
}

const USUAL: DisputeTerms = { paidDays: 180 };

export const termsOf = ({ disputes }: { disputes?: Partial<DisputeTerms> }): DisputeTerms => ({ ...USUAL, ...disputes });

/** Bills of this day and later can be disputed also when they are paid. */
export const paidSince = (tenant: { disputes?: Partial<DisputeTerms> }, today: LocalDate): LocalDate => addDays(today, -termsOf(tenant).paidDays);
