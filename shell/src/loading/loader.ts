import type { Lifecycle } from '@faceplate/portlet-kit';
import type { Portlet } from '../registry/manifest.ts';
import { loadModule } from './load-module.ts';
import { Quarantine } from './quarantine.ts';

export interface LoaderOptions {
  /** Milliseconds a module may take. */
  within?: number;
  now?: () => number;
}

/** Loads each portlet's module once a page, however many places show it, and remembers which ones keep failing. */
export class PortletLoader {
  readonly #within: number;
  readonly #quarantine: Quarantine;
  readonly #modules = new Map<string, Promise<Lifecycle>>();
  readonly #tries = new Map<string, number>();

  constructor({ within = 10_000, now }: LoaderOptions = {}) {
    this.#within = within;
    this.#quarantine = new Quarantine(now);
  }

  load(portlet: Portlet): Promise<Lifecycle> {
    const { name, integrity } = portlet;
    let module = this.#modules.get(name);
    if (!module) {
      module = loadModule(this.#addressOf(portlet), { integrity, within: this.#within });
      // Who loads ahead of need does not wait for it, and a failure is told to whoever needs it.
      module.catch(() => undefined);
      this.#modules.set(name, module);
    }
    return module;
  }

  /** Counts the failure and forgets the module, so that trying again really does. */
  failed({ name }: Portlet): void {
    this.#quarantine.failed(name);
    this.#modules.delete(name);
    this.#tries.set(name, (this.#tries.get(name) ?? 0) + 1);
  }

  isOff({ name }: Portlet): boolean {
    return this.#quarantine.isOff(name);
  }

  /** A browser never evaluates one address twice, not even a module that threw. */
  #addressOf({ name, module }: Portlet): string {
    const tries = this.#tries.get(name);
    if (!tries) return module;
    const address = new URL(module, location.href);
    address.searchParams.set('retry', String(tries));
    return address.href;
  }
}
