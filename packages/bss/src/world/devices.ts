import type { Draft } from './draft.ts';
import type { Family } from './family.ts';

/** What a device may be able to do, as offers ask for it by name. */
const CAPABILITIES = {
  eSIM: 'Takes a profile over the air instead of a card.',
  'Band n78': 'Hears the 5G frequency on which the highest speeds are sent.',
  'Fibre port': 'A line of glass plugs straight into it.',
} as const;

type Capability = keyof typeof CAPABILITIES;

interface Device {
  name: string;
  kind: 'phone' | 'tablet' | 'router' | 'tv box';
  /** First eight digits of the IMEI (type allocation code). */
  typeCode?: string;
  /** The offer by which we sell it, and the version of that. */
  soldAs?: readonly [key: string, version?: string];
  can: readonly Capability[];
}

const DEVICES: readonly Device[] = [
  { name: 'Aster 5', kind: 'phone', typeCode: '35194811', soldAs: ['phone-aster'], can: ['eSIM', 'Band n78'] },
  { name: 'Corvo Max', kind: 'phone', typeCode: '35677209', soldAs: ['phone-corvo'], can: ['eSIM', 'Band n78'] },
  { name: 'Lumen', kind: 'tablet', typeCode: '35820114', soldAs: ['tablet-lumen'], can: ['eSIM'] },
  { name: 'Router 7 (first edition)', kind: 'router', soldAs: ['router', '1.0'], can: [] },
  { name: 'Router 7', kind: 'router', soldAs: ['router', '2.0'], can: ['Fibre port'] },
  { name: 'TV Box', kind: 'tv box', soldAs: ['tv-box'], can: [] },
  // What customers bring along.
  { name: 'Tern 2', kind: 'phone', typeCode: '86402305', can: [] },
  { name: 'Heron S', kind: 'phone', typeCode: '86511740', can: ['eSIM'] },
];

const NEEDS: Readonly<Record<string, readonly Capability[]>> = {
  'second-card': ['eSIM'],
  'mobile-xl': ['Band n78'],
  'team-unlimited': ['Band n78'],
  'fibre-500': ['Fibre port'],
  'fibre-1000': ['Fibre port'],
  'fibre-and-tv': ['Fibre port'],
};

const deviceId = (draft: Draft, { name }: Device) => draft.id('device', name);
const capabilityId = (draft: Draft, name: Capability) => draft.id('capability', name);
const truth = (name: string, value: boolean) => ({ name, valueType: 'boolean', configurable: false, productSpecCharacteristicValue: [{ value, valueType: 'boolean' }] });

/** Writes the kinds of devices we know, with what they can do: those we sell and those that people have. */
export function writeDevices(draft: Draft, common: object): void {
  for (const [name, description] of Object.entries(CAPABILITIES)) {
    draft.add('productSpecification', { id: capabilityId(draft, name as Capability), name, description, ...common, isBundle: false });
  }
  for (const device of DEVICES) {
    const { name, kind, typeCode, can } = device;
    draft.add('productSpecification', {
      id: deviceId(draft, device),
      name,
      ...common,
      isBundle: false,
      ...(typeCode && { productNumber: typeCode }),
      productSpecCharacteristic: [
        { name: 'Kind', valueType: 'string', configurable: false, productSpecCharacteristicValue: [{ value: kind, valueType: 'string' }] },
        ...Object.keys(CAPABILITIES).map((capability) => truth(capability, can.some((one) => one === capability))),
      ],
    });
  }
}

/** The specification of the device that an offer sells; undefined for what is no device. */
export function deviceSold(draft: Draft, { key }: Family, version: string): { id: string; name: string } | undefined {
  const device = DEVICES.find(({ soldAs }) => soldAs?.[0] === key && (soldAs[1] ?? version) === version);
  return device && { id: deviceId(draft, device), name: device.name };
}

/** What an offer asks of the device it is used with. */
export function capabilitiesFor(draft: Draft, { key }: Family): { id: string; name: string }[] {
  return (NEEDS[key] ?? []).map((name) => ({ id: capabilityId(draft, name), name }));
}
