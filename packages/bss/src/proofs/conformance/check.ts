import type { Subject } from './subject.ts';

/** One thing that a conforming server does with a resource. */
export interface Check {
  readonly title: string;
  /** Whether the resource can show it at all. */
  applies(subject: Subject): boolean;
  /** @throws Unmet with the exchange that shows otherwise. */
  run(subject: Subject): Promise<void>;
}

export const always = (): boolean => true;
