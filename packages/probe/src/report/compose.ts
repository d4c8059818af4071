import type { Known } from '../checks/methods.ts';
import { type Feature, FEATURES, groupOf } from '../judge/features.ts';
import { NOUNS } from '../judge/nouns.ts';
import { betterOf, type ResourceVerdict } from '../judge/resource.ts';
import { type Judged, judge } from '../judge/verdict.ts';
import type { Survey, Surveyed } from '../survey.ts';
import { FORMAT, FORMAT_VERSION, type Report, type ReportApi, type ReportFeature } from './schema.ts';

type One = Survey['apis'][number];

/** The generation to speak where there are two: the one whose main resource serves better; of equals v4. */
function chosenOf({ versions }: One): Surveyed | undefined {
  const [first, ...rest] = versions.filter(({ standing, resources }) => standing === 'present' && resources.length > 0);
  const state = (one: Surveyed) => one.resources[0]?.state ?? 'absent';
  return rest.reduce<Surveyed | undefined>((best, one) => (best && !betterOf(state(one), state(best)) ? best : one), first);
}

/** Stands for what is found under a name when nothing was: not there, not reached, not let in. */
function unseen({ facts, versions }: One): ResourceVerdict[] {
  const standings = versions.map(({ standing }) => standing).filter((standing) => standing !== 'present');
  const best = standings.reduce((one, other) => (betterOf(other, one) ? other : one), 'absent');
  const writes = { new: 'unknown', changes: 'unknown' } as const;
  return facts.resources.map(({ name, task }) => ({ api: facts.api, resource: name, version: 'v4', state: best, rows: 0, task: task === true, writes, findings: [] }));
}

const KNOWN: readonly Known[] = ['no', 'unknown', 'yes'];

/** Whether events can be had for what the portal shows live. Nobody is asked where nothing could be reached. */
function hubOf(survey: Survey): ResourceVerdict {
  const hubs = survey.apis.flatMap((one) => chosenOf(one)?.hub ?? []);
  const known = hubs.toSorted((one, other) => KNOWN.indexOf(other) - KNOWN.indexOf(one))[0] ?? 'unknown';
  const unseenStates = survey.apis.flatMap((one) => unseen(one)[0]?.state ?? []);
  const silent = unseenStates.reduce((one, other) => (betterOf(other, one) ? other : one), 'absent');
  const state = { yes: 'good', no: 'absent', unknown: hubs.length > 0 ? 'unclear' : silent } as const;
  return { api: 'events', resource: 'hub', version: 'v4', state: state[known], rows: 0, task: false, writes: { new: known, changes: 'unknown' }, findings: [] };
}

/** `TMF678.customerBill` → what it is worth, of the generation that would be spoken. */
export function resourcesOf(survey: Survey): Map<string, ResourceVerdict> {
  const found = new Map<string, ResourceVerdict>();
  for (const one of survey.apis) {
    const chosen = chosenOf(one);
    // What only the other generation has is asked there.
    const all = [...(chosen?.resources ?? []), ...one.versions.flatMap(({ resources }) => resources), ...unseen(one)];
    for (const resource of all) {
      const name = `${resource.api}.${resource.resource}`;
      if (!found.has(name)) found.set(name, resource);
    }
  }
  const hub = hubOf(survey);
  return found.set('events.hub', hub);
}

const plain = ({ verdict, because, notices, limits }: Judged): Report['nouns'][string] => ({ verdict, because: [...because], notices: [...notices], limits: [...limits] });

function featureOf({ id, name, now, needs }: Feature, resources: ReadonlyMap<string, ResourceVerdict>): ReportFeature {
  return { id, name, group: groupOf(id), now, asks: [...new Set(needs.flatMap(({ of }) => of))], ...plain(judge(needs, resources)) };
}

function apiOf(one: One): ReportApi {
  const chosen = chosenOf(one);
  return {
    api: one.facts.api,
    title: one.facts.title,
    ...(chosen && { chosen: chosen.version }),
    versions: one.versions.map(({ version, standing, base, hub, evidence, resources }) => ({
      version,
      standing,
      ...(base !== undefined && { base }),
      hub,
      evidence: [...evidence],
      resources: resources.map(({ resource, state, rows, writes, findings }) => ({
        resource,
        state,
        rows,
        takesNew: writes.new,
        takesChanges: writes.changes,
        findings: findings.map((finding) => ({ ...finding, evidence: [...finding.evidence] })),
      })),
    })),
    ...(one.older && { older: one.older }),
  };
}

/** The report of a survey: pure, so the same survey always says the same. */
export function composeReport(survey: Survey, at: Date): Report {
  const resources = resourcesOf(survey);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    at: at.toISOString(),
    base: survey.base,
    requests: survey.requests,
    milliseconds: survey.milliseconds,
    documents: [...survey.documents],
    nouns: Object.fromEntries(Object.entries(NOUNS).map(([noun, needs]) => [noun, plain(judge(needs, resources))])),
    features: FEATURES.map((feature) => featureOf(feature, resources)),
    apis: survey.apis.map(apiOf),
  };
}
