import type { GatewayOptions } from '../options.ts';
import { type Capabilities, nounAt } from './capabilities.ts';

type Files = NonNullable<GatewayOptions['files']>;

const MANIFEST = '/embed/manifest.json';

interface Listing {
  portlets: { needs?: unknown }[];
}

const isListing = (value: unknown): value is Listing =>
  typeof value === 'object' && value !== null && 'portlets' in value && Array.isArray(value.portlets);

/** `bills.read` → `bills` */
const nounsOf = (needs: unknown): string[] => (Array.isArray(needs) ? needs.filter((need) => typeof need === 'string').map((need) => nounAt(`/${need.split('.')[0]}`)) : []);

async function withoutAbsent(files: Files, url: string, { absent }: Capabilities): Promise<Response | undefined> {
  const whole = await files(new Request(url));
  const body: unknown = await whole?.json().catch(() => undefined);
  if (!isListing(body)) return whole;
  const portlets = body.portlets.filter(({ needs }) => !nounsOf(needs).some((noun) => absent.has(noun)));
  return Response.json({ ...body, portlets }, { headers: { 'cache-control': 'no-cache' } });
}

/**
 * The files with a manifest that lists what is offered here: the portal makes navigation, pages and cards of it, and
 * hosts learn from it what they may mount. A portlet that needs one absent noun is left out whole.
 */
export function listedFiles(files: Files | undefined, capabilities: Capabilities | undefined): Files | undefined {
  if (!files || !capabilities || capabilities.absent.size === 0) return files;
  return (request) => (request.method === 'GET' && new URL(request.url).pathname === MANIFEST ? withoutAbsent(files, request.url, capabilities) : files(request));
}
