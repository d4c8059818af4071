export { GOLDEN, type GoldenCase } from './golden/index.ts';
export { disagreements, serviceYear, type ServiceYear } from './service-years.ts';
