import { runCommand } from '../command.ts';

// `pnpm start` without the portal's files: building them is tried where they are made.
await runCommand({});
