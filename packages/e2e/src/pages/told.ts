import type { Page } from 'playwright-core';

/** The words of a paper, asked for as the page's own session would. */
export const paper = (page: Page, path: string): Promise<string> =>
  page.evaluate(async (asked) => {
    const response = await fetch(`/api/v1${asked}`, { headers: { 'x-fp-csrf': '1' } });
    if (!response.ok) throw new Error(`${asked}: ${response.status}`);
    return response.text();
  }, path);

/** What the page's own session is told. */
export const told = async <T>(page: Page, path: string): Promise<T> => JSON.parse(await paper(page, path)) as T;

/** How the page's own session is answered when it asks for something to be done. */
export const asked = (page: Page, path: string, body: object): Promise<{ status: number; code: string | undefined }> =>
  page.evaluate(
    async ([to, said]) => {
      const headers = { 'x-fp-csrf': '1', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch(`/api/v1${to}`, { method: 'POST', headers, body: said });
      const { code } = (await response.json()) as { code?: string };
      return { status: response.status, code };
    },
    [path, JSON.stringify(body)] as const,
  );
