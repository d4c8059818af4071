import { TmfError } from './tmf-error.ts';

/** Compares in a time that depends on the length of what was sent alone, never on how much of it is right. */
function sameText(sent: string, expected: string): boolean {
  let difference = sent.length ^ expected.length;
  for (let index = 0; index < sent.length; index += 1) {
    difference |= sent.charCodeAt(index) ^ expected.charCodeAt(index % Math.max(1, expected.length));
  }
  return difference === 0;
}

/** Throws a 401 unless the request carries the bearer token. */
export function refuseStranger(request: Request, token: string): void {
  const header = request.headers.get('authorization');
  if (header === null) throw new TmfError(401, '40', 'Missing credentials', 'A bearer token is needed.');
  if (!sameText(header, `Bearer ${token}`)) {
    throw new TmfError(401, '41', 'Invalid credentials', 'The bearer token is not the right one.');
  }
}
