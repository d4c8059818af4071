import { Visitor } from '../../product/visitor.ts';

/** A GET of the API as a signed-in page sends it. */
export const getOf = (path: string, cookie: string): Buffer =>
  Buffer.from([`GET /api/v1${path} HTTP/1.1`, 'host: 127.0.0.1', `cookie: ${cookie}`, 'x-fp-csrf: 1', 'sec-fetch-site: same-origin', '', ''].join('\r\n'), 'latin1');

export const cookieOf = ({ jar }: Visitor): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

/** Signs people of the demonstration in, so many times in all; their cookies. */
export async function signedIn(url: string, sessions: number, people: readonly string[] = ['ada', 'bilal', 'chiara']): Promise<string[]> {
  const cookies: string[] = [];
  for (let session = 0; session < sessions; session += 1) {
    const visitor = await Visitor.signIn(url, people[session % people.length] ?? '');
    cookies.push(cookieOf(visitor));
    await visitor.close();
  }
  return cookies;
}
