export { type ForeignHost, type ForeignHostOptions, type PolicyReport, serveForeignHost } from './foreign-host.ts';
export { hostPolicy } from './host-policy.ts';
