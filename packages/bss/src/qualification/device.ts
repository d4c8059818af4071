import type { Ref } from '../catalogue/read.ts';
import { objects, text } from '../simulator/course.ts';
import type { Resource } from '../store/store.ts';

/** A kind of device, and what it can do: a TMF620 productSpecification whose characteristics are true or false. */
export interface Device extends Ref {
  /** First eight digits of its IMEI (type allocation code), where it has one. */
  typeCode: string | undefined;
  kind: string | undefined;
  can: ReadonlySet<string>;
}

/** What a specification says of a device; undefined where it names no kind of device. */
export function deviceIn(body: Resource): Device | undefined {
  const device = deviceOf(body);
  return device.kind === undefined ? undefined : device;
}

export function deviceOf(body: Resource): Device {
  const able = objects(body['productSpecCharacteristic']).filter((one) =>
    objects(one['productSpecCharacteristicValue']).some(({ value }) => value === true),
  );
  const kind = objects(body['productSpecCharacteristic']).find(({ name }) => name === 'Kind');
  return {
    id: body.id,
    name: text(body['name']) ?? body.id,
    typeCode: text(body['productNumber']),
    kind: text(objects(kind?.['productSpecCharacteristicValue'])[0]?.['value']),
    can: new Set(able.flatMap(({ name }) => text(name) ?? [])),
  };
}

/** The device that a customer names, by IMEI (15 digits, blanks and dashes allowed) or by name. */
export function deviceNamed(devices: readonly Device[], { imei, model }: { imei?: string | undefined; model?: string | undefined }): Device | undefined {
  const code = imei?.replace(/\D/g, '').slice(0, 8);
  const wanted = model?.trim().toLowerCase();
  return devices.find(({ typeCode, name }) => (code !== undefined && code === typeCode) || (wanted !== undefined && name.toLowerCase() === wanted));
}
