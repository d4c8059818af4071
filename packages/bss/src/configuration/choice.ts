import { refOf, wholeOf } from '../catalogue/read.ts';
import { objects, text } from '../simulator/course.ts';
import type { JsonObject } from '../surface/body.ts';

/** A configuration as somebody has chosen it, before anything is checked. */
export interface Choice {
  offeringId: string | undefined;
  /** A product that is owned and shall be changed. */
  productId: string | undefined;
  quantity: number | undefined;
  /** By name of the characteristic; one that is not in it was not spoken of. */
  values: ReadonlyMap<string, readonly unknown[]>;
  /** The characteristics that were chosen here; a product may well have others that nobody configures. */
  named: ReadonlySet<string>;
  /** Name of the term. */
  term: string | undefined;
  action: string | undefined;
  /** Parts of a bundle by the id of their offering; one that is not in it was not spoken of. */
  parts: ReadonlyMap<string, Choice>;
}

export const NOTHING: Choice = {
  offeringId: undefined,
  productId: undefined,
  quantity: undefined,
  values: new Map(),
  named: new Set(),
  term: undefined,
  action: undefined,
  parts: new Map(),
};

/** Deeper bundles are not read. */
const DEEPEST = 6;

/** What is marked as chosen; where nothing is marked either way, all that is listed. */
function selected(list: unknown): JsonObject[] {
  const all = objects(list);
  const isMarked = all.some(({ isSelected }) => typeof isSelected === 'boolean');
  return isMarked ? all.filter(({ isSelected }) => isSelected === true) : all;
}

function valuesIn(configuration: JsonObject, product: JsonObject): Map<string, unknown[]> {
  const values = new Map<string, unknown[]>();
  for (const one of objects(product['productCharacteristic'])) {
    const name = text(one['name']);
    if (name !== undefined && one['value'] !== undefined) values.set(name, Array.isArray(one['value']) ? one['value'] : [one['value']]);
  }
  for (const one of objects(configuration['configurationCharacteristic'])) {
    const name = text(one['name']);
    if (name === undefined || one['configurationCharacteristicValue'] === undefined) continue;
    const chosen = selected(one['configurationCharacteristicValue']);
    values.set(name, chosen.flatMap((value) => objects(value['characteristicValue']).flatMap((said) => (said['value'] === undefined ? [] : [said['value']]))));
  }
  return values;
}

/** Children, those inside a group too: a group is nothing by itself. */
function childrenOf(configuration: JsonObject): JsonObject[] {
  return objects(configuration['productConfiguration']).flatMap((child) =>
    child['bundledGroupProductOffering'] === undefined ? [child] : objects(child['productConfiguration']),
  );
}

function countOf(child: JsonObject): number {
  return child['isSelected'] === false ? 0 : (wholeOf(child['quantity']) ?? 1);
}

/** The name under which one of a list is marked as chosen. */
function markedIn(list: unknown, attribute: string): string | undefined {
  return text(objects(list).find(({ isSelected }) => isSelected === true)?.[attribute]);
}

function partsIn(configuration: JsonObject, depth: number): Map<string, Choice> {
  const parts = new Map<string, Choice>();
  for (const child of depth < DEEPEST ? childrenOf(configuration) : []) {
    const part = choiceIn(child, depth + 1);
    if (part.offeringId === undefined) continue;
    const before = parts.get(part.offeringId)?.quantity ?? 0;
    parts.set(part.offeringId, { ...part, quantity: before + countOf(child) });
  }
  return parts;
}

/** Reads a TMF760 ProductConfiguration that somebody has sent. */
export function choiceIn(configuration: JsonObject, depth = 0): Choice {
  const [product = {}] = objects(configuration['product']);
  return {
    offeringId: refOf(configuration['productOffering'])?.id ?? refOf(product['productOffering'])?.id,
    productId: text(product['id']),
    quantity: typeof configuration['quantity'] === 'number' ? configuration['quantity'] : undefined,
    values: valuesIn(configuration, product),
    named: new Set(objects(configuration['configurationCharacteristic']).flatMap(({ name }) => text(name) ?? [])),
    term: markedIn(configuration['configurationTerm'], 'name'),
    action: markedIn(configuration['configurationAction'], 'action'),
    parts: partsIn(configuration, depth),
  };
}
