import type { Choices, Configuration, ConfigurationChoice, ConfigurationRequest } from '@faceplate/contracts';
import { subtract } from '@faceplate/domain';
import { readCatalogue } from '../offers/catalogue.ts';
import type { CatalogueEntry } from '../offers/offers.adapter.ts';
import { extraMonthly } from '../offers/promises.ts';
import { productsBackend } from '../products/products.backend.ts';
import { invalid } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { namedInBody } from '../tmf/named-in-body.ts';
import { records, text } from '../tmf/read.ts';
import { readOne } from '../tmf/read-one.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { TmfBody } from '../upstream/types.ts';
import { configurationBody } from './choice.ts';
import { chosenOf, configurationOf } from './configuration.adapter.ts';

export type Wanted = Pick<ConfigurationRequest, 'offerId' | 'productId' | 'quantity'> & { choices: Choices };

/**
 * What can be chosen of an offer, what is chosen so far and what that costs, as the operator's configurator has it
 * (TMF760); of an offer in which there is nothing to choose the catalogue itself knows all.
 */
export async function configured(call: Call, wanted: Wanted): Promise<Configuration> {
  const entry = await namedIn(call, wanted);
  const answer = await asked(call, wanted);
  if (answer) return answer;
  if (entry && !entry.configurable && Object.keys(wanted.choices).length === 0) return asCatalogued(entry, wanted.quantity ?? 1);
  throw new UpstreamProblem('unreachable', call.tmf('TMF760').origin, 'no configurator');
}

/** The offer that is named; a product has to be one's own. @throws {Refusal} 422 for what is neither. */
async function namedIn(call: Call, { offerId, productId }: Wanted): Promise<CatalogueEntry | undefined> {
  if (productId !== undefined) await namedInBody('productId', 'You have no such product.', productsBackend(call).product(productId));
  if (offerId === undefined && productId === undefined) throw invalid(422, [{ path: 'offerId', message: 'Name an offer, or a product of yours.' }]);
  if (offerId === undefined) return undefined;
  const entry = (await readCatalogue(call)).byId.get(offerId);
  if (!entry) throw invalid(422, [{ path: 'offerId', message: 'There is no such offer.' }]);
  return entry;
}

async function asked(call: Call, wanted: Wanted): Promise<Configuration | undefined> {
  const item = await firstOf(call, 'queryProductConfiguration', ['requestProductConfigurationItem', 'computedProductConfigurationItem'], wanted);
  const [tree] = records(item, 'productConfiguration');
  if (!item || !tree) return undefined;
  const { currency } = call.tenant;
  const configuration = readOne(call.tmf('TMF760').origin, () => configurationOf(tree, records(item, 'stateReason'), currency));
  const entry = (await readCatalogue(call)).byId.get(configuration.offer.id);
  const choices = entry ? configuration.choices.map((choice) => withDifferences(choice, entry, configuration.chosen)) : configuration.choices;
  const mended = configuration.possible ? undefined : await mendedOf(call, wanted);
  return { ...configuration, choices, ...(mended && { mended }) };
}

/** The nearest choice that can be had. */
async function mendedOf(call: Call, wanted: Wanted): Promise<Choices | undefined> {
  const item = await firstOf(call, 'checkProductConfiguration', ['checkProductConfigurationItem', 'checkProductConfigurationItem'], wanted);
  const [tree] = records(item, 'alternateProductConfigurationProposal');
  return tree && chosenOf(tree);
}

async function firstOf(call: Call, resource: string, [question, answer]: readonly [string, string], wanted: Wanted): Promise<TmfBody | undefined> {
  const type = `${resource.charAt(0).toUpperCase()}${resource.slice(1)}`;
  const body = { '@type': type, instantSync: true, provideAlternatives: true, [question]: [{ '@type': `${type}Item`, id: '1', productConfiguration: configurationBody(wanted) }] };
  try {
    const done = await call.question('TMF760').post(resource, body);
    const [item] = records(done, answer);
    return text(item, 'stateReason', 'code') === 'nothingToConfigure' ? undefined : item;
  } catch (error) {
    // An operator without a configurator has none; one that is down is another matter.
    if (error instanceof UpstreamProblem && (error.fault === 'not-found' || error.fault === 'refused')) return undefined;
    throw error;
  }
}

/** What each option costs a month beside what is chosen, where prices hang on it. */
function withDifferences(choice: ConfigurationChoice, entry: CatalogueEntry, chosen: Choices): ConfigurationChoice {
  const isPriced = entry.extras.some(({ when }) => when.has(choice.key));
  if (!isPriced || choice.kind !== 'one') return choice;
  const now = new Map(Object.entries(chosen));
  const costs = (value: string) => extraMonthly(entry, new Map([...now, [choice.key, value]]));
  const current = extraMonthly(entry, now);
  return { ...choice, options: choice.options.map((option) => ({ ...option, difference: subtract(costs(option.value), current) })) };
}

function asCatalogued({ offer, facts }: CatalogueEntry, quantity: number): Configuration {
  const choices = facts.map(({ name, value, unit, help }): ConfigurationChoice => ({
    key: name, name, kind: 'fixed', least: 1, most: 1, options: [{ value, label: unit === undefined ? value : `${value} ${unit}`, chosen: true, possible: true }], ...(help !== undefined && { help }),
  }));
  const { id, name, price } = offer;
  const lines = [
    ...(price.monthly.amount === 0 ? [] : [{ name, kind: 'monthly' as const, amount: price.promotion?.monthlyAfter ?? price.monthly }]),
    ...(price.promotion ? [{ name, kind: 'discount' as const, amount: subtract(price.monthly, price.promotion.monthlyAfter), months: price.promotion.months }] : []),
    ...(price.once.amount === 0 ? [] : [{ name, kind: 'once' as const, amount: price.once }]),
  ];
  return { offer: { id, name }, quantity, possible: true, choices, parts: [], faults: [], chosen: {}, price, lines };
}
