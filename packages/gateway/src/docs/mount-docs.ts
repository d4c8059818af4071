import type { Context, Hono } from 'hono';
import type { GatewayEnv, Tenant } from '../options.ts';
import { API } from '../routing/mount.ts';
import type { Route } from '../routing/route.ts';

/** Made once, packed once: both are some hundred kilobytes of the same few words. */
interface Published {
  plain: string;
  gzip: Uint8Array<ArrayBuffer>;
}

async function published(plain: string): Promise<Published> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'));
  return { plain, gzip: new Uint8Array(await new Response(stream).arrayBuffer()) };
}

function send(c: Context<GatewayEnv>, { plain, gzip }: Published, headers: Record<string, string>): Response {
  const takes = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(c.req.header('accept-encoding') ?? '');
  return takes ? c.body(gzip, 200, { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' }) : c.body(plain, 200, headers);
}

/** The API's description, for programs and for people. Anybody may read it; only whoever asks first pays for the making. */
export function mountDocs(app: Hono<GatewayEnv>, routes: readonly Route[], tenant: Tenant): void {
  let description: Promise<Published> | undefined;
  let page: Promise<Published> | undefined;
  app.get(`${API}/openapi.json`, async (c) => {
    description ??= import('../routing/openapi.ts').then(({ describeApi }) => published(JSON.stringify(describeApi(routes, tenant))));
    return send(c, await description, { 'content-type': 'application/json' });
  });
  app.get(`${API}/docs`, async (c) => {
    const { docsPage, PAGE_POLICY } = await import('./page.ts');
    page ??= docsPage(routes, tenant).then(published);
    return send(c, await page, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' });
  });
  app.get(`${API}/docs.css`, async (c) => {
    const { PAGE_STYLE } = await import('./page-style.ts');
    return c.body(PAGE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' });
  });
}
