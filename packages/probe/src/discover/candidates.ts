import { type ApiFacts, namesIn, type Version } from '../landscape/facts.ts';

/** The given address without what is too much, and the server before `/tmf-api` where the address leads into it. */
export function rootsOf(base: string): string[] {
  const url = new URL(base);
  const path = url.pathname.replace(/\/+$/, '');
  const [before = ''] = path.split(/\/tmf-api(?=\/|$)/);
  return [...new Set([url.origin + path, url.origin + before])];
}

const versionOf = (path: string): Version | undefined => (/\/v4(\.\d+)*$/.test(path) ? 'v4' : /\/v5(\.\d+)*$/.test(path) ? 'v5' : undefined);

/** The version an address names at its end. */
export const versionNamed = (address: string): Version | undefined => versionOf(new URL(address).pathname.replace(/\/+$/, ''));

/**
 * Addresses at which an API may stand, likeliest first: TM Forum's path, the same without `/tmf-api`, below the given
 * address itself, and that address when it is the API already.
 */
export function candidates(facts: ApiFacts, version: Version, roots: readonly string[]): string[] {
  const names = namesIn(version, facts);
  const usual = roots.flatMap((root) => [
    ...names.map((name) => `${root}/tmf-api/${name}/${version}`),
    ...names.map((name) => `${root}/${name}/${version}`),
  ]);
  const [given = ''] = roots;
  if (new URL(given).pathname === '/') return [...new Set(usual)];
  const named = versionNamed(given);
  const itself = named === undefined ? [`${given}/${version}`, ...(version === 'v4' ? [given] : [])] : named === version ? [given] : [];
  return [...new Set([...itself, ...usual])];
}

/** Where generations stand that Faceplate does not speak. */
export const olderCandidates = (facts: ApiFacts, roots: readonly string[]): string[] => {
  const [root = ''] = roots.slice(-1);
  return ['v3', 'v2', 'v1'].map((version) => `${root}/tmf-api/${facts.names[0]}/${version}`);
};
