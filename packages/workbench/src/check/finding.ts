/** One thing that does not hold. */
export interface Finding {
  /** File, with its line where one is known; relative to the checkout. */
  readonly where: string;
  readonly message: string;
}

/** What a step looks at. */
export interface Scope {
  readonly root: string;
  /** Path of the only room to look at; undefined for all. */
  readonly room: string | undefined;
}

export interface Outcome {
  readonly findings: readonly Finding[];
  /** Figures worth a line even when all holds. */
  readonly notes?: readonly string[];
}

export interface Step {
  readonly name: string;
  /** What holds when it passes. */
  readonly promise: string;
  run(scope: Scope): Promise<Outcome>;
}

/** Whether a file is inside what was asked for. */
export function inScope({ room }: Scope, file: string): boolean {
  return room === undefined || file === room || file.startsWith(`${room}/`);
}
