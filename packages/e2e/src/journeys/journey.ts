import type { Stage } from './stage.ts';

/** One story of features.md, or our own smoke test, walked in a browser. */
export interface Journey {
  /** `J02` */
  readonly id: string;
  readonly title: string;
  /** False: the BSS moves nothing by itself, so that what moves was moved by the journey. */
  readonly simulator?: boolean;
  /** Further keys of the product's configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Further environment of the product's process. */
  readonly env?: Readonly<Record<string, string>>;
  walk(stage: Stage): Promise<void>;
}
