import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/**
 * A credential of the configuration file: the text itself, or where it is
 * kept, `env:NAME` or `file:/path`, so the file can be shown to others.
 */
export function secret(setting: string, text: string, env: NodeJS.ProcessEnv): string {
  const [, kind, place = ''] = /^(env|file):(.+)$/.exec(text) ?? [];
  if (kind === undefined) return text;
  const value = kind === 'env' ? env[place] : readSecretFile(place);
  if (value) return value;
  throw new ConfigError(`FACEPLATE_CONFIG: ${setting} is to come from ${kind}:${place}, which holds nothing`);
}

function readSecretFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return undefined;
  }
}
