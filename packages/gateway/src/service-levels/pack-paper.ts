import type { Month, ServiceLevelState } from '@faceplate/contracts';
import { percentCut, stateOf } from '@faceplate/domain/service-level';
import type { Tenant } from '../options.ts';
import { type Formats, formatsOf, kept } from '../papers/formats.ts';
import type { Paper } from '../papers/paper.ts';
import { senderOf } from '../papers/bill-paper.ts';
import type { Locale } from '../papers/words.ts';
import { figuresIn } from './cell.ts';
import { creditIn } from './credit.ts';
import { termsOf } from './detail.ts';
import { PERCENT_DIGITS } from './pack-csv.ts';
import type { ServiceRecord } from './record.ts';

const STATES = { met: 'slMet', near: 'slNear', missed: 'slMissed', unknown: 'slUnknown' } as const satisfies Record<ServiceLevelState, string>;

/** `1:02:03`: hours, minutes, seconds; hundredths only where there are any. */
export function lasting(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const whole = Math.floor(seconds);
  const hundredths = Math.round((seconds - whole) * 100);
  return `${Math.floor(whole / 3600)}:${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}${hundredths > 0 ? `.${two(hundredths)}` : ''}`;
}

interface Pack {
  services: readonly ServiceRecord[];
  month: Month;
  zone: string;
  now: Date;
  made: string;
}

function rowOf(service: ServiceRecord, { month, zone, now }: Pack, { say, money, locale }: Formats) {
  const figures = figuresIn(service.stretches, month, termsOf(service, { zone }), now);
  const credit = creditIn(service, month, figures);
  const percent = percentCut(figures, PERCENT_DIGITS);
  return {
    cells: [
      { text: kept(locale, service.name), ...(service.identifier !== undefined && { detail: [kept(locale, service.identifier)] }) },
      { text: `${targetText(service.target)} %` },
      { text: percent === undefined ? '–' : `${percent} %`, detail: [say(STATES[stateOf(figures, service.target)])] },
      { text: lasting(figures.downHundredths / 100) },
      { text: lasting(figures.maintenanceSeconds + figures.waitingSeconds) },
      { text: lasting(figures.unknownSeconds) },
      { text: credit ? money(credit.amount) : '' },
    ],
  };
}

const targetText = (target: number): string => (Math.round(target * 1e7) / 1e5).toFixed(PERCENT_DIGITS);

/** A month of every service with a promise, with the same figures as the screen and the table. */
export function packPaper(pack: Pack, tenant: Pick<Tenant, 'name' | 'seller'>, locale: Locale = 'en'): Paper {
  const formats = formatsOf(locale);
  const { say, day } = formats;
  const figure = (title: string) => ({ title, kind: 'figure', width: 'fit' }) as const;
  return {
    locale,
    dir: formats.dir,
    title: say('slOf', pack.month),
    operator: tenant.seller?.name ?? tenant.name,
    sender: senderOf(tenant.seller, formats),
    facts: [
      [say('period'), kept(locale, pack.month)],
      [say('slZone'), kept(locale, pack.zone)],
      [say('madeOn'), day(pack.made)],
    ],
    tables: [
      {
        heading: say('slHeading'),
        columns: [{ title: say('slService'), kind: 'text', width: 'wide' }, figure(say('slTarget')), figure(say('slAvailability')), figure(say('slDown')), figure(say('slLeftOut')), figure(say('slNotMeasured')), figure(say('slCredit'))],
        rows: pack.services.map((service) => rowOf(service, pack, formats)),
      },
    ],
    notes: [say('slNote')],
    footer: `${tenant.name} · ${say('slHeading')} ${kept(locale, pack.month)}`,
    pages: say('page', '{0}', '{1}'),
  };
}
