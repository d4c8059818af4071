import type { Route } from './routing/route.ts';
import { sessionRoutes } from './session/session.routes.ts';

/** Every call of the self-service API. A noun's folder exports its part as `<noun>Routes`. */
export const apiRoutes: readonly Route[] = [...sessionRoutes];
