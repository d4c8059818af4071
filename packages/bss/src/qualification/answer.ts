import type { JsonObject } from '../surface/body.ts';
import { withValues } from '../rules/characteristic.ts';
import { objects } from '../simulator/course.ts';
import { type Fault, isFault, type Judgement } from './judge.ts';
import type { Verdict } from './qualify.ts';
import type { Reason } from './reason.ts';

/** What the asker wants to be told. */
export interface Wishes {
  alternatives: boolean;
  reasons: boolean;
}

const instant = (moment: number): string => new Date(moment).toISOString();

/** TMF679's reason is a code and a label; what would work, and what the words name, stand beside them as our extension. */
export const reasonOf = ({ code, family, label, remedy, facts }: Reason): JsonObject => ({ code, label, family, remedy: { ...remedy }, facts: { ...facts } });

const faultOf = ({ fault }: Fault): JsonObject => ({
  state: 'terminatedWithError',
  terminationError: [{ id: 'unreadable', value: fault }],
});

/** The product as it would come: by which line, and what that line really gives. */
function productAnswer(item: JsonObject, { servedBy }: Verdict): JsonObject {
  if (!servedBy) return {};
  const [product = {}] = objects(item['product']);
  const { access, download, upload } = servedBy;
  const facts = { technology: access.technology, realisticDownload: download, realisticUpload: upload };
  return { product: { ...product, productCharacteristic: withValues(product['productCharacteristic'], facts) } };
}

function proposals({ alternates }: Verdict): JsonObject {
  if (alternates.length === 0) return {};
  return {
    alternateProductOfferingProposal: alternates.map(({ id, name }, index) => ({
      id: String(index + 1),
      alternateProductOffering: { id, name, '@referredType': 'ProductOffering' },
    })),
  };
}

function verdictOf(item: JsonObject, verdict: Verdict, wishes: Wishes): JsonObject {
  const { qualified, reasons, from } = verdict;
  return {
    ...productAnswer(item, verdict),
    state: 'done',
    qualificationItemResult: qualified ? 'qualified' : 'unqualified',
    ...(from !== undefined && { expectedActivationDate: instant(from) }),
    ...(!qualified && wishes.reasons && { eligibilityUnavailabilityReason: reasons.map(reasonOf) }),
    ...(!qualified && wishes.alternatives && proposals(verdict)),
  };
}

/** A TMF679 v4 item with its answer in it; what an earlier answer said is gone. */
export function answered(item: JsonObject, judgement: Judgement, wishes: Wishes): JsonObject {
  const { eligibilityUnavailabilityReason: _r, alternateProductOfferingProposal: _a, terminationError: _t, expectedActivationDate: _d, qualificationItemResult: _q, ...asked } = item;
  return { ...asked, ...(isFault(judgement) ? faultOf(judgement) : verdictOf(item, judgement, wishes)) };
}
