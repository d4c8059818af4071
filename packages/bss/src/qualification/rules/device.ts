import type { Offering } from '../../catalogue/offering.ts';
import type { Device } from '../device.ts';
import { type ReasonCode, reason, type Remedy } from '../reason.ts';
import type { Rule, Situation } from '../situation.ts';

/** How a capability is called in the catalogue, and what its lack is called. */
const CODES: readonly (readonly [pattern: RegExp, code: ReasonCode, kind: string])[] = [
  [/esim/i, 'deviceLacksEsim', 'phone'],
  [/band|5g|lte/i, 'deviceLacksBand', 'phone'],
  [/fibre|wi-?fi|router|docsis|dsl/i, 'routerUnfit', 'router'],
];

const codeOf = (capability: string) => CODES.find(([pattern]) => pattern.test(capability));

/** A device we sell that can do it. */
function ableDevice({ catalogue, now }: Situation, capability: string, able: ReadonlySet<string>): Offering | undefined {
  return [...catalogue.offerings.values()].find(
    (offering) => able.has(offering.specification?.id ?? '') && offering.isSellable && offering.validFor.from <= now && now < offering.validFor.until && capability !== '',
  );
}

function remedyFor(situation: Situation, capability: string, able: ReadonlySet<string>): Remedy {
  const device = ableDevice(situation, capability, able);
  if (!device) return { action: 'chooseDevice', label: `Use a device that has ${capability}.` };
  return { action: 'chooseDevice', label: `Use a device that has ${capability}, such as the ${device.name}.`, productOffering: { id: device.id, name: device.name } };
}

/** Only devices of the kind that the capability is about can lack it: a phone is no router. */
function judged({ wanted, devices }: Situation, kind: string | undefined): readonly Device[] {
  if (wanted.device) return [wanted.device];
  return devices.filter((device) => kind === undefined || device.kind === kind);
}

/**
 * Can the device do what the offer needs? Judged by the device that is named,
 * else by those owned and ordered beside it, any one of which will do. Where no
 * device of the kind is known nobody can say, and it is no reason for a no.
 */
export const deviceRule =
  (known: readonly Device[]): Rule =>
  (situation) => {
    const { offering, action } = situation.wanted;
    if (action === 'delete' || action === 'noChange') return [];
    return offering.capabilities.flatMap((capability) => {
      const [, code = 'deviceUnfit', kind] = codeOf(capability) ?? [];
      const devices = judged(situation, kind);
      if (devices.length === 0 || devices.some(({ can }) => can.has(capability))) return [];
      const able = new Set(known.filter(({ can }) => can.has(capability)).map(({ id }) => id));
      const names = [...new Set(devices.map(({ name }) => name))];
      return [reason(code, `${offering.name} needs ${capability}; ${names.join(', ')} ${devices.length === 1 ? 'does' : 'do'} not have it.`, remedyFor(situation, capability, able), { offer: offering.name, capability, devices: names })];
    });
  };
