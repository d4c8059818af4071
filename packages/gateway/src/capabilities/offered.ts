import type { Hono } from 'hono';
import type { GatewayEnv } from '../options.ts';
import { problemResponse } from '../problem.ts';
import { API } from '../routing/mount.ts';
import type { Route } from '../routing/route.ts';
import { type Capabilities, nounAt } from './capabilities.ts';

/** The table without what is not offered here. */
export const offeredRoutes = (routes: readonly Route[], capabilities: Capabilities | undefined): readonly Route[] =>
  capabilities ? routes.filter(({ path }) => !capabilities.absent.has(nounAt(path))) : routes;

/** Says of what is not offered that it is not offered, to everybody alike; nothing behind the gateway is asked. */
export function refuseAbsent(app: Hono<GatewayEnv>, routes: readonly Route[], capabilities: Capabilities | undefined): void {
  const absent = new Set(routes.filter(({ path }) => capabilities?.absent.has(nounAt(path))).map(({ path }) => path));
  for (const path of absent) {
    app.all(API + path, (c) => problemResponse({ status: 404, code: 'not-offered', title: 'This is not offered here.' }, c.var.trace));
  }
}
