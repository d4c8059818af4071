import { stripVTControlCharacters } from 'node:util';
import type { StaticFolder } from '@faceplate/gateway/node';

/**
 * The shell's and the portlets' files, built where what they are made from has changed.
 *
 * @throws when a source is wrong; what exactly is for engineers and goes to stderr at full length.
 */
export async function portalFiles({ quiet = false } = {}): Promise<StaticFolder[]> {
  // Only a checkout can build, and only a start needs it.
  const { build } = await import('@faceplate/workbench/build');
  try {
    const { embed, shell } = await build({ quiet });
    return [{ at: '/embed/', folder: embed }, ...(shell === undefined ? [] : [{ at: '/', folder: shell }])];
  } catch (error) {
    process.stderr.write(`${stripVTControlCharacters(error instanceof Error ? error.message : String(error))}\n`);
    throw new Error('The portal could not be built: see above.', { cause: error });
  }
}
