/** Tells how far something is that may take minutes. */
export type Progress = (done: number, of: number) => void;

interface Screen {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** What takes less is nothing to talk about. */
const QUIET_MS = 1000;
/** A bar drawn more often is read no better. */
const REDRAW_MS = 200;
const BAR = 24;

const number = new Intl.NumberFormat('en');

function timeLeft(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}

function bar(share: number): string {
  const full = Math.floor(share * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`;
}

/**
 * Shows the loading of a world: a bar that is drawn over and over on a
 * terminal, a line for each tenth anywhere else. Silent when it is quick.
 */
export function worldProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  let started: number | undefined;
  let shownAt = 0;
  let tenths = 0;

  function text(done: number, of: number, passed: number): string {
    const customers = `${number.format(done)} of ${number.format(of)} customers`;
    const share = Math.floor((done / of) * 100);
    if (done === of) return `World: ${customers}, making its indexes`;
    const left = done > 0 ? `, ${timeLeft((passed / done) * ((of - done) / 1000))}` : '';
    return `World: ${String(share).padStart(2)} %, ${customers}${left}`;
  }

  function draw(done: number, of: number, passed: number): void {
    const isEnd = done === of;
    if (!isEnd && now() - shownAt < REDRAW_MS) return;
    shownAt = now();
    screen.write(`\r${bar(done / of)} ${text(done, of, passed)}\u001B[K${isEnd ? '\n' : ''}`);
  }

  function say(done: number, of: number, passed: number): void {
    const reached = Math.floor((done / of) * 10);
    if (reached === tenths) return;
    tenths = reached;
    screen.write(`${text(done, of, passed)}\n`);
  }

  return (done, of) => {
    started ??= now();
    const passed = now() - started;
    if (passed < QUIET_MS) return;
    if (screen.isTTY) draw(done, of, passed);
    else say(done, of, passed);
  };
}
