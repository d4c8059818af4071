export * from './budget.ts';
export * from './credit.ts';
export * from './parts.ts';
export * from './promise-clock.ts';
export { figuresOf, type Figures } from './reckoning.ts';
export { openWithin } from './service-calendar.ts';
export * from './share.ts';
export * from './terms.ts';
export * from './windows.ts';
