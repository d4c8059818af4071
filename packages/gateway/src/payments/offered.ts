import type { GatewayOptions } from '../options.ts';

const NOUNS = ['payments', 'payment-means'] as const;

/** Where nobody takes payments, they are no part of what is offered: no route, and no portlet that needs them. */
export function withPayments(options: GatewayOptions): GatewayOptions {
  if (options.payments) return options;
  const { absent = [], limited = new Map() } = options.capabilities ?? {};
  return { ...options, capabilities: { limited, absent: new Set([...absent, ...NOUNS]) } };
}
