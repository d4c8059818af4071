import { parseArgs } from 'node:util';
import { serveForeignHost } from './foreign-host.ts';

// `pnpm --filter @faceplate/embed foreign-host [--gateway http://127.0.0.1:8080] [--port 8090]`
const { values } = parseArgs({
  options: { gateway: { type: 'string', default: 'http://127.0.0.1:8080' }, port: { type: 'string', default: '8090' } },
});
const host = await serveForeignHost({ gateway: values.gateway, port: Number(values.port) });
console.log(`A page that is not ours: ${host.url}\nIt asks ${values.gateway}, whose embedOrigins must list it. Ctrl-C stops it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.close().then(() => process.exit(0)));
