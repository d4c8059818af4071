import type { GatewayOptions } from '../options.ts';
import { faultOf } from '../quarantine/fault.ts';
import { apiSeenBy } from '../tmf/seen-by.ts';
import { UpstreamProblem } from '../upstream/problem.ts';
import type { Keep } from './answer.ts';
import type { Route } from './route.ts';

/** Tells the operator of rows that broke the contract of an answer. */
export const keeperFor = ({ quarantine, upstreams }: GatewayOptions, trace: string): Keep | undefined =>
  quarantine && ((found) => quarantine.record({ ...found, trace, upstream: upstreams(found.api).name }));

/** The same for a record that was all there was to answer. */
export function quarantineFailure({ quarantine, upstreams }: GatewayOptions, route: Route, error: unknown, trace: string): void {
  const fault = faultOf(error instanceof UpstreamProblem ? error.cause : error);
  const api = apiSeenBy(route.policy.action);
  if (!fault || !api || !quarantine) return;
  const upstream = error instanceof UpstreamProblem ? error.origin : upstreams(api).name;
  quarantine.record({ api, upstream, resource: route.path.slice(1), trace, ...fault });
}
