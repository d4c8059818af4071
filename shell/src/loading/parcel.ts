import type { PortletServices } from '@faceplate/portlet-kit';
import { mountRootParcel } from 'single-spa';
import type { Portlet } from '../registry/manifest.ts';
import type { PortletLoader } from './loader.ts';

export interface Placement {
  readonly portlet: Portlet;
  readonly loader: PortletLoader;
  readonly domElement: HTMLElement;
  readonly services: PortletServices;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PlacedPortlet {
  /** Settles when the portlet stands; rejects when it could not be loaded or mounted. */
  readonly mounted: Promise<unknown>;
  /** Takes it away, now or, when it is still on its way, as soon as it stands. */
  remove(): void;
}

const ignore = () => undefined;

/** Puts a portlet into an element as a single-spa parcel of its own. */
export function placePortlet({ portlet, loader, ...props }: Placement): PlacedPortlet {
  const parcel = mountRootParcel(async () => ({ ...(await loader.load(portlet)), name: portlet.name }), props);
  // One failure rejects all of them; `mountPromise` is the one that is listened to.
  for (const promise of [parcel.loadPromise, parcel.bootstrapPromise, parcel.unmountPromise]) promise.catch(ignore);
  return {
    mounted: parcel.mountPromise,
    remove: () => {
      // What never stood cannot be unmounted, and its failure is told elsewhere.
      parcel.mountPromise.then(() => parcel.unmount()).catch(ignore);
    },
  };
}
