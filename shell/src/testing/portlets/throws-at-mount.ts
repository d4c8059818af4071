export { bootstrap, unmount } from './healthy.ts';

export const mount = (): Promise<void> => Promise.reject(new Error('mount failed for +49 151 5550100'));
