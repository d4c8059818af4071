interface Sizes {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

interface Manifest {
  readonly runtime: { readonly module: string; readonly size: Sizes };
  readonly portlets: readonly { readonly name: string; readonly module: string; readonly size: { readonly firstView: Sizes; readonly total: Sizes } }[];
}

/** What the product says it serves below `/embed/`. */
export interface Served {
  readonly manifest: Manifest;
  /** The one file all portlets of a page share. */
  readonly runtime: string;
}

export async function readServed(gateway: string): Promise<Served> {
  const address = `${gateway}/embed/manifest.json`;
  const manifest = (await (await fetch(address)).json()) as Manifest;
  return { manifest, runtime: new URL(manifest.runtime.module, address).href };
}

/** A kilobyte has 1,000 bytes, as in performance.md. */
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

/** One line a portlet, and the runtime once. */
export function bytesTable({ manifest: { runtime, portlets } }: Served): string[] {
  const line = (name: string, { firstView, total }: { firstView: Sizes; total: Sizes }) =>
    `  ${name.padEnd(18)}${kB(firstView.brotli)}${kB(total.brotli)}${kB(total.gzip)}${kB(total.raw)}`;
  const head = `  ${''.padEnd(18)}${['view br', 'all br', 'all gzip', 'all raw'].map((word) => word.padStart(9)).join('')}`;
  return [head, ...portlets.map(({ name, size }) => line(name, size)), line('runtime, once', { firstView: runtime.size, total: runtime.size })];
}
