import { care } from './care.ts';
import type { ApiFacts } from './facts.ts';
import { parties } from './parties.ts';
import { selling } from './selling.ts';
import { services } from './services.ts';

/** Every API that a feature of Faceplate asks, in the order of their numbers. */
export const APIS: readonly ApiFacts[] = [...care, ...parties, ...selling, ...services].toSorted((one, other) => one.api.localeCompare(other.api));
