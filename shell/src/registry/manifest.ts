import * as z from 'zod/mini';
import { PortletEntry } from './portlet.ts';

/** A portlet as it was built: where it stands in the portal, and where its module lies. */
export const Portlet = z.extend(PortletEntry, {
  /** Address of its single-spa module, absolute or relative to the manifest. */
  module: z.string(),
  /** Subresource integrity of the module. */
  integrity: z.optional(z.string()),
});
export type Portlet = z.infer<typeof Portlet>;

const Manifest = z.object({ portlets: z.array(z.unknown()) });

const ADDRESS = '/embed/manifest.json';

/**
 * The portlets this portal has. One that is described wrongly is left out and
 * reported: the rest of the portal must not suffer from it.
 *
 * @throws Error when the manifest itself cannot be read.
 */
export async function readManifest(report: (cause: unknown) => void, fetch = globalThis.fetch): Promise<Portlet[]> {
  // The same mode as the preload in index.html, or the browser fetches twice.
  const response = await fetch(ADDRESS, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  const base = new URL(ADDRESS, location.href);
  return Manifest.parse(await response.json()).portlets.flatMap((described) => {
    const parsed = Portlet.safeParse(described);
    if (!parsed.success) {
      report(parsed.error);
      return [];
    }
    return [{ ...parsed.data, module: new URL(parsed.data.module, base).href }];
  });
}
