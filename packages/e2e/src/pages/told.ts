import type { Page } from 'playwright-core';

/** What the page's own session is told, as the page would ask it. */
export const told = <T>(page: Page, path: string): Promise<T> =>
  page.evaluate(async (asked) => {
    const response = await fetch(`/api/v1${asked}`, { headers: { 'x-fp-csrf': '1', accept: 'application/json' } });
    if (!response.ok) throw new Error(`${asked}: ${response.status}`);
    return (await response.json()) as T;
  }, path);

/** The words of a paper, asked for likewise. */
export const paper = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (asked) => {
    const response = await fetch(`/api/v1${asked}`, { headers: { 'x-fp-csrf': '1' } });
    if (!response.ok) throw new Error(`${asked}: ${response.status}`);
    return response.text();
  }, path);
