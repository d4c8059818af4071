import { CREDIT_STEPS } from '../sla/credit.ts';
import type { ServiceHours } from '../sla/service-hours.ts';
import { METRICS_OF, type TestKind } from '../service-test/measures.ts';
import { WARNING } from '../service-test/service-test.ts';
import { BUSINESS, CONSUMER, type Entitlement, type Severity } from '../trouble-ticket/entitlement.ts';
import type { Draft } from './draft.ts';
import { FORMS, specificationOf } from './forms.ts';
import { idOf } from './random.ts';
import { DAY, HOUR, iso } from './zone.ts';

const TESTS: readonly { kind: TestKind; name: string; description: string }[] = [
  { kind: 'line', name: 'Line test', description: 'Looks at your line from our side. Takes a few seconds; you notice nothing.' },
  { kind: 'speed', name: 'Speed test', description: 'Measures your line against what your plan promises. Stop downloads and films first.' },
  { kind: 'reboot', name: 'Modem reboot', description: `Restarts your modem from afar. ${WARNING}` },
];

/** What of a customer's can be tested, and how. */
function writeTestSpecifications(draft: Draft): void {
  for (const { kind, name, description } of TESTS) {
    draft.add('serviceTestSpecification', {
      id: draft.id('test specification', kind),
      name,
      description,
      lifecycleStatus: 'active',
      isBundle: false,
      version: '1.0',
      lastUpdate: iso(draft.now - 500 * DAY),
      relatedServiceSpecification: [{ id: idOf('serviceSpecification/fixed'), name: 'Internet line', '@referredType': 'ServiceSpecification' }],
      testMeasureDefinition: METRICS_OF[kind].map((metric) => ({ name: metric.name, metricName: metric.name, metricDescription: metric.description, unitOfMeasure: metric.unit, captureMethod: 'remote', valueType: 'number' })),
      specCharacteristic: kind === 'reboot' ? [{ name: 'acceptInterruption', description: WARNING, valueType: 'boolean', minCardinality: 1, maxCardinality: 1 }] : [],
    });
  }
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function hoursInWords({ days, from, to }: ServiceHours): string {
  if (days.length === 7 && to - from === 1440) return 'around the clock';
  return `${DAYS[(days[0] ?? 1) - 1]} to ${DAYS[(days.at(-1) ?? 7) - 1]}, ${from / 60}:00 to ${to / 60}:00`;
}

const METRICS = { respond: 'timeToRespond', restore: 'timeToRestore' } as const;

function writeSupportObjective(draft: Draft, { name, hours, targets }: Entitlement, severity: Severity, metric: 'respond' | 'restore'): { id: string; name: string } {
  const id = draft.id('objective', name, severity, metric);
  const label = `${metric === 'respond' ? 'Somebody begins' : 'It works again'}: ${name}, ${severity.toLowerCase()}`;
  draft.add('serviceLevelObjective', {
    id,
    name: label,
    conformanceTarget: String(targets[severity][metric] / HOUR),
    conformanceComparator: '.le',
    graceTimes: '0',
    serviceLevelObjectiveParameter: { name: METRICS[metric], parameterType: 'hour', serviceParmCategory: 'support', serviceParmPerspective: 'customer', transformationAlgorithmOfKQI: `Hours of service, ${hoursInWords(hours[severity])}; stands while we wait for the customer` },
  });
  return { id, name: label };
}

function writeAvailabilityObjective(draft: Draft, target: string): { id: string; name: string } {
  const id = draft.id('objective', 'availability', target);
  const name = `Availability of ${(Number(target) * 100).toFixed(2)} %`;
  draft.add('serviceLevelObjective', {
    id,
    name,
    conformanceTarget: target,
    conformanceComparator: '.ge',
    serviceLevelObjectiveConsequence: CREDIT_STEPS.map(({ above, percent }) => ({ prescribedAction: `Down for more than ${above} times the time allowed: ${percent} % of the monthly price back` })),
    serviceLevelObjectiveParameter: { name: 'availability', parameterType: 'ratio', serviceParmCategory: 'availability', serviceParmPerspective: 'customer', transformationAlgorithmOfKQI: 'Seconds up of seconds counted in a calendar month; planned work and waiting for the customer are left out' },
  });
  return { id, name };
}

function writeSpecification(draft: Draft, name: string, description: string, objectives: readonly { id: string; name: string }[]): void {
  const relatedServiceLevelObjective = objectives.map((one) => ({ ...one, '@referredType': 'ServiceLevelObjective' }));
  draft.add('serviceLevelSpecification', { id: draft.id('service level specification', name), name, description, relatedServiceLevelObjective });
}

/** What we promise of our support and of our lines: TMF657's targets, written from the very tables that are reckoned with. */
function writeObjectives(draft: Draft): void {
  for (const entitlement of [CONSUMER, BUSINESS]) {
    const severities: readonly Severity[] = ['Critical', 'Major', 'Minor'];
    const objectives = severities.flatMap((severity) => [writeSupportObjective(draft, entitlement, severity, 'respond'), writeSupportObjective(draft, entitlement, severity, 'restore')]);
    writeSpecification(draft, `Support for ${entitlement.name} customers`, 'When somebody begins, and when it works again.', objectives);
  }
  const availability = ['0.98', '0.99', '0.995', '0.999', '0.9995'].map((target) => writeAvailabilityObjective(draft, target));
  writeSpecification(draft, 'Availability of lines', 'By calendar month; which of them holds is in the agreement on the line.', availability);
}

/** The forms of the service desk, for TMF621 v5. */
function writeForms(draft: Draft): void {
  for (const form of FORMS) draft.add('troubleTicketSpecification', { id: draft.id('ticket specification', form.key), ...specificationOf(form), creationDate: iso(draft.now - 500 * DAY), lastUpdate: iso(draft.now - 500 * DAY) });
}

/** What the service desk works by: its tests, its promises and its forms. */
export function writeSupport(draft: Draft): void {
  writeTestSpecifications(draft);
  writeObjectives(draft);
  writeForms(draft);
}
