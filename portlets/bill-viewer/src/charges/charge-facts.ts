import type { Charge, Money, Quantity } from '@faceplate/contracts';
import { add, taxOn } from '@faceplate/domain';
import { formatNumber, formatPeriod, isolated, plural } from '@faceplate/localize';
import { kindWord, unitWords, words } from './messages.ts';

/** What a line costs with its tax: as the billing system says, or reckoned from its rate. */
export const grossOf = ({ gross, net, taxRate }: Charge): Money => gross ?? add(net, taxOn(net, taxRate));

/** `6 days`, `2.5 GB`: what is counted in the words of the page, what has a symbol with that. */
export function quantityText({ value, unit }: Quantity, locale: string): string {
  const counted = unitWords(unit);
  return counted === undefined ? isolated(`${formatNumber(value, locale)} ${unit}`.trim()) : plural(value, counted, locale);
}

/** In small, beside the name: of what kind, when, and of which account where that is another than the bill's. */
export const factsText = ({ kind, period, account }: Charge, locale: string): string =>
  [kindWord(kind), ...(period ? [formatPeriod(period, locale)] : []), ...(account ? [words.fromAccount(isolated(account.name))] : [])].join(' · ');

/** Whether the words stand in a line, as a person would look for them. */
export function speaksOf({ name, service, kind }: Charge, words: string): boolean {
  const text = `${name} ${service?.name ?? ''} ${kindWord(kind)}`.toLocaleLowerCase();
  return words.toLocaleLowerCase().split(/\s+/).every((word) => text.includes(word));
}
