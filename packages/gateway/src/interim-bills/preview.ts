import type { InterimPreview, Period } from '@faceplate/contracts';
import { sum } from '@faceplate/domain';
import { runningPeriod } from '../usage/running.ts';
import type { RunUp } from '../usage/unbilled.ts';
import type { Setting } from '../tmf/setting.ts';

/** What a bill made of these charges would hold. Lines that come to nothing are on no bill. */
export function previewOf({ charges, net, taxes, total }: RunUp, last: Period | undefined, setting: Setting): InterimPreview {
  const lines = charges.filter((charge) => charge.net.amount !== 0);
  return {
    period: runningPeriod(charges, last, setting),
    lines: lines.length,
    parts: [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, some]) => ({ kind, lines: some.length, net: sum(some.map((charge) => charge.net), net.currency) })),
    net,
    taxes,
    total,
  };
}
