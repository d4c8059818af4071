import { createServer } from 'vite';
import { devConfig } from './dev/config.ts';
import { chosenRooms } from './rooms.ts';

/** `pnpm dev <portlet>`: one portlet alone on mocks, with a switch for world, fault, locale, theme and view. */
async function dev([name]: readonly string[]): Promise<void> {
  const [room] = name ? chosenRooms([name]) : [];
  if (!room?.path.startsWith('portlets/')) throw new Error('Usage: pnpm dev <portlet>, for instance pnpm dev bill-viewer');
  const server = await createServer(devConfig(room));
  await server.listen();
  console.log(`${room.name} on mocks:`);
  server.printUrls();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => process.exit(0));
    });
  }
}

dev(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
