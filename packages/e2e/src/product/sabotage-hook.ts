import { registerHooks } from 'node:module';
import { type Cut, CUTS } from './sabotage.ts';

/**
 * Loaded before the product by {@link sabotaged}: changes lines of its source on the way in, so that what is switched off
 * is the product's own defence, and the product needs no switch for it.
 */
const cuts = JSON.parse(process.env[CUTS] ?? '[]') as Cut[];

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    const mine = cuts.filter(({ file }) => url.endsWith(file));
    if (mine.length === 0 || loaded.source === undefined) return loaded;
    const source = mine.reduce((whole, { file, text, instead }) => {
      if (!whole.includes(text)) throw new Error(`${file} has no "${text}" to be cut: the proof's twin shows nothing`);
      return whole.replace(text, () => instead);
    }, textOf(loaded.source));
    return { ...loaded, source };
  },
});

function textOf(source: NonNullable<ReturnType<Parameters<typeof registerHooks>[0]['load'] & object>['source']>): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
