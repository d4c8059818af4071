import type { HintLog } from '../events/hints/hint-log.ts';
import type { Log } from '../options.ts';
import { Refusal } from '../problem.ts';
import type { ReportKeeper } from './keeper.ts';
import { type Bar, lasting, onShow, type Outcome, RESTORABLE_MS } from './shelf.ts';
import type { KeptReport, Owner, ReportStore } from './store.ts';

export interface ReportDeskOptions {
  store: ReportStore;
  clock: () => Date;
  /** Takes what other pages of the person should hear of. */
  hints?: Pick<HintLog, 'note'>;
  log?: Log;
}

/** Each try that is lost was another's success; somebody with so many at once is no person. */
const MOST_TRIES = 40;

/** Keeps what people save under a name, in the gateway's own store: no system behind it knows of such a thing. */
export class ReportDesk implements ReportKeeper {
  readonly #options: ReportDeskOptions;

  constructor(options: ReportDeskOptions) {
    this.#options = options;
  }

  async list(owner: Owner): Promise<KeptReport[]> {
    return onShow((await this.#options.store.read(owner)).reports);
  }

  async change(owner: Owner, work: (reports: readonly KeptReport[], at: string) => Outcome): Promise<Bar | KeptReport> {
    const { store, clock } = this.#options;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { version, reports: before } = await store.read(owner);
      const kept = lasting(before, clock());
      const outcome = work(kept, clock().toISOString());
      if (typeof outcome === 'string') return outcome;
      const { reports, report } = outcome;
      if (reports === kept) return report;
      if (!(await store.write(owner, { version: version + 1, reports }))) continue;
      await this.#tell(owner, report, version + 1);
      return report;
    }
    throw new Refusal({ status: 503, code: 'busy', title: 'Others are changing this right now. Try again in a moment.' }, { 'retry-after': '1' });
  }

  /** Lets go of what was removed more than a day ago. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#options;
    const before = new Date(clock().getTime() - RESTORABLE_MS).toISOString();
    for (const owner of await store.withRemoved(before, 500)) {
      const { version, reports } = await store.read(owner);
      // Whoever is faster has let go of it as well.
      await store.write(owner, { version: version + 1, reports: lasting(reports, clock()) });
    }
  }

  async #tell({ tenant, person }: Owner, { id }: KeptReport, version: number): Promise<void> {
    const { hints, clock, log } = this.#options;
    const change = { eventId: `report ${tenant} ${person} ${version}`, eventTime: clock().toISOString(), eventType: 'SavedReportChangeEvent', resource: 'savedReport', id, partyIds: [person] };
    await hints?.note(change).catch(() => log?.('warn', { event: 'report-untold' }));
  }
}
