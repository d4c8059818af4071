import { directionOf } from '@faceplate/localize';
import type { Settings } from './settings.ts';

/** Dresses the page: language, direction, brand, and the scheme where it does not follow the system. */
export function dress({ scheme, brand }: Settings, locale: string, page = document.documentElement): void {
  page.lang = locale;
  page.dir = directionOf(locale);
  page.dataset['fpBrand'] = brand;
  if (scheme === 'auto') delete page.dataset['fpScheme'];
  else page.dataset['fpScheme'] = scheme;
}
