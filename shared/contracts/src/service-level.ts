import * as z from 'zod/mini';
import { Gap } from './gap.ts';
import { Money } from './money.ts';
import { Instant, Month } from './time.ts';

/** How a month did against its target: `near` is met with less than a quarter of the error budget left. */
export const ServiceLevelState = z.enum(['met', 'near', 'missed', 'unknown']);
export type ServiceLevelState = z.infer<typeof ServiceLevelState>;

/**
 * One service in one month. Seconds are whole but for `downSeconds`; `countedSeconds` is the time that counts: what has passed less time
 * outside service hours, planned work, waiting for the customer and time without data.
 */
export const ServiceLevelCell = z.object({
  month: Month,
  state: ServiceLevelState,
  countedSeconds: z.int(),
  /** Weighted: a second at half strength is 0.5. Two digits after the point at most. */
  downSeconds: z.number(),
  /** Planned work and waiting together. */
  excludedSeconds: z.int(),
  unknownSeconds: z.int(),
  maintenanceSeconds: z.optional(z.int()),
  waitingSeconds: z.optional(z.int()),
  outsideSeconds: z.optional(z.int()),
});
export type ServiceLevelCell = z.infer<typeof ServiceLevelCell>;

export const ServiceLevelRow = z.object({
  service: z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()) }),
  /** Promised availability as a share of counted time: 0.9995. */
  target: z.number(),
  cells: z.array(ServiceLevelCell),
});
export type ServiceLevelRow = z.infer<typeof ServiceLevelRow>;

/** `GET /service-levels`: worst service first; every row has a cell for each of `months`, oldest first. */
export const ServiceLevelGrid = z.object({
  months: z.array(Month),
  /** IANA zone in which the months begin and end. */
  zone: z.string(),
  rows: z.array(ServiceLevelRow),
  gaps: z.array(Gap),
  next: z.optional(z.string()),
});
export type ServiceLevelGrid = z.infer<typeof ServiceLevelGrid>;

/** A figure of the cells that have any of it: the cell at place `at[i]` has `of[i]`, all others nothing. Places count row by row. */
export const SparseColumn = z.object({ at: z.array(z.int()), of: z.array(z.number()) });
export type SparseColumn = z.infer<typeof SparseColumn>;

/**
 * `GET /service-levels/grid`: all services by all months in columns, worst service first; 500 services of a year are a tenth of what
 * they are as rows. Seconds, as in `ServiceLevelCell`. What counted of a cell is `passed` of its month less `unpromised`, `maintenance`,
 * `waiting` and `unknown`.
 */
export const ServiceLevelColumns = z.object({
  months: z.array(Month),
  /** Seconds of each month that are over. */
  passed: z.array(z.int()),
  zone: z.string(),
  /** One each a service, in the order of the rows; `identifier` is empty where there is none. */
  services: z.object({ id: z.array(z.string()), name: z.array(z.string()), identifier: z.array(z.string()), target: z.array(z.number()) }),
  /** A letter a cell: `k` kept (`met`), `n` near, `m` missed, `u` unknown. */
  states: z.string(),
  down: SparseColumn,
  maintenance: SparseColumn,
  waiting: SparseColumn,
  unknown: SparseColumn,
  /** Outside service hours, and before the promise began or after it ended. */
  unpromised: SparseColumn,
  gaps: z.array(Gap),
});
export type ServiceLevelColumns = z.infer<typeof ServiceLevelColumns>;

/** What became of a part of an interval. `left-out` is planned work or waiting; `overlap` is borne by another interval. */
export const ServicePart = z.object({
  kind: z.enum(['down', 'left-out', 'unknown', 'outside-hours', 'in-maintenance', 'in-waiting', 'too-short', 'not-planned', 'known-down', 'overlap']),
  seconds: z.int(),
});
export type ServicePart = z.infer<typeof ServicePart>;

/** A stretch of time that was not simply "up". Half-open: `from` belongs to it, `to` does not. */
export const ServiceInterval = z.object({
  id: z.string(),
  kind: z.enum(['outage', 'degraded', 'maintenance', 'waiting-for-you', 'no-data']),
  from: Instant,
  to: Instant,
  /** Seconds of it that count against the provider. */
  downSeconds: z.number(),
  reason: z.optional(z.string()),
  /** Of `degraded`: how much of an outage it was, in per cent. */
  weight: z.optional(z.int()),
  /** All of its length, accounted for. */
  parts: z.optional(z.array(ServicePart)),
});
export type ServiceInterval = z.infer<typeof ServiceInterval>;

