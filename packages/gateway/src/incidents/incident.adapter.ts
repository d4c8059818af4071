import type { HitService, Incident, IncidentState, KnownTrouble } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { characteristic, instant, meaningOf, needed, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import type { OwnService } from './own-services.ts';
import { hits, troubleOf } from './problem.ts';

/** TMF656's words for how an incident stands. */
const STATES: Readonly<Record<string, IncidentState>> = {
  submitted: 'open',
  acknowledged: 'open',
  inProgress: 'open',
  held: 'open',
  pending: 'waiting-for-you',
  resolved: 'over',
  closed: 'over',
  rejected: 'called-off',
  cancelled: 'called-off',
};

const IMPACTS: Readonly<Record<string, NonNullable<Incident['impact']>>> = { down: 'down', degraded: 'slow', slow: 'slow' };
const REPORTS = [0, 10_000_000] as const;

/** What customers were told: TMF656's notes are the operator's own, so this is a characteristic with a list of `at` and `text`. */
function updatesOf(facts: readonly TmfBody[]): Incident['updates'] {
  const said = facts.find((one) => text(one, 'name') === 'updates');
  const updates = records(said, 'value').flatMap((one) => {
    const [at, words] = [instant(one, 'at'), text(one, 'text')];
    return at !== undefined && words !== undefined ? [{ at, text: words }] : [];
  });
  return updates.toSorted((one, other) => one.at.localeCompare(other.at));
}

const shown = ({ id, name, identifier, place }: OwnService): HitService => ({ id, name, ...optional({ identifier, place }) });

interface Around {
  /** Missing where nobody could say what I have. */
  services: readonly OwnService[] | undefined;
  /** The ticket by which I am told when it is fixed. */
  ticketIdOf: (incidentId: string) => string | undefined;
  now: Date;
}

/** What is known of how it ends: expected while it goes on, and when it did. */
function endOf(problem: TmfBody, goesOn: boolean, { nextUpdate, to }: KnownTrouble): Pick<Incident, 'nextUpdate' | 'to' | 'endedAt'> {
  return goesOn ? optional({ nextUpdate, to }) : optional({ endedAt: instant(problem, 'resolutionDate') ?? instant(problem, 'statusChangeDate') ?? to });
}

/** An incident as those see it whom it hits; undefined where it hits nothing of mine. */
export function incidentOf(problem: TmfBody, { services, ticketIdOf, now }: Around): Incident | undefined {
  const hit = services?.filter((service) => hits(problem, service));
  if (hit?.length === 0) return undefined;
  const facts = records(problem, 'characteristic');
  const state = needed(meaningOf(STATES, text(problem, 'status')), 'status');
  const goesOn = state === 'open' || state === 'waiting-for-you';
  const known = troubleOf(problem, now);
  const { nextUpdate: _next, to: _to, ...trouble } = known;
  const ticketId = ticketIdOf(trouble.id);
  return {
    ...trouble,
    ...endOf(problem, goesOn, known),
    state,
    services: (hit ?? []).map(shown),
    updates: updatesOf(facts),
    mayFollow: goesOn && (ticketId !== undefined || (hit ?? []).some(({ mayReport }) => mayReport)),
    ...optional({
      ticketId,
      impact: meaningOf(IMPACTS, characteristic(facts, 'impact')?.toLowerCase()),
      reports: whole(REPORTS, { value: characteristic(facts, 'reports') }, 'value'),
    }),
  };
}
