import { readFileSync } from 'node:fs';
import { type Capabilities, readCapabilities } from '@faceplate/gateway';
import { ConfigError } from './config-error.ts';

/**
 * What a probe's report says the landscape carries.
 *
 * @throws {ConfigError} when the file cannot be read, or is none.
 */
export function capabilitiesOf(path: string): Capabilities {
  try {
    return readCapabilities(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError(`FACEPLATE_CONFIG: capabilities: ${path} ${code === undefined ? `is of no use: ${message.replace(/\s+/g, ' ')}` : `cannot be read (${code})`}`);
  }
}
