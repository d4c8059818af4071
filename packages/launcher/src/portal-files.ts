import type { StaticFolder } from '@faceplate/gateway/node';

/** The shell's and the portlets' files, built where what they are made from has changed. */
export async function portalFiles({ quiet = false } = {}): Promise<StaticFolder[]> {
  // Only a checkout can build, and only a start needs it.
  const { build } = await import('@faceplate/workbench/build');
  const { embed, shell } = await build({ quiet });
  return [{ at: '/embed/', folder: embed }, ...(shell === undefined ? [] : [{ at: '/', folder: shell }])];
}
