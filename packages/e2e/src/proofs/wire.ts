import { get } from 'node:http';

export type Coding = 'br' | 'gzip';

/** Bytes of an answer's body as they travel, asked for as a browser asks. */
export function bytesOnTheWire(url: string, coding: Coding): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { 'accept-encoding': coding } }, (response) => {
      const { statusCode, headers } = response;
      if (statusCode !== 200 || headers['content-encoding'] !== coding) {
        reject(new Error(`${url}: ${statusCode}, ${headers['content-encoding'] ?? 'not compressed'}`));
        response.resume();
        return;
      }
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => {
        resolve(bytes);
      });
    });
    request.on('error', reject);
  });
}

/** These files together. */
export async function wireSum(urls: readonly string[], coding: Coding): Promise<number> {
  const each = await Promise.all(urls.map((url) => bytesOnTheWire(url, coding)));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

/** Files beside it that a built module imports before it runs. */
export function importsOf(code: string): string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+)["']/g)].map(([, file = '']) => file);
}
