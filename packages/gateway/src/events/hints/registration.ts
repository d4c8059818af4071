import type { Log } from '../../options.ts';
import { tmfClient } from '../../upstream/client.ts';
import { UpstreamProblem } from '../../upstream/problem.ts';
import type { HintingSystem } from './hub.ts';
import { addressToken } from './proof.ts';

/** Remembers over restarts, and for all processes, what was registered where. */
export interface Registered {
  read(system: string): Promise<{ id: string; callback: string } | undefined>;
  write(system: string, entry: { id: string; callback: string } | undefined): Promise<void>;
}

export interface RegistrationOptions {
  systems: readonly HintingSystem[];
  registered: Registered;
  /** Our origin as those systems reach it. */
  publicUrl: string;
  log?: Log;
}

/** Where a system is to send its notifications. */
export const callbackOf = async ({ secret, name }: HintingSystem, publicUrl: string): Promise<string> =>
  `${publicUrl}/hub/${name}/${await addressToken(secret, name)}`;

/** Our hub registrations at systems elsewhere. Whatever fails is tried again with the next `renew`; nobody waits for it. */
export class Registration {
  readonly #options: RegistrationOptions;

  constructor(options: RegistrationOptions) {
    this.#options = options;
  }

  /** Registers where we are not, and anew where we are: a system that was set up afresh has forgotten us. */
  async renew(): Promise<void> {
    await Promise.all(this.#options.systems.map((system) => this.#each(system, () => this.#renewAt(system))));
  }

  async remove(): Promise<void> {
    await Promise.all(this.#options.systems.map((system) => this.#each(system, () => this.#removeAt(system))));
  }

  async #renewAt(system: HintingSystem): Promise<void> {
    const callback = await callbackOf(system, this.#options.publicUrl);
    const before = await this.#options.registered.read(system.name);
    // The new one first: what is told meanwhile is told twice and noted once.
    const id = await this.#registeredAs(system, callback);
    if (id === undefined) return;
    await this.#options.registered.write(system.name, { id, callback });
    if (before && before.id !== id) await this.#hub(system).delete('hub', before.id);
  }

  /** `undefined` when that system says that it knows the address already. */
  async #registeredAs(system: HintingSystem, callback: string): Promise<string | undefined> {
    try {
      const { id } = await this.#hub(system).post('hub', { callback });
      return String(id);
    } catch (error) {
      if (error instanceof UpstreamProblem && error.status === 409) return undefined;
      throw error;
    }
  }

  async #removeAt(system: HintingSystem): Promise<void> {
    const before = await this.#options.registered.read(system.name);
    if (!before) return;
    await this.#hub(system).delete('hub', before.id);
    await this.#options.registered.write(system.name, undefined);
  }

  #hub({ api, upstream }: HintingSystem) {
    return tmfClient(api, upstream, { trace: crypto.randomUUID(), signal: AbortSignal.timeout(5_000) });
  }

  async #each({ upstream }: HintingSystem, work: () => Promise<void>): Promise<void> {
    await work().catch(() => this.#options.log?.('warn', { event: 'hub-registration-failed', upstream: upstream.name }));
  }
}
