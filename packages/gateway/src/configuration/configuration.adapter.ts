import type { Choices, Configuration, ConfigurationChoice, ConfigurationFault, ConfigurationPart } from '@faceplate/contracts';
import { partOf, priceOf, type PricePart } from '../offers/price.adapter.ts';
import { at, needed, number, records, text, whole } from '../tmf/read.ts';
import type { TmfBody } from '../upstream/types.ts';
import { chosenText, partKey } from './choice.ts';
import { choicesIn, COUNT } from './choice.adapter.ts';

const SOME_MONTHS = [1, 600] as const;

const nameOf = (offering: unknown): { id: string; name: string } => {
  const id = needed(text(offering, 'id'), 'productOffering.id');
  return { id, name: text(offering, 'name') ?? id };
};

/** A tree of TMF760 as what a page draws. `reasons`: why it cannot be had as it is. */
export function configurationOf(tree: TmfBody, reasons: readonly TmfBody[], currency: string): Omit<Configuration, 'mended'> {
  const choices = choicesIn(tree, undefined);
  const parts = partsIn(tree);
  const product = text(tree, 'product', 'id');
  const priced = pricesIn(tree, currency);
  return {
    offer: nameOf(at(tree, 'productOffering')),
    ...(product !== undefined && { product: { id: product, name: text(tree, 'product', 'name') ?? product } }),
    quantity: whole(COUNT, tree, 'quantity') ?? 1,
    possible: reasons.length === 0,
    choices,
    parts,
    faults: reasons.map((reason) => faultOf(reason, choices, parts)),
    chosen: chosenIn(choices, parts),
    price: priceOf(priced, currency),
    lines: priced.map(({ kind, name, amount, months }) => ({ name, kind: kind === 'off' ? ('discount' as const) : kind, amount, ...(months !== undefined && { months }) })),
  };
}

/** What a choice comes to in so many words: the whole of it, as a cart keeps it. Where there is a choice of parts, every part is named. */
export const chosenOf = (tree: TmfBody): Choices => chosenIn(choicesIn(tree, undefined), partsIn(tree));

function chosenIn(choices: readonly ConfigurationChoice[], parts: readonly ConfigurationPart[]): Choices {
  const open = [...choices, ...parts.filter(({ count }) => count > 0).flatMap((part) => part.choices)].filter(({ kind }) => kind !== 'fixed');
  const values = open.map(({ key, options, value }): [string, string] => [key, value ?? chosenText(options.filter(({ chosen }) => chosen).map((one) => one.value))]);
  const isOpen = parts.some((part) => part.least < part.most || part.choices.some(({ kind }) => kind !== 'fixed'));
  const counts = isOpen ? parts.map(({ key, count }): [string, string] => [key, String(count)]) : [];
  return Object.fromEntries([...counts, ...values.filter(([, value]) => value !== '')]);
}

/** Prices with what is taken off them; what use costs beyond is no part of them. */
function pricesIn(tree: TmfBody, currency: string): PricePart[] {
  return records(tree, 'configurationPrice').flatMap((price) => {
    const charge = partOf(asCatalogued(price, 'price'), currency);
    if (!charge) return [];
    const off = records(price, 'priceAlteration').flatMap((one): PricePart[] => {
      const found = partOf({ ...asCatalogued(one, 'price'), priceType: 'discount', recurringChargePeriodType: periodOf(price) }, currency);
      const months = whole(SOME_MONTHS, one, 'applicationDuration');
      return found ? [{ ...found, ...(months !== undefined && { months }) }] : [];
    });
    return [charge, ...off];
  });
}

const periodOf = (price: TmfBody): string => text(price, 'recurringChargePeriod', 'units') ?? 'month';

const asCatalogued = (price: TmfBody, attribute: string): TmfBody => ({
  name: text(price, 'name'),
  priceType: text(price, 'priceType'),
  price: at(price, attribute, 'taxIncludedAmount') ?? at(price, attribute),
  recurringChargePeriodType: periodOf(price),
  recurringChargePeriodLength: number(price, 'recurringChargePeriod', 'amount'),
});

/** Parts of a bundle, those in its groups too; what must not be seen is left out. */
function partsIn(tree: TmfBody): ConfigurationPart[] {
  return records(tree, 'productConfiguration').flatMap((child): ConfigurationPart[] => {
    const [group] = records(child, 'bundledGroupProductOffering');
    if (!group) return partIn(child, undefined);
    const limits = at(group, 'bundledGroupProductOfferingOption');
    const inside = records(child, 'productConfiguration');
    const most = whole(COUNT, limits, 'numberRelOfferUpperLimit') ?? inside.length;
    const facts = { name: text(group, 'name') ?? '', least: whole(COUNT, limits, 'numberRelOfferLowerLimit') ?? 0, most };
    return inside.flatMap((one) => partIn(one, facts));
  });
}

function partIn(child: TmfBody, group: ConfigurationPart['group']): ConfigurationPart[] {
  const id = text(child, 'productOffering', 'id');
  if (id === undefined || child['isVisible'] === false) return [];
  const count = child['isSelected'] === false ? 0 : (whole(COUNT, child, 'quantity') ?? 1);
  const possible = child['isSelectable'] === true || count > 0;
  const name = text(child, 'productOffering', 'name') ?? id;
  return [
    {
      key: partKey(id), offerId: id, name, count, possible, ...limitsOf(child),
      ...(!possible && { why: `${name} cannot be had at present.` }),
      ...(group && { group }),
      choices: choicesIn(child, id),
    },
  ];
}

function limitsOf(child: TmfBody): { least: number; most: number } {
  const option = at(child, 'bundledProductOfferingOption');
  const least = whole(COUNT, option, 'numberRelOfferLowerLimit') ?? 1;
  return { least, most: Math.max(least, whole(COUNT, option, 'numberRelOfferUpperLimit') ?? 1) };
}

/** What a reason is about is known by its words: TM Forum gives it no place. */
function faultOf(reason: TmfBody, choices: readonly ConfigurationChoice[], parts: readonly ConfigurationPart[]): ConfigurationFault {
  const label = text(reason, 'label') ?? text(reason, 'code') ?? 'This does not go together.';
  const known = [...choices, ...parts, ...parts.flatMap((part) => part.choices)];
  const about = known.filter(({ name }) => label.includes(name)).toSorted((one, other) => other.name.length - one.name.length)[0];
  const fault = { code: text(reason, 'code') ?? 'refused', reason: label, remedy: text(reason, 'remedy', 'label') ?? 'Choose something else.' };
  return about ? { ...fault, facts: { name: about.name, least: about.least, most: about.most }, key: about.key } : fault;
}

