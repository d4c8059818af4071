export { type RudeServer, rudeServer } from './rude-server.ts';
