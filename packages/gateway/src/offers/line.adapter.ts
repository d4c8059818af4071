import type { Line } from '@faceplate/contracts';
import { optional } from '../products/products.adapter.ts';
import { at, day, number, records, text } from '../tmf/read.ts';
import type { Setting } from '../tmf/setting.ts';
import type { TmfBody } from '../upstream/types.ts';

/** No line is quicker than this, Mbit/s. */
const MOST = 1_000_000;

/**
 * The line by which something comes, from the characteristics of a TMF645 service or a TMF679 product. TM Forum names
 * none of them; those of our reference BSS are read, and what is spelled alike. Without a speed it is no line.
 */
export function lineIn(characteristics: readonly TmfBody[], from: string | undefined, { zone, today }: Setting): Line | undefined {
  const said = (...names: string[]) => {
    const value = number(characteristics.find((one) => names.includes(text(one, 'name') ?? '')), 'value');
    return value !== undefined && value > 0 && value <= MOST ? value : undefined;
  };
  const really = said('realisticDownload', 'typicalDownload', 'downloadSpeed');
  const technology = text(characteristics.find((one) => text(one, 'name') === 'technology'), 'value');
  const day0 = day(zone, { from }, 'from') ?? today;
  if (really === undefined || technology === undefined) return undefined;
  const upload = said('realisticUpload', 'typicalUpload', 'uploadSpeed');
  return {
    technology,
    download: { really, ...optional({ upTo: said('maximumDownload', 'maxDownload') }) },
    ...(upload !== undefined && { upload: { really: upload } }),
    from: day0,
    now: true,
  };
}

/** Of a service, or of the product of an item. */
export const lineOfItem = (item: TmfBody, setting: Setting): Line | undefined => {
  const service = at(item, 'service');
  const facts = service === undefined ? records(at(item, 'product'), 'productCharacteristic') : records(service, 'serviceCharacteristic');
  return lineIn(facts, text(item, 'expectedActivationDate') ?? text(item, 'expectedServiceAvailabilityDate'), setting);
};
