import { getMountedApps, registerApplication, setBootstrapMaxTime, setMountMaxTime, setUnloadMaxTime, setUnmountMaxTime, start } from 'single-spa';
import type { Portlet } from '../registry/manifest.ts';
import { type Params, paramsOf } from './pattern.ts';

export type Page =
  | { readonly kind: 'opening' }
  | { readonly kind: 'home' }
  | { readonly kind: 'security' }
  | { readonly kind: 'portlet'; readonly portlet: Portlet; readonly params: Params }
  | { readonly kind: 'missing' };

/** The portal's own pages, by path. */
export const OWN: ReadonlyMap<string, 'home' | 'security'> = new Map([
  ['/', 'home'],
  ['/security', 'security'],
]);

/** Milliseconds a portlet may take; beyond them it counts as failed instead of keeping the page waiting. */
const LIMITS = { bootstrap: 4_000, mount: 3_000, unmount: 3_000, unload: 3_000 };

/**
 * The pages of the portal are single-spa applications: single-spa reads the
 * address and says which page stands. What may fail, the portlets, are parcels
 * inside a page, so that one that hangs can never hold up a change of page.
 */
export function registerPages(portlets: readonly Portlet[], show: (page: Page) => void): void {
  for (const [path, kind] of OWN) {
    registerPage(kind, ({ pathname }) => (pathname === path ? {} : undefined), () => {
      show({ kind });
    });
  }
  for (const portlet of portlets) {
    registerPage(portlet.name, (address) => paramsOf(portlet, address), (params) => {
      show({ kind: 'portlet', portlet, params });
    });
  }
  window.addEventListener('single-spa:routing-event', () => {
    if (getMountedApps().length === 0) show({ kind: 'missing' });
  });
}

function registerPage(name: string, match: (address: Location) => Params | undefined, show: (params: Params) => void): void {
  let shown = '';
  const appear = () => {
    shown = here();
    show(match(location) ?? {});
    return Promise.resolve();
  };
  const move = () => {
    if (shown && here() !== shown && match(location)) void appear();
  };
  window.addEventListener('single-spa:routing-event', move);
  registerApplication({
    name,
    activeWhen: (address) => match(address) !== undefined,
    app: {
      bootstrap: () => Promise.resolve(),
      mount: appear,
      unmount: () => {
        shown = '';
        return Promise.resolve();
      },
    },
  });
}

const here = () => location.pathname + location.search;

/** Portlets that take too long die, instead of only being mentioned on the console. */
export function startPages(limits: Partial<typeof LIMITS> = {}): void {
  const { bootstrap, mount, unmount, unload } = { ...LIMITS, ...limits };
  setBootstrapMaxTime(bootstrap, true);
  setMountMaxTime(mount, true);
  setUnmountMaxTime(unmount, true);
  setUnloadMaxTime(unload, true);
  start({ urlRerouteOnly: true });
}
