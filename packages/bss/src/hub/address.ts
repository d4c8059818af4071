/** Networks of IPv4 that no notification may reach (RFC 6890), as [first address, prefix length]. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

const V4 = /^\d{1,3}(\.\d{1,3}){3}$/;

const numberOf = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const inNetwork = (address: number, [first, length]: readonly [string, number]): boolean =>
  Math.floor(address / 2 ** (32 - length)) === Math.floor(numberOf(first) / 2 ** (32 - length));

/** Only global unicast (2000::/3) without its tunnels and examples; mapped IPv4, ULA, link-local fall outside. */
function isPublicV6(address: string): boolean {
  const [first = '', second = ''] = address.toLowerCase().split(':');
  const head = Number.parseInt(first, 16);
  if (!(head >= 0x2000 && head <= 0x3fff) || head === 0x2002) return false;
  return !(head === 0x2001 && ['', '0', '0000', 'db8', '0db8'].includes(second));
}

/** May a notification go to this IP address (v4 dotted, v6 without brackets)? */
export function isPublicAddress(address: string): boolean {
  if (address.includes(':')) return isPublicV6(address);
  return V4.test(address) && !CLOSED_V4.some((network) => inNetwork(numberOf(address), network));
}

/** The IP address that a URL's host is, if it is one. WHATWG URLs have already unfolded 0x7f.1 and the like. */
export function literalIn(host: string): string | undefined {
  if (host.startsWith('[')) return host.slice(1, -1);
  return V4.test(host) ? host : undefined;
}
