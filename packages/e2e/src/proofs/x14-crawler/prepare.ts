/** Runs before a page's first script: it is the moment of the operator's world there, and short clocks and copies are counted. */
export function prepare(now: number): void {
  const ahead = now - Date.now();
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given: []) {
      if (given.length === 0) super(RealDate.now() + ahead);
      else super(...given);
    }

    static override now(): number {
      return RealDate.now() + ahead;
    }
  } as DateConstructor;
  const running = new Set<unknown>();
  Object.assign(globalThis, { faceplateTimers: running });
  const { setTimeout: begin, clearTimeout: end } = globalThis;
  const counted = (work: TimerHandler, wait = 0, ...rest: unknown[]): unknown => {
    if (typeof work !== 'function' || wait >= 1_000) return begin(work, wait, ...rest);
    const id = begin(() => {
      running.delete(id);
      (work as (...given: unknown[]) => void)(...rest);
    }, wait);
    running.add(id);
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: counted,
    clearTimeout: (id?: NodeJS.Timeout) => {
      running.delete(id);
      end(id);
    },
  });
  const { clipboard } = navigator;
  const copy = clipboard.writeText.bind(clipboard);
  clipboard.writeText = (text) => {
    Object.assign(globalThis, { faceplateCopies: ((globalThis as { faceplateCopies?: number }).faceplateCopies ?? 0) + 1 });
    return copy(text);
  };
}
