import type { Money } from '@faceplate/contracts';
import { formatMoney } from '@faceplate/localize';

/** `+€9.00`: the plus stands where the locale puts a minus, which from right to left takes marks that cannot be seen. */
export function signed({ amount, currency }: Money, locale: string): string {
  return amount > 0 ? formatMoney({ amount: -amount, currency }, locale).replace('−', '+') : formatMoney({ amount, currency }, locale);
}
