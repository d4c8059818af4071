import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import type { Version } from '../definitions/definition.ts';
import { isInstant } from '../shapes/instant.ts';
import { dispatched, type Schemas } from './specs-v5.ts';

const BESIDE_THE_PROJECT = join(import.meta.dirname, '../../../../../shared/tmf-specs');

/** Where TM Forum's public files lie, if they do: `TMF_SPECS`, or `shared/tmf-specs` beside the project. */
export function specsFolder(): string | undefined {
  const folder = process.env['TMF_SPECS'] ?? BESIDE_THE_PROJECT;
  return existsSync(folder) ? folder : undefined;
}

interface SwaggerFile {
  definitions: Schemas;
}

export interface OpenApiFile {
  components: { schemas: Schemas };
}

function textOf(folder: string, api: string, version: Version): string | undefined {
  const file = readdirSync(folder).find((name) => name.startsWith(`${api}-${version}`));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8');
}

const openApiFiles = new Map<string, OpenApiFile | undefined>();

/** One API's file in v5, as it is; undefined where it is not at hand. */
export function openApiOf(api: string): OpenApiFile | undefined {
  if (openApiFiles.has(api)) return openApiFiles.get(api);
  const folder = specsFolder();
  const text = folder === undefined ? undefined : textOf(folder, api, 'v5');
  const file = text === undefined ? undefined : (parse(text, { maxAliasCount: -1, prettyErrors: false, uniqueKeys: false }) as OpenApiFile);
  openApiFiles.set(api, file);
  return file;
}

/** What a public file does not allow in a body. */
export interface SpecFault {
  /** JSON pointer to where it is; empty for the whole. */
  path: string;
  /** The attribute that ought to be there and is not. */
  missing?: string;
  text: string;
}

/** Classes of one file by name. */
class Spec {
  readonly #ajv = new Ajv({ strict: false, allErrors: true, logger: false, formats: { 'date-time': isInstant } });
  readonly #schemas: Schemas;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
    this.#ajv.addSchema({ $id: 'spec', definitions: schemas });
  }

  /** The class as the file's answers have it; v5's newer files give answers a name of their own. */
  nameOf(type: string): string | undefined {
    return [`${type}_RES`, type].find((name) => Object.hasOwn(this.#schemas, name));
  }

  check(name: string, body: unknown): SpecFault[] {
    let validate = this.#compiled.get(name);
    if (!validate) this.#compiled.set(name, (validate = this.#ajv.compile({ $ref: `spec#/definitions/${name}` })));
    if (validate(body)) return [];
    // A branch that fails says why itself; that it failed is no news.
    const faults = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
    const told = faults.map(({ instancePath: path, message = '', params }): [string, SpecFault] => {
      const text = `${path} ${message} ${JSON.stringify(params)}`;
      return [text, { path, text, ...(typeof params['missingProperty'] === 'string' && { missing: params['missingProperty'] }) }];
    });
    return [...new Map(told).values()];
  }
}

/** The classes of one file as it says them; none where it is not at hand. */
export function schemasOf(api: string, version: Version): Schemas {
  const folder = specsFolder();
  if (version === 'v5') return openApiOf(api)?.components.schemas ?? {};
  const text = folder === undefined ? undefined : textOf(folder, api, version);
  return text === undefined ? {} : (JSON.parse(text) as SwaggerFile).definitions;
}

function read(api: string, version: Version): Spec {
  const schemas = schemasOf(api, version);
  return new Spec(version === 'v5' ? dispatched(schemas) : schemas);
}

const specs = new Map<string, Spec>();

function specOf(api: string, version: Version): Spec {
  const key = `${api}-${version}`;
  let spec = specs.get(key);
  if (!spec) specs.set(key, (spec = read(api, version)));
  return spec;
}

/** Is there a public file at hand that says what this class is? */
export const hasSpec = (api: string, version: Version, type: string): boolean => specOf(api, version).nameOf(type) !== undefined;

/**
 * What the public file of an API finds wrong with a body of one of its classes.
 * Nothing where the file is not at hand or does not know the class: ask
 * `hasSpec` to tell that from a body without faults.
 */
export function specFaults(api: string, version: Version, type: string, body: unknown): SpecFault[] {
  const spec = specOf(api, version);
  const name = spec.nameOf(type);
  return name === undefined ? [] : spec.check(name, body);
}

/** The same in a sentence each. */
export const specCheck = (...asked: Parameters<typeof specFaults>): string[] => specFaults(...asked).map(({ text }) => text);
