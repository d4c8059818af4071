import type { Lifecycle } from '@faceplate/portlet-kit';

/** A portlet's module did not arrive in time, or is not a portlet's. The portlet's or the network's fault. */
export class LoadFailure extends Error {
  override readonly name = 'LoadFailure';
}

export interface LoadOptions {
  /** Subresource integrity; a module with one changed byte is refused. */
  integrity?: string | undefined;
  /** Milliseconds until it is given up. single-spa has no limit of its own for loading. */
  within: number;
}

/**
 * Imports a portlet by URL.
 *
 * @throws LoadFailure when it does not come in time or has no lifecycles; whatever the module throws.
 */
export async function loadModule(address: string, { integrity, within }: LoadOptions): Promise<Lifecycle> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new LoadFailure(`no module within ${within} ms`));
  }, within);
  try {
    return await Promise.race([fetchModule(address, integrity), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function fetchModule(address: string, integrity: string | undefined): Promise<Lifecycle> {
  if (integrity) await preload(address, integrity);
  const module = (await import(/* @vite-ignore */ address)) as Partial<Lifecycle>;
  const { bootstrap, mount, unmount } = module;
  if (!bootstrap || !mount || !unmount) throw new LoadFailure('the module has no bootstrap, mount and unmount');
  return { bootstrap, mount, unmount };
}

/** `import()` takes no integrity, but it takes what was preloaded, and a preload can be checked. */
async function preload(address: string, integrity: string): Promise<void> {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return;
  link.rel = 'modulepreload';
  link.integrity = integrity;
  link.href = address;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  link.onload = () => {
    resolve();
  };
  link.onerror = () => {
    reject(new LoadFailure('the module is missing, or not the one that was built'));
  };
  document.head.append(link);
  try {
    await promise;
  } finally {
    link.remove();
  }
}
