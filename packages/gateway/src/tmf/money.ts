import type { Money } from '@faceplate/contracts';
import { toDecimal } from '@faceplate/domain';

/** An amount as TM Forum writes it: a JSON number. Below 2^53 minor units its shortest form is exact. */
export const tmfMoney = (amount: Money): { unit: string; value: number } => ({ unit: amount.currency, value: Number(toDecimal(amount)) });
