import { isRow, okay, type Row } from '../wire/answer.ts';
import type { Transport } from '../wire/transport.ts';

/** What a server's own description says: which methods stand under which path of this host. */
export interface Described {
  /** Whole path of a collection → methods in capitals. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string>>;
  /** Addresses of the documents that were read. */
  readonly read: readonly string[];
}

const FILES = ['openapi.json', 'swagger.json', 'api-docs', 'v3/api-docs', 'docs/openapi.json'];
const METHODS = new Set(['get', 'post', 'patch', 'put', 'delete']);

const trimmed = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`;

/** Paths before those in the document: Swagger's `basePath`, OpenAPI's servers of this very host. */
function prefixesOf(document: Row, at: URL): string[] {
  if (typeof document['basePath'] === 'string') return [document['basePath']];
  const servers = Array.isArray(document['servers']) ? document['servers'].filter(isRow) : [];
  const paths = servers.flatMap(({ url }) => {
    const parsed = typeof url === 'string' && !url.includes('{') ? URL.parse(url, at) : null;
    return parsed?.origin === at.origin ? [parsed.pathname] : [];
  });
  return paths.length > 0 ? paths : ['/'];
}

/** Reads what an OpenAPI or Swagger document lists; nothing from anything else. */
export function methodsIn(document: unknown, at: URL): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  if (!isRow(document) || !isRow(document['paths'])) return found;
  for (const [path, item] of Object.entries(document['paths'])) {
    const methods = isRow(item) ? Object.keys(item).filter((key) => METHODS.has(key)) : [];
    for (const prefix of prefixesOf(document, at)) {
      const whole = trimmed(`${prefix}/${path}`);
      found.set(whole, new Set([...(found.get(whole) ?? []), ...methods.map((method) => method.toUpperCase())]));
    }
  }
  return found;
}

/** Asks each place for the documents servers usually have. */
export async function readDocuments(transport: Transport, places: readonly string[]): Promise<Described> {
  const methods = new Map<string, Set<string>>();
  const read: string[] = [];
  for (const address of places.flatMap((place) => FILES.map((file) => `${place}/${file}`))) {
    const { answer } = await transport.ask(address);
    const found = okay(answer) ? methodsIn(answer.body, new URL(address)) : new Map<string, Set<string>>();
    if (found.size > 0) read.push(address);
    for (const [path, listed] of found) methods.set(path, new Set([...(methods.get(path) ?? []), ...listed]));
  }
  return { methods, read };
}

/** Base paths under which a document lists a collection of that name: `/x/v4` of `/x/v4/troubleTicket`. */
export function describedBases({ methods }: Described, resource: string): string[] {
  return [...methods.keys()].flatMap((path) => (path.endsWith(`/${resource}`) ? [path.slice(0, -resource.length - 1)] : []));
}
