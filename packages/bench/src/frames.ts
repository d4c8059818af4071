import type { Page } from 'playwright-core';

/** Frames of a page: how many, the longest in milliseconds, and how many took over 50 ms. */
export interface Frames {
  readonly frames: number;
  readonly longest: number;
  readonly overFifty: number;
}

/** Watches every frame of a page while something is done to it. The first two are the watching's own. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const watching = Object.assign(globalThis, { frames: seen, watching: true });
    let last = performance.now();
    const look = (now: number) => {
      seen.push(now - last);
      last = now;
      if (watching.watching) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await work();
  const frames = await page.evaluate(() => {
    const watched = globalThis as typeof globalThis & { frames: number[]; watching: boolean };
    watched.watching = false;
    return watched.frames.slice(2);
  });
  return { frames: frames.length, longest: Math.max(...frames), overFifty: frames.filter((frame) => frame > 50).length };
}
