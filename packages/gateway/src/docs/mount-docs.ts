import type { Hono } from 'hono';
import type { GatewayEnv, Tenant } from '../options.ts';
import { API } from '../routing/mount.ts';
import type { Route } from '../routing/route.ts';

/** The API's description, for programs and for people. Anybody may read it; only whoever asks first pays for the making. */
export function mountDocs(app: Hono<GatewayEnv>, routes: readonly Route[], tenant: Tenant): void {
  let description: Promise<string> | undefined;
  let page: Promise<string> | undefined;
  app.get(`${API}/openapi.json`, async (c) => {
    description ??= import('../routing/openapi.ts').then(({ describeApi }) => JSON.stringify(describeApi(routes, tenant)));
    return c.body(await description, 200, { 'content-type': 'application/json' });
  });
  app.get(`${API}/docs`, async (c) => {
    const { docsPage, PAGE_POLICY } = await import('./page.ts');
    page ??= docsPage(routes, tenant);
    return c.html(await page, 200, { 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' });
  });
  app.get(`${API}/docs.css`, async (c) => {
    const { PAGE_STYLE } = await import('./page-style.ts');
    return c.body(PAGE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
}
