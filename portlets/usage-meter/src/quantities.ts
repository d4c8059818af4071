import type { UsageMeter } from '@faceplate/contracts';
import { formatNumber, isolated, plural } from '@faceplate/localize';
import { unitWords } from './messages.ts';

/** `25.1 GB`, `3 minutes`. As many digits as somebody looks at. */
export function quantityText(value: number, unit: string, locale: string): string {
  const shown = Math.round(value * (Math.abs(value) < 10 ? 100 : 10)) / (Math.abs(value) < 10 ? 100 : 10);
  const words = unitWords(unit);
  return words === undefined ? isolated(`${formatNumber(shown, locale, { maximumFractionDigits: 2 })} ${unit}`.trim()) : plural(shown, words, locale);
}

/** How much of an allowance is left, 0 to 1; undefined where there is none. */
export function shareLeft({ allowance }: UsageMeter): number | undefined {
  if (!allowance) return undefined;
  return allowance.size > 0 ? Math.min(1, Math.max(0, allowance.left / allowance.size)) : 0;
}

export interface MeteredService {
  productId: string;
  name: string;
  plan: string | undefined;
  meters: UsageMeter[];
}

/** Service by service, the one with the least left first; without an allowance last, those that cost something before. */
export function byService(meters: readonly UsageMeter[]): MeteredService[] {
  const services = [...Map.groupBy(meters, ({ service }) => service.productId)].map(([productId, all]) => ({ productId, name: all[0]?.service.name ?? productId, plan: all[0]?.service.plan, meters: all }));
  const least = ({ meters: own }: MeteredService) => Math.min(2, ...own.map((meter) => shareLeft(meter) ?? (meter.charged.amount > 0 ? 1.5 : 2)));
  return services.toSorted((one, other) => least(one) - least(other));
}
