import { pathIn } from '../landscape/facts.ts';
import type { Sample } from '../look/sample.ts';
import { firstAt, has, isMoment, isMoney, ownersOf, textAt } from '../look/value.ts';
import type { Row } from '../wire/answer.ts';
import { breaks, type Check, type Finding, limits, note, share } from './finding.ts';

const readable = (paths: string): string => paths.replaceAll('|', ' or ');

const without = (rows: readonly Row[], paths: string): number => rows.filter((row) => !has(row, paths)).length;

/** What Faceplate cannot show a row without: missing everywhere it breaks, missing here and there it leaves gaps. */
const needed: Check = ({ rows, facts, version, list }) =>
  facts.needed.flatMap((name): Finding[] => {
    const path = pathIn(version, name);
    const missing = without(rows, path);
    if (missing === 0) return [];
    const says = `${readable(path)} is missing in ${share(missing, rows.length)}`;
    return missing === rows.length
      ? [breaks(`row.needs.${name}`, `${says}; Faceplate cannot show a row without it.`, [list])]
      : [limits(`row.needs.${name}`, `${says}; those become a labelled gap.`, [list], { limit: 'incomplete' })];
  });

const conforming: Check = ({ rows, facts, version, list }) => {
  const missing = (facts.conforming ?? []).map((name) => pathIn(version, name)).filter((path) => without(rows, path) > 0);
  return missing.length > 0 ? note('row.conforms', `Attributes that TM Forum wants in every row are missing: ${missing.map(readable).join(', ')}.`, [list]) : undefined;
};

/** Without an owner the gateway can show a record to nobody. */
const owners: Check = ({ rows, facts, list }) => {
  // An account is its own owner's proof; whose it is stands in its parties.
  if (facts.scope === undefined) return undefined;
  const nobodys = rows.filter((row) => ownersOf(row).length === 0).length;
  if (nobodys === 0) return undefined;
  const says = `${share(nobodys, rows.length)} name neither a party nor an account`;
  return nobodys === rows.length
    ? breaks('row.owner', `${says}; the gateway shows a record only to whom it names.`, [list])
    : limits('row.owner', `${says}; those are shown to nobody.`, [list], { limit: 'incomplete' });
};

/** Values of a kind that cannot be read. Missing ones are another matter. */
function spoilt(sample: Sample, paths: readonly string[], reads: (value: unknown) => boolean): string[] {
  return paths
    .map((path) => pathIn(sample.version, path))
    .filter((path) => sample.rows.some((row) => has(row, path) && !path.split('|').some((one) => reads(firstAt(row, one)))))
    .map(readable);
}

const dates: Check = (sample) => {
  const bad = spoilt(sample, sample.facts.dates ?? [], isMoment);
  return bad.length > 0 ? limits('row.dates', `Dates that cannot be read: ${bad.join(', ')}.`, [sample.list], { limit: 'incomplete' }) : undefined;
};

const money: Check = (sample) => {
  const bad = spoilt(sample, sample.facts.money ?? [], isMoney);
  return bad.length > 0 ? limits('row.money', `Amounts that are no {unit, value}: ${bad.join(', ')}.`, [sample.list], { limit: 'incomplete' }) : undefined;
};

const states: Check = ({ rows, facts, list }) => {
  if (!facts.states) return undefined;
  const { attribute, words, needed: must } = facts.states;
  const strange = rows.filter((row) => {
    const word = textAt(row, attribute)?.trim();
    return word !== undefined && !words.includes(word);
  }).length;
  if (strange === 0) return undefined;
  const says = `${attribute} holds words TM Forum does not have in ${share(strange, rows.length)}`;
  if (!must) return note('row.states', `${says}.`, [list]);
  return strange === rows.length ? breaks('row.states', `${says}; such rows cannot be shown.`, [list]) : limits('row.states', `${says}; those become a labelled gap.`, [list], { limit: 'incomplete' });
};

const speaksV5 = (row: Row): boolean => has(row, 'relatedParty.partyOrPartyRole') || has(row, 'externalIdentifier') || has(row, 'statusChangeHistory') || has(row, 'relatedChannel');
const speaksV4 = (row: Row): boolean => has(row, 'relatedParty.id') || has(row, 'statusChange') || has(row, 'orderDate');

/** A path can say one version and the rows another. */
const wording: Check = ({ rows, version, list }) => {
  const [v4, v5] = [rows.filter(speaksV4).length, rows.filter(speaksV5).length];
  if (version === 'v4' && v5 > v4) return limits('version.speaks-v5', 'The rows are worded as in v5. Configure it as v5.', [list], { limit: 'incomplete' });
  if (version === 'v5' && v4 > v5) return limits('version.speaks-v4', 'The rows are worded as in v4. Configure it as v4.', [list], { limit: 'incomplete' });
  const untyped = version === 'v5' ? rows.filter((row) => !has(row, '@type')).length : 0;
  return untyped > 0 ? note('version.no-type', `@type, which v5 wants everywhere, is missing in ${share(untyped, rows.length)}.`, [list]) : undefined;
};

const links: Check = ({ rows, base, list }) => {
  const secure = new URL(base).protocol === 'https:';
  const other = rows.filter((row) => {
    const href = textAt(row, 'href');
    return href !== undefined && /^https?:/.test(href) && href.startsWith('https:') !== secure;
  }).length;
  return other > 0 ? note('row.href', `href has another scheme than the server in ${share(other, rows.length)}.`, [list]) : undefined;
};

const unreadable: Check = ({ rows, list: { answer }, list }) => {
  const all = answer.kind === 'answer' && Array.isArray(answer.body) ? answer.body.length : rows.length;
  return all > rows.length ? limits('row.no-object', `${share(all - rows.length, all)} are no objects.`, [list], { limit: 'incomplete' }) : undefined;
};

const ofRows: readonly Check[] = [needed, conforming, owners, dates, money, states, wording, links];

/** Nothing is said of rows where there are none. */
export const rowChecks: readonly Check[] = [unreadable, ...ofRows.map((check): Check => (sample) => (sample.rows.length > 0 ? check(sample) : undefined))];
