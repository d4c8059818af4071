import { fileURLToPath } from 'node:url';

/** The checkout this workbench stands in. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
