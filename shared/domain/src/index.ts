export * from './allocation.ts';
export * from './bill-trend.ts';
export * from './calendar.ts';
export * from './eligibility.ts';
export * from './matching.ts';
export * from './money.ts';
export * from './order-stage.ts';
export * from './service-level.ts';
