import type { Route } from 'playwright-core';
import type { Picture } from './pictures.ts';

const problem = (status: number, code: string) => (route: Route) =>
  route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ status, code, title: 'Not now.', trace: '4bf92f3577b34da6' }) });

const never = () => new Promise<void>(() => undefined);

const grids = /\/api\/v1\/service-levels\/grid\?/;
const work = /\/api\/v1\/service-levels\/planned-work$/;

/** A company's services, the worst first. */
const year = { portlet: 'sla-dashboard', path: '/service-levels', who: 'bilal', sign: '[part="work"] li' } as const;
/** A month of that grid; the last column is the one that runs. */
const month = (column: number) => `fp-sla-grid tr td:nth-last-child(${column}) button.critical`;
const running = { ...year, sign: '[part="budget"]', press: [month(1)] } as const;
const missed = { ...year, sign: '[data-claim]', press: [month(2)] } as const;
/** Asked for and given, in a month that no other picture shows. */
const given = { ...year, sign: '[part="credit"] strong', press: [month(4), '[data-claim]'] } as const;
/** Tickets about the service run, and help is left. */
const help = { ...year, sign: '[part="clocks"] tbody tr', press: ['fp-sla-grid [data-place="0-11"]'] } as const;

const figures = { ...year, sign: 'fp-sla-grid .figures', press: ['button[aria-pressed="false"]'] } as const;

const seconds = { ...running, sign: '[part="parts"]', press: [month(1), 'details summary >> nth=-1'] } as const;

export const SLA_PICTURES: readonly Picture[] = [
  { ...year, name: 'year' },
  { ...year, name: 'year-dark', scheme: 'dark' },
  { ...year, name: 'year-arabic', language: 'ar' },
  { ...year, name: 'year-phone', width: 320 },
  { ...figures, name: 'figures' },
  { ...figures, name: 'figures-dark', scheme: 'dark' },
  { ...figures, name: 'figures-arabic', language: 'ar' },
  { ...help, name: 'help' },
  { ...help, name: 'help-dark', scheme: 'dark' },
  { ...help, name: 'help-arabic', language: 'ar' },
  { ...help, name: 'help-phone', width: 320 },
  { ...year, name: 'card', path: '/', sign: '.lead' },
  { ...year, name: 'work-touches', sign: '[part="work"] details[open] li', press: ['[part="work"] summary'] },
  { ...year, name: 'work-none', sign: '[part="work"] p', instead: { of: work, answer: (route) => route.fulfill({ json: { items: [], total: 0, gaps: [], zone: 'Europe/Berlin' } }) } },
  { ...year, name: 'work-failed', sign: '[part="work"] [part="problem"]', instead: { of: work, answer: problem(500, 'internal') } },
  { ...year, name: 'loading', sign: 'fp-skeleton', instead: { of: grids, answer: never } },
  { ...year, name: 'empty', sign: 'fp-status-message', who: 'daniel' },
  { ...year, name: 'failed', sign: '[part="problem"]', instead: { of: grids, answer: problem(500, 'internal') } },
  { ...year, name: 'offline', sign: '[part="problem"]', instead: { of: grids, answer: (route) => route.abort() } },
  { ...running, name: 'running' },
  { ...running, name: 'running-dark', scheme: 'dark' },
  { ...running, name: 'running-arabic', language: 'ar' },
  { ...running, name: 'running-phone', width: 320 },
  { ...missed, name: 'claim' },
  { ...missed, name: 'claim-dark', scheme: 'dark' },
  { ...missed, name: 'claim-arabic', language: 'ar' },
  { ...missed, name: 'claim-phone', width: 320 },
  { ...missed, name: 'claim-refused', sign: '[part="credit"] div > button:not([data-claim])', press: [...missed.press, '[data-claim]'], instead: { of: /\/claim$/, answer: problem(409, 'not-claimable') } },
  { ...missed, name: 'claim-lost', sign: '[part="credit"] [role="status"]:not(:empty)', press: [...missed.press, '[data-claim]'], instead: { of: /\/claim$/, answer: (route) => route.abort() } },
  { ...given, name: 'given' },
  { ...seconds, name: 'seconds' },
  { ...seconds, name: 'seconds-phone', width: 320 },
  { ...year, name: 'missing', path: '/service-levels/nobodys/2026-10', sign: '[part="problem"]' },
];
