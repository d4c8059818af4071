import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Connect, InlineConfig, Plugin, ViteDevServer } from 'vite';
import { root } from '../root.ts';
import type { Room } from '../rooms.ts';

const PAGE = 'faceplate:dev-page';

const inVite = (path: string) => `/@fs${join(root, path).replaceAll('\\', '/')}`;

/** Vite's configuration for one portlet's development page. */
export function devConfig(room: Room): InlineConfig {
  return {
    configFile: false,
    root: room.folder,
    appType: 'custom',
    resolve: { conditions: ['@faceplate/source', 'module', 'browser', 'development'] },
    server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), fs: { allow: [root] } },
    plugins: [devPage(room)],
  };
}

/** The page is put together here, in the portlet's own room: that is where the mocks are a dependency. */
function devPage(room: Room): Plugin {
  const brands = globSync('*.css', { cwd: join(root, 'shared/tokens/src/themes') }).map((file) => basename(file, '.css'));
  const code = `
import * as mocks from '@faceplate/mocks';
import { openDevPage } from '${inVite('packages/workbench/src/dev/page.ts')}';
await openDevPage({ mocks, tag: 'fp-${room.name}', brands: ${JSON.stringify(brands.toSorted())}, define: () => import('/src/define.ts') });
`;
  return {
    name: PAGE,
    resolveId: (source) => (source === PAGE ? `\0${PAGE}` : undefined),
    load: (id) => (id === `\0${PAGE}` ? code : undefined),
    configureServer: (server) => () => {
      server.middlewares.use(page(server, room));
    },
  };
}

function page(server: ViteDevServer, room: Room): Connect.NextHandleFunction {
  return (request, response, next) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page.test');
    if (pathname === '/mockServiceWorker.js') {
      const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
      response.setHeader('content-type', 'text/javascript').end(readFileSync(worker));
      return;
    }
    server.transformIndexHtml(request.url ?? '/', html(room)).then((text) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(text);
    }, next);
  };
}

function html({ name }: Room): string {
  const sheet = (path: string) => `<link rel="stylesheet" href="${inVite(path)}">`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>${name} on mocks</title>
    ${sheet('shared/tokens/src/tokens.css')}
    ${sheet('packages/workbench/src/dev/page.css')}
    <script type="module" src="/@id/__x00__${PAGE}"></script>
  </head>
  <body></body>
</html>`;
}