/** What may be down in the whole month, and how it is being spent. Seconds may have fractions. */
export const ErrorBudget = z.object({
  /** What will have counted when the month is over. */
  wholeSeconds: z.int(),
  allowedSeconds: z.number(),
  usedSeconds: z.number(),
  /** Below zero when it is overspent. */
  leftSeconds: z.number(),
  /** 1 spends it exactly by the end of the month. Absent where nothing counted yet, or nothing is allowed. */
  burnRate: z.optional(z.number()),
  /** When it is spent if things go on as they did so far; absent when the month ends before. */
  spentAt: z.optional(Instant),
  /** When it would be spent if the service went down now and stayed so. */
  spentIfDownAt: z.optional(Instant),
});
export type ErrorBudget = z.infer<typeof ErrorBudget>;

/** What a missed month gives back, and how that was found. */
export const ServiceCredit = z.object({
  /** `expected`: the month still runs, or nobody has written the violation down; `claimable`: ask for it; `granted`: it was given. */
  state: z.enum(['expected', 'claimable', 'granted']),
  /** What was given, tax included; where it is not what we reckon, both are shown. */
  granted: z.optional(Money),
  /** Where it stands: the line of the bill, once a bill has taken it. */
  chargeId: z.optional(z.string()),
  billId: z.optional(z.string()),
  working: z.optional(
    z.object({
      downSeconds: z.number(),
      allowedSeconds: z.number(),
      /** Times the allowance was used, cut to two digits; absent where nothing was allowed. */
      used: z.optional(z.number()),
      step: z.object({ above: z.optional(z.number()), below: z.optional(z.number()), percent: z.number() }),
      fee: Money,
      before: Money,
      cap: z.optional(Money),
      amount: Money,
    }),
  ),
});
export type ServiceCredit = z.infer<typeof ServiceCredit>;

/** The hours of the week in which a promise counts. 1 is Monday; minutes after midnight. */
export const ServiceHours = z.object({ days: z.array(z.int()), from: z.int(), to: z.int() });

/** A ticket about the service that is not over, and until when what was promised of it holds. */
export const ServiceClock = z.object({
  ticketId: z.string(),
  title: z.string(),
  /** Whose turn it is: a clock stands unless it is the provider's. */
  waitsFor: z.enum(['provider', 'you', 'your-company', 'other', 'nobody']),
  /** Somebody begins by then; `respondedAt`: somebody has. */
  respondBy: z.optional(Instant),
  respondedAt: z.optional(Instant),
  /** It works again by then; absent while nobody can say, for the clock stands. */
  restoreBy: z.optional(Instant),
  /** A promised time went by unkept. */
  late: z.boolean(),
});
export type ServiceClock = z.infer<typeof ServiceClock>;

/** Help that belongs to the service: what its agreement says beside availability, and the clocks that run. Seconds of service time. */
export const ServiceHelp = z.object({
  respondSeconds: z.optional(z.int()),
  restoreSeconds: z.optional(z.int()),
  /** Visits of a calendar year that cost nothing; `used` took place or are booked. */
  visits: z.optional(z.object({ included: z.int(), used: z.int() })),
  clocks: z.array(ServiceClock),
});
export type ServiceHelp = z.infer<typeof ServiceHelp>;

/** `GET /service-levels/{service}/{month}`: the cell and every interval behind its figure, oldest first. */
export const ServiceLevelDetail = z.object({
  service: z.object({ id: z.string(), name: z.string(), identifier: z.optional(z.string()) }),
  zone: z.string(),
  target: z.number(),
  /** Around the clock when absent. */
  hours: z.optional(z.array(ServiceHours)),
  cell: ServiceLevelCell,
  intervals: z.array(ServiceInterval),
  budget: z.optional(ErrorBudget),
  credit: z.optional(ServiceCredit),
  /** Of the running month alone. */
  help: z.optional(ServiceHelp),
  gaps: z.optional(z.array(Gap)),
});
export type ServiceLevelDetail = z.infer<typeof ServiceLevelDetail>;
