export * from './options.ts';
export { type Call, type Media, type MediaAnswer, type Route, route } from './routing/route.ts';
