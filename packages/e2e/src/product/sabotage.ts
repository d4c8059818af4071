import { fileURLToPath } from 'node:url';

/** One defence of the product's that is replaced while its source is loaded. */
export interface Cut {
  /** The end of the file's address: `gateway/src/policy/decide.ts`. */
  file: string;
  text: string;
  instead: string;
}

export const CUTS = 'SABOTAGE_CUTS';

/** Environment of a product with these cuts in it: for the twin of a proof. It does not start when a text is not there. */
export const sabotaged = (...cuts: readonly Cut[]): Record<string, string> => ({
  NODE_OPTIONS: `--import=${fileURLToPath(new URL('sabotage-hook.ts', import.meta.url))}`,
  [CUTS]: JSON.stringify(cuts),
});
