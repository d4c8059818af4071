import type { Sample } from '../look/sample.ts';
import { scopeIdsOf, textAt } from '../look/value.ts';
import { isList, okay, rowsOf } from '../wire/answer.ts';
import { breaks, type Check, type Finding, limits, note, share } from './finding.ts';

/** As many rows as the gateway reads at most while it looks for one customer's among everybody's. */
const MOST_ROWS = 1_000;

const isOf = (scope: string, id: string) => (row: Readonly<Record<string, unknown>>) => scopeIdsOf(row, scope).includes(id);

/** The filter is not heeded: everybody's rows come, and the gateway must find the customer's among them. */
function ignored({ nobody, own, total }: Sample, attribute: string): Finding {
  const many = total === undefined || total > MOST_ROWS;
  const says = `A filter by ${attribute} is ignored: everybody’s rows come back. The gateway shows a customer their own alone, `;
  return many
    ? limits('filter.ignored', `${says}but looks through the first ${MOST_ROWS} only: older ones are missed.`, [nobody, own], { limit: 'incomplete' })
    : limits('filter.ignored', `${says}and reads all ${total} for each of them.`, [nobody, own], { limit: 'slow' });
}

/** The one that matters most: does asking for one customer's rows give that customer's rows? */
const ownership: Check = (sample) => {
  const { facts, nobody, own } = sample;
  const { scope } = facts;
  if (scope === undefined || !nobody) return undefined;
  const { attribute } = nobody;
  if (rowsOf(nobody.answer).length > 0) return ignored(sample, attribute);
  if (!own || own.answer.kind === 'silence') return undefined;
  if (!okay(own.answer)) return breaks('filter.refused', `A filter by ${attribute} is refused, so no customer’s rows can be asked for.`, [own]);
  const got = rowsOf(own.answer);
  if (got.length === 0) return breaks('filter.finds-nothing', `A filter by ${attribute} finds nothing, though rows name that very id: customers would see an empty list.`, [own]);
  const foreign = got.filter((row) => !isOf(scope, own.value)(row)).length;
  return foreign > 0 ? limits('filter.loose', `A filter by ${attribute} also gave rows of others (${share(foreign, got.length)}); the gateway takes them out.`, [own], { limit: 'slow' }) : undefined;
};

/** Lists that are empty are lists; for the gateway a 404 is a fault. */
const emptyMissing: Check = ({ nobody }) =>
  nobody?.answer.kind === 'answer' && nobody.answer.status === 404
    ? limits('filter.empty-404', `Where a filter by ${nobody.attribute} finds nothing it answers 404 instead of an empty list: customers who have none yet read of a fault.`, [nobody])
    : undefined;

const several: Check = ({ own, both, nobody }) => {
  if (!own || !both || rowsOf(own.answer).length === 0 || rowsOf(nobody?.answer).length > 0) return undefined;
  return rowsOf(both.answer).length === 0
    ? limits('filter.one-id', `Two ids at once (${both.attribute}=a,b) find nothing: whoever has several accounts or acts for a company sees less than is theirs.`, [both], { limit: 'incomplete' })
    : undefined;
};

/** Order and page size come with every request of the gateway's; a server that refuses one refuses all. */
const refused: Check = ({ asGateway, plain, own }) => {
  if (!asGateway || asGateway.answer.kind === 'silence' || isList(asGateway.answer)) return undefined;
  if (own && !okay(own.answer)) return undefined;
  const culprit = plain && okay(plain.answer) ? 'the order (sort)' : 'the page size (limit=500)';
  return breaks('request.refused', `The gateway’s own request is refused, by the look of it for ${culprit}.`, [asGateway, plain]);
};

/** Servers that know no order take it for one more filter. */
const lost: Check = ({ asGateway, own }) =>
  isList(asGateway?.answer) && rowsOf(asGateway?.answer).length === 0 && rowsOf(own?.answer).length > 0
    ? breaks('request.finds-nothing', 'The gateway’s own request finds nothing where the same without order finds rows: the order (sort) is taken for a filter.', [own, asGateway])
    : undefined;

/** Silence is no refusal: it may be the moment, unless the server takes longer than anybody waits. */
const silent: Check = ({ own, nobody, asGateway }) => {
  const told = [asGateway, own, nobody].find((one) => one?.answer.kind === 'silence' && one.answer.reason !== 'not-asked');
  if (told?.answer.kind !== 'silence') return undefined;
  return told.answer.reason === 'timeout'
    ? breaks('request.timeout', 'A request as the gateway makes it was not answered in time.', [told])
    : limits('request.silent', 'A request as the gateway makes it was not answered.', [told], { limit: 'slow' });
};

const states: Check = ({ state, facts }) => {
  if (!state || !facts.states) return undefined;
  const got = rowsOf(state.answer);
  const { attribute } = facts.states;
  const wrong = got.filter((row) => textAt(row, attribute) !== state.value).length;
  if (!isList(state.answer)) return note('filter.state-refused', `A filter by ${attribute} is refused.`, [state]);
  return wrong > 0 ? note('filter.state-ignored', `A filter by ${attribute} is ignored (${share(wrong, got.length)} have another).`, [state]) : undefined;
};

const others: Check = ({ others: asked }) =>
  asked.flatMap((told): Finding[] => {
    if (rowsOf(told.answer).length > 0) return [limits(`filter.ignored.${told.attribute}`, `A filter by ${told.attribute} is ignored; the gateway sorts the rows out itself.`, [told], { limit: 'slow' })];
    const refused = told.answer.kind === 'answer' && told.answer.status >= 300 && told.answer.status !== 404;
    return refused ? [limits(`filter.refused.${told.attribute}`, `A filter by ${told.attribute} is refused.`, [told], { limit: 'no-parts' })] : [];
  });

export const filterChecks: readonly Check[] = [ownership, emptyMissing, several, refused, lost, silent, states, others];
