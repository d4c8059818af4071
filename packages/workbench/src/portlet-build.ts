import type { UserConfig } from 'vite';
import { embedFolder, runtimeStep } from './build/embed-folder.ts';
import { portletConfig } from './build/portlet.ts';

/**
 * Vite's configuration for one portlet: the drop-in module `<name>.js`, which defines the portlet's tags and offers its
 * single-spa lifecycles, beside the runtime it shares with every other portlet. The rest of it, translations say, are
 * hashed chunks that load when they are needed. For a portlet's own `vite.config.ts`.
 */
export async function portletBuild(dir: string, into = embedFolder): Promise<UserConfig> {
  const { result } = await runtimeStep(into);
  return portletConfig(dir, result, into);
}
