export { bootstrap, mount, unmount } from './healthy.ts';

// Works when it is tried again: what failed was the first try, not the portlet.
if (!new URL(import.meta.url).searchParams.has('retry')) throw new Error('import failed for +49 151 5550100');
