import { BROWSER_FLAGS, findBrowser } from '@faceplate/workbench';
import { type Browser, chromium } from 'playwright-core';

/** The browser of every journey, proof and measurement: found on the machine or installed, with a fresh profile. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: BROWSER_FLAGS });
}
