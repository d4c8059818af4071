import type { RunningProduct } from './running-product.ts';

export interface TmfResource {
  readonly id: string;
  readonly [attribute: string]: unknown;
}

/** Another system of the operator's, acting on the BSS through its TM Forum APIs. */
export class Machine {
  readonly #product: Pick<RunningProduct, 'url' | 'tmfToken'>;

  constructor(product: Pick<RunningProduct, 'url' | 'tmfToken'>) {
    this.#product = product;
  }

  /** `read('productOrderingManagement/v4/productOrder/abc')` */
  read<T = TmfResource>(path: string): Promise<T> {
    return this.#call<T>('GET', path);
  }

  make(path: string, body: object): Promise<TmfResource> {
    return this.#call('POST', path, body);
  }

  /** Merges, as TM Forum's PATCH does. */
  change(path: string, body: object): Promise<TmfResource> {
    return this.#call('PATCH', path, body);
  }

  /** A lever of the BSS: `pull('clock', { advanceSeconds: 60 })`. */
  pull(lever: string, body: object): Promise<unknown> {
    return this.#ask('POST', `/sim/v1/${lever}`, body);
  }

  #call<T>(method: string, path: string, body?: object): Promise<T> {
    return this.#ask<T>(method, `/tmf-api/${path}`, body);
  }

  async #ask<T>(method: string, path: string, body?: object): Promise<T> {
    const { url, tmfToken } = this.#product;
    const response = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${tmfToken}`, ...(body && { 'content-type': method === 'POST' ? 'application/json' : 'application/merge-patch+json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
