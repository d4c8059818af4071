import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { beginWalk, type Stop, type Walked } from './tab-walk.ts';

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** WCAG 2.2, levels A and AA. */
const AUDIT = `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ' at ' + nodes.slice(0, 2).map(({ target }) => target.flat().slice(-1)[0]).join(' and ')))`;

/** What one state came to in one look. */
export interface Sight {
  /** What axe found. */
  readonly axe: readonly string[];
  /** How many pixels the page is wider than the window; none is 0. */
  readonly beyond: number;
  readonly keys: Walked;
}

/** A stop where the key gets no further, or comes back to the middle of its way. */
function trapAt(stop: Stop, before: Stop | undefined, known: ReadonlySet<number>): string | undefined {
  if (stop.met === undefined || stop.met === 0) return undefined;
  if (stop.met === before?.met) return stop.isParted ? undefined : `Tab does not leave ${stop.name}`;
  return known.has(stop.met) ? `Tab goes round from ${before?.name} to ${stop.name}` : undefined;
}

/** From the last stop to the first, or out of the page. */
const isRound = ({ met }: Stop, before: Stop | undefined): boolean => before?.met !== undefined && (met === undefined || (met === 0 && before.met !== 0));

/** Presses without coming to anything. */
const IN_VAIN = 3;

/** Presses Tab until it has been all the way round; answers with where it could not go on. */
async function goRound(page: Page, most: number): Promise<string | undefined> {
  const known = new Set<number>();
  let before: Stop | undefined;
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop>('faceplateWalk.step()');
    if (isRound(stop, before)) return undefined;
    // A page with nothing to press; controls that Tab never came to are told at the end of the walk.
    if (known.size === 0 && pressed === IN_VAIN) return undefined;
    const trap = trapAt(stop, before, known);
    if (trap !== undefined) return trap;
    if (stop.met !== undefined) known.add(stop.met);
    before = stop;
  }
  return `Tab has not come round after ${most} times`;
}

async function walk(page: Page, portlet: string): Promise<Walked> {
  const trap = await goRound(page, await page.evaluate<number>(beginWalk(portlet)));
  const walked = await page.evaluate<Walked>('faceplateWalk.end()');
  return { ...walked, problems: trap === undefined ? walked.problems : [trap, ...walked.problems] };
}

/** Looks at a page as it stands: by axe, by its width, and by Tab. */
export async function lookAt(page: Page, portlet: string): Promise<Sight> {
  await page.evaluate(AXE);
  const axe = await page.evaluate<string[]>(AUDIT);
  const beyond = await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
  return { axe, beyond, keys: await walk(page, portlet) };
}
