import { runCommand } from './command.ts';
import { portalFiles } from './portal-files.ts';

// `pnpm start`
await runCommand({ files: portalFiles });
