export { bootstrap, mount, unmount } from './healthy.ts';

await new Promise(() => undefined);
