import { DEMO_PASSWORD } from '@faceplate/idp';
import type { Product } from './product.ts';

/** Columns as wide as their widest cell. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

function signInLines({ signIns }: Product): string[] {
  if (signIns.length === 0) return [];
  const people = signIns.map(({ username, name, persona }) => [username, name, persona]);
  return ['', `Demonstration sign-ins, password "${DEMO_PASSWORD}" for all`, ...table(people)];
}

/**
 * What an evaluator needs to begin: where it is, who to be, where the data lies.
 * A token that was configured is known and not repeated.
 */
export function readyText(product: Product, seconds: number, tokenMade: boolean): string {
  const facts = [
    ['Portal', product.url],
    ['Data', product.where],
    ...(product.pspUrl === undefined ? [] : [['Payments', `${product.pspUrl} (a demonstration: no money moves)`]]),
    ...(product.metricsUrl === undefined ? [] : [['Metrics', product.metricsUrl]]),
    ...(tokenMade ? [['TMF token', `${product.tmfToken} (for this run; set TMF_TOKEN to keep one)`]] : []),
  ];
  const end = `Ready in ${seconds.toFixed(1)} s. Ctrl-C stops it.`;
  return ['', ...table(facts), ...signInLines(product), '', end, ''].join('\n');
}
