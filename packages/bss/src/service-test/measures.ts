import type { Json } from '../simulator/course.ts';
import type { Dice } from '../world/random.ts';
import type { LineState } from './line.ts';

export type TestKind = 'line' | 'speed' | 'reboot';

/** What is measured, and from where on it is too little or too much. */
export interface Metric {
  name: string;
  unit: string;
  description: string;
  least?: number;
  most?: number;
}

export interface Reading {
  metric: Metric;
  value: number;
}

export interface Result {
  state: 'completed' | 'failed';
  verdict: 'good' | 'degraded' | 'bad';
  /** What it means, for a customer. */
  advice: string;
  readings: readonly Reading[];
}

const METRICS = {
  noise: { name: 'noiseMargin', unit: 'dB', description: 'How far the signal stands out of the noise', least: 6 },
  attenuation: { name: 'attenuation', unit: 'dB', description: 'What the wire takes of the signal', most: 45 },
  strength: { name: 'signalStrength', unit: 'dBm', description: 'How strongly the device hears the mast', least: -105 },
  loss: { name: 'packetLoss', unit: '%', description: 'Data that gets lost on the way', most: 1 },
  latency: { name: 'latency', unit: 'ms', description: 'Time there and back', most: 80 },
  restart: { name: 'restartDuration', unit: 's', description: 'Until the modem was back', most: 300 },
} satisfies Record<string, Metric>;

/** Below seven tenths of what was promised a line is too slow. */
const ENOUGH = 0.7;
const speed = (name: string, promised: number): Metric => ({ name, unit: 'Mbit/s', description: 'Measured against what was promised', least: Math.round(promised * ENOUGH * 10) / 10 });

/** The metrics of a kind of test, for the list of specifications. */
export const METRICS_OF: Readonly<Record<TestKind, readonly Metric[]>> = {
  line: [METRICS.noise, METRICS.attenuation, METRICS.loss, METRICS.latency],
  speed: [
    { name: 'downloadSpeed', unit: 'Mbit/s', description: 'Measured against what was promised' },
    { name: 'uploadSpeed', unit: 'Mbit/s', description: 'Measured against what was promised' },
    METRICS.latency,
  ],
  reboot: [METRICS.restart],
};

const tenths = (value: number): number => Math.round(value * 10) / 10;
const between = (dice: Dice, least: number, most: number): number => tenths(least + dice.next() * (most - least));

export function breaks({ metric: { least, most }, value }: Reading): boolean {
  return (least !== undefined && value < least) || (most !== undefined && value > most);
}

function lineReadings({ condition, kind }: LineState, dice: Dice): Reading[] {
  const bad = condition !== 'good';
  const physical: Reading[] =
    kind === 'mobile'
      ? [{ metric: METRICS.strength, value: bad ? between(dice, -119, -108) : between(dice, -98, -71) }]
      : [
          { metric: METRICS.noise, value: bad ? between(dice, 1, 5) : between(dice, 8, 15) },
          { metric: METRICS.attenuation, value: between(dice, 8, 34) },
        ];
  return [
    ...physical,
    { metric: METRICS.loss, value: bad ? between(dice, 3, 14) : between(dice, 0, 0.4) },
    { metric: METRICS.latency, value: bad ? between(dice, 110, 420) : between(dice, 6, 28) },
  ];
}

function speedReadings({ condition, download, upload }: LineState, dice: Dice): Reading[] {
  const share = condition === 'good' ? [0.88, 1.02] : [0.08, 0.4];
  const part = () => between(dice, (share[0] ?? 0) * 1000, (share[1] ?? 0) * 1000) / 1000;
  return [
    { metric: speed('downloadSpeed', download), value: tenths(download * part()) },
    { metric: speed('uploadSpeed', upload), value: tenths(upload * part()) },
    { metric: METRICS.latency, value: condition === 'good' ? between(dice, 6, 28) : between(dice, 110, 420) },
  ];
}

/** Nothing comes back from a line that is down: it is known to be, and nothing else can be said. */
function silent({ kind, trouble }: LineState, test: TestKind): Result {
  const advice = `We cannot reach your ${kind === 'mobile' ? 'phone' : 'modem'}: ${trouble ?? 'the line is down'}. We are at work on it; you need not do anything.`;
  const readings = test === 'line' ? [{ metric: METRICS.loss, value: 100 }] : [];
  return { state: test === 'line' ? 'completed' : 'failed', verdict: 'bad', advice, readings };
}

function adviceFor(verdict: Result['verdict'], { trouble }: LineState): string {
  if (verdict === 'good') return 'Your line is in order. If something is slow all the same, try it near the modem or by cable.';
  if (trouble !== undefined) return `Your line is not as it should be: ${trouble}. We are at work on it; you need not do anything.`;
  return 'Your line is not as it should be. Switch the modem off and on; if it stays so, raise a ticket, this result comes with it.';
}

/** What a test finds on a line in this state. The same dice find the same. */
export function resultOf(test: TestKind, line: LineState, dice: Dice): Result {
  if (line.condition === 'down' || line.condition === 'maintenance') return silent(line, test);
  if (test === 'reboot') {
    const seconds = Math.round(between(dice, 95, 190));
    return { state: 'completed', verdict: 'good', advice: `Your modem was restarted and was back after ${seconds} seconds.`, readings: [{ metric: METRICS.restart, value: seconds }] };
  }
  const readings = test === 'speed' ? speedReadings(line, dice) : lineReadings(line, dice);
  const verdict = readings.some(breaks) ? 'degraded' : 'good';
  return { state: 'completed', verdict, advice: adviceFor(verdict, line), readings };
}

/** A reading as TMF653 has it. */
export function measureOf(reading: Reading, at: string): Json {
  const { metric, value } = reading;
  return {
    metricName: metric.name,
    metricDescription: metric.description,
    unitOfMeasure: metric.unit,
    captureDateTime: at,
    captureMethod: 'remote',
    accuracy: 0.1,
    value: { name: metric.name, valueType: 'number', value },
    ruleViolation: breaks(reading) ? [violation(metric)] : [],
  };
}

function violation({ name, least, most }: Metric): Json {
  return {
    name: `${name} out of range`,
    thresholdRuleSeverity: 'major',
    ...(least !== undefined && { conformanceTargetLower: String(least), conformanceComparatorLower: '.ge' }),
    ...(most !== undefined && { conformanceTargetUpper: String(most), conformanceComparatorUpper: '.le' }),
  };
}
