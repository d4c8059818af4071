import { lookup } from 'node:dns/promises';

/** Every address of a host name; for `createBss`'s `hub.resolve`. */
export async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}
