import { characteristic, numberOf, sayable } from '../catalogue/read.ts';
import { withValues } from '../rules/characteristic.ts';
import { objects, text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';
import type { Need, ServedBy } from './line.ts';

/** How technologies are called in the field. */
const TECHNOLOGIES: readonly (readonly [pattern: RegExp, technology: string])[] = [
  [/fib(re|er)|ft+[hbp]\b|glasfaser/i, 'fibre'],
  [/cable|docsis|hfc/i, 'cable'],
  [/dsl|copper/i, 'dsl'],
];

const technologyIn = (words: string): string | undefined => TECHNOLOGIES.find(([pattern]) => pattern.test(words))?.[1];

/** What a TMF645 service asks of a line: from its characteristics, else from what it is called. */
export function needOfService(service: JsonObject): Need {
  const said = (name: string) => characteristic(service['serviceCharacteristic'], name);
  const specification = text(objects(service['serviceSpecification'])[0]?.['name']);
  const words = [service['name'], specification, service['serviceType'], service['category']].map((word) => text(word) ?? '');
  return {
    name: words.find((word) => word !== '') ?? 'This service',
    download: numberOf(said('downloadSpeed') ?? said('download')) ?? 0,
    technology: technologyIn(sayable(said('technology')) ?? words.join(' ')),
  };
}

/** The service with the line it would come by. */
export function serviceBy(service: JsonObject, { access, download, upload }: ServedBy): JsonObject {
  const facts = { technology: access.technology, realisticDownload: download, realisticUpload: upload, maximumDownload: access.maxDownload };
  return { ...service, serviceCharacteristic: withValues(service['serviceCharacteristic'], facts) };
}
