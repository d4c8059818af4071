import type { Money } from '@faceplate/contracts';
import { add } from '@faceplate/domain';
import { money, text } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';

/** What of TMF622 prices is paid once, tax included; in the currency of the first where there are several. */
export function onceOf(prices: readonly TmfBody[], currency: string): Money | undefined {
  const [first, ...rest] = prices
    .filter((price) => /^one[ -]?time$/i.test(text(price, 'priceType') ?? ''))
    .flatMap((price) => money(currency, price, 'price', 'taxIncludedAmount') ?? []);
  return first && rest.filter((price) => price.currency === first.currency).reduce(add, first);
}
