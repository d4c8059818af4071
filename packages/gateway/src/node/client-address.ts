import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Where a request comes from. Nobody is believed by default: only what a listed proxy appended to `X-Forwarded-For`
 * counts, read from the right, up to the first address that is not a listed proxy's.
 */
export function clientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => string | undefined {
  const trusted = new BlockList();
  for (const one of trustedProxies) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isTrusted = (address: string) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    const nearest = bare(socket.remoteAddress ?? '');
    if (trustedProxies.length === 0 || !isTrusted(nearest)) return nearest || undefined;
    const chain = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').map((one) => bare(one.trim()));
    for (const address of chain.toReversed()) {
      // What is no address was not written by a proxy of ours.
      if (isIP(address) === 0) return nearest;
      if (!isTrusted(address)) return address;
    }
    return nearest;
  };
}

const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
