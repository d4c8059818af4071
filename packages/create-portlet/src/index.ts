export { layDown, type NewPortlet } from './lay-down.ts';
