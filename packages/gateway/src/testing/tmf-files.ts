import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TmfBody } from '../upstream/types.ts';

const BESIDE_THE_PROJECT = join(import.meta.dirname, '../../../../../shared/tmf-specs');

/** Where TM Forum's public files lie, if they do: `TMF_SPECS`, or `shared/tmf-specs` beside the project. */
export function specsFolder(): string | undefined {
  const folder = process.env['TMF_SPECS'] ?? BESIDE_THE_PROJECT;
  return existsSync(folder) ? folder : undefined;
}

const objectOf = (value: unknown): TmfBody => (typeof value === 'object' && value !== null ? (value as TmfBody) : {});
const objectAt = (value: unknown, name: string): TmfBody => objectOf(objectOf(value)[name]);

/** One API's public file in v5; empty where it is not at hand. */
export function fileOf(api: string): TmfBody {
  const folder = specsFolder() ?? '';
  const name = folder === '' ? undefined : readdirSync(folder).find((one) => one.startsWith(`${api}-v5`));
  return name === undefined ? {} : (parse(readFileSync(join(folder, name), 'utf8'), { maxAliasCount: -1, prettyErrors: false, uniqueKeys: false }) as TmfBody);
}

/** Follows a reference within the file, if the value is one. */
function resolved(file: TmfBody, value: unknown): TmfBody {
  const { $ref: reference } = objectOf(value);
  return typeof reference === 'string' ? reference.split('/').slice(1).reduce<TmfBody>(objectAt, file) : objectOf(value);
}

export interface Shown {
  resource: string;
  title: string;
  body: TmfBody;
}

/** The bodies a file shows in its answers, rows one by one. */
export function shownIn(file: TmfBody): Shown[] {
  return Object.entries(objectAt(file, 'paths')).flatMap(([path, operations]) => {
    const resource = path.split('/')[1] ?? '';
    return [['get', '200'], ['post', '201'], ['patch', '200']].flatMap(([method = '', status = '']) => {
      const answer = resolved(file, objectAt(objectAt(operations, method), 'responses')[status]);
      const examples = Object.values(objectAt(answer, 'content')).flatMap((content) => Object.entries(objectAt(content, 'examples')));
      return examples.flatMap(([title, example]) => {
        const { value } = resolved(file, example);
        const bodies = (Array.isArray(value) ? value : [value]) as unknown[];
        return bodies.filter((body) => Object.keys(objectOf(body)).length > 0).map((body) => ({ resource, title: `${method} ${path}: ${title}`, body: body as TmfBody }));
      });
    });
  });
}

interface Known {
  attributes: ReadonlySet<string>;
  required: readonly string[];
}

/** A class of a file with all that it extends; `undefined` where the file has none of that name. */
export function classIn(file: TmfBody, name: string): Known | undefined {
  const schemas = objectAt(objectAt(file, 'components'), 'schemas');
  if (!Object.hasOwn(schemas, name)) return undefined;
  const attributes = new Set<string>();
  const required: string[] = [];
  const visit = (schema: TmfBody, depth = 0): void => {
    const here = resolved(file, schema);
    if (depth > 12) return;
    for (const part of Array.isArray(here['allOf']) ? (here['allOf'] as TmfBody[]) : []) visit(part, depth + 1);
    for (const attribute of Object.keys(objectAt(here, 'properties'))) attributes.add(attribute);
    if (Array.isArray(here['required'])) required.push(...(here['required'] as string[]));
  };
  visit(objectAt(schemas, name));
  return { attributes, required };
}
