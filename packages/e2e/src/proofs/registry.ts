import { proveAlike, proveConformance, proveHardened, proveKill, proveMoney, proveScale, type Prove } from '@faceplate/bss/proofs';
import { papers } from './b22-papers/b22-papers.ts';
import { prices } from './f07-prices/f07-prices.ts';
import { nothingForeign } from './g1-foreign/g1-foreign.ts';
import { idempotency } from './g11-idempotency/g11-idempotency.ts';
import { races } from './g12-races/g12-races.ts';
import { eventStreams } from './g13-streams/g13-streams.ts';
import { rollingRestarts } from './g16-restarts/g16-restarts.ts';
import { ssrf } from './g18-ssrf/g18-ssrf.ts';
import { matrix } from './g2-matrix/g2-matrix.ts';
import { auditTrail } from './g21-audit/g21-audit.ts';
import { identityBleed } from './g22-bleed/g22-bleed.ts';
import { edges } from './g26-edges/g26-edges.ts';
import { signOn } from './g3-sign-on/g3-sign-on.ts';
import { csrf } from './g4-csrf/g4-csrf.ts';
import { soaking } from './g14-soak/g14-soak.ts';
import { overload } from './g15-overload/g15-overload.ts';
import { strictPolicy } from './g5-strict-policy.ts';
import { hurtUpstreams } from './g7-answers/g7-answers.ts';
import { faults } from './g9-faults/g9-faults.ts';
import { golden } from './p17-golden/p17-golden.ts';
import type { Proof } from './proof.ts';
import { bytes } from './v4-bytes.ts';
import { gatewayCost } from './v9-gateway/v9-gateway.ts';
import { probed } from './x03-probe/x03-probe.ts';
import { payments } from './x08-payments/x08-payments.ts';
import { serviceLevels } from './x06-service-levels/x06-service-levels.ts';
import { billChanges } from './x04-change/x04-change.ts';
import { states } from './x12-states/x12-states.ts';
import { crawler } from './x14-crawler/x14-crawler.ts';

const ofTheBss = (id: string, title: string, run: Prove): Proof => ({ on: 'bss', id, title, run });

/** Every proof there is, by its number. */
export const PROOFS: readonly Proof[] = [
  nothingForeign,
  matrix,
  signOn,
  csrf,
  strictPolicy,
  overload,
  soaking,
  hurtUpstreams,
  faults,
  idempotency,
  races,
  eventStreams,
  rollingRestarts,
  ssrf,
  auditTrail,
  identityBleed,
  edges,
  bytes,
  gatewayCost,
  probed,
  payments,
  billChanges,
  serviceLevels,
  papers,
  prices,
  golden,
  states,
  crawler,
  ofTheBss('R1', 'Every TM Forum resource conforms, on every store', proveConformance),
  ofTheBss('R2', 'The stores answer alike', proveAlike),
  ofTheBss('R3', 'A kill loses and doubles nothing', proveKill),
  ofTheBss('R4', 'Money always adds up', proveMoney),
  ofTheBss('R5', 'A hundred thousand customers', proveScale),
  ofTheBss('R6', 'No request brings it down', proveHardened),
];

/**
 * The proofs asked for by number, all when none is.
 *
 * @throws Error when there is no proof of that number.
 */
export function chosenProofs(ids: readonly string[], all = PROOFS): readonly Proof[] {
  if (ids.length === 0) return all;
  return ids.map((id) => {
    const found = all.find((proof) => proof.id === id.toUpperCase());
    if (!found) throw new Error(`There is no proof ${id}. There are: ${all.map((one) => one.id).join(', ')}.`);
    return found;
  });
}
