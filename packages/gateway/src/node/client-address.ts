import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/**
 * Where a request comes from. Nobody is believed by default: only what a listed proxy appended to `X-Forwarded-For`
 * counts, read from the right, up to the first address that is not a listed proxy's.
 */
export function clientAddress(trustedProxies: readonly string[]): (request: IncomingMessage) => string | undefined {
  const isTrusted = trustedBy(trustedProxies);
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

/** Whether the nearest sender is a listed proxy: only what such a one says of a request is taken as said by us. */
export function fromTrusted(trustedProxies: readonly string[]): (request: IncomingMessage) => boolean {
  if (trustedProxies.length === 0) return () => false;
  const isTrusted = trustedBy(trustedProxies);
  return ({ socket }) => isTrusted(bare(socket.remoteAddress ?? ''));
}

function trustedBy(trustedProxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const one of trustedProxies) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) => isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const bare = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');
