import type { Month, ServiceLevelDetail, ServiceLevelRow } from '@faceplate/contracts';
import { localMonth, monthsUntil } from '@faceplate/domain';
import type { ServiceLevelTerms } from '@faceplate/domain/service-level';
import { notFound } from '../problem.ts';
import type { Call } from '../routing/route.ts';
import { onceEach } from '../tmf/gather.ts';
import { type Setting, settingOf } from '../tmf/setting.ts';
import { budgetOf, cellOf, figuresIn, intervalsOf, windowOf } from './cell.ts';
import { creditOf } from './credit.ts';
import { helpFor } from './help.ts';
import { readRecord, type ServiceRecord } from './record.ts';

export const MOST_MONTHS = 24;

export const termsOf = ({ target, since, until, calendar, minimumSeconds }: ServiceRecord, { zone }: Pick<Setting, 'zone'>): ServiceLevelTerms => ({ zone, target, since, until, calendar, minimumSeconds });

export const nameOf = ({ id, name, identifier }: ServiceRecord): ServiceLevelRow['service'] => ({ id, name, ...(identifier !== undefined && { identifier }) });

/** @throws a 404 for a month out of reach, and for a service of somebody else. */
export async function serviceIn(call: Call, id: string, month: Month, read = readRecord): Promise<ServiceRecord> {
  const { now, zone } = settingOf(call);
  if (!monthsUntil(localMonth(now, zone), MOST_MONTHS).includes(month)) throw notFound();
  const service = (await read(call)).services.find((one) => one.id === id);
  if (!service) throw notFound();
  return service;
}

/** One service in one month: the figure, what it is made of, the budget, and what is given back. */
export async function detailOf(call: Call, service: ServiceRecord, month: Month): Promise<ServiceLevelDetail> {
  const setting = settingOf(call);
  const terms = termsOf(service, setting);
  const { stretches, calendar } = service;
  const isRunning = month === localMonth(setting.now, setting.zone);
  const [{ credit, gaps: credits }, { help, gaps: helps }] = await Promise.all([
    creditOf(call, service, month, figuresIn(stretches, month, terms, setting.now)),
    isRunning ? helpFor(call, service) : { help: undefined, gaps: [] },
  ]);
  const gaps = onceEach([...credits, ...helps]);
  return {
    service: nameOf(service),
    zone: setting.zone,
    target: service.target,
    ...(calendar && { hours: calendar.open.map(({ days, from, to }) => ({ days: [...days], from, to })) }),
    cell: cellOf(stretches, windowOf(month, setting.zone), terms, setting.now),
    intervals: intervalsOf(stretches, month, terms, setting.now),
    budget: budgetOf(stretches, month, terms, setting.now),
    ...(credit && { credit }),
    ...(help && { help }),
    ...(gaps.length > 0 && { gaps }),
  };
}
