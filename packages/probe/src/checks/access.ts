import { okay } from '../wire/answer.ts';
import { type Check, note } from './finding.ts';

const open: Check = ({ stranger }) =>
  stranger && okay(stranger.answer) ? note('access.open', 'It answers the same without credentials: everybody who reaches it reads it.', [stranger]) : undefined;

const plain: Check = ({ base, list }) => {
  const { protocol, hostname } = new URL(base);
  const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return protocol === 'http:' && !local ? note('access.plain', 'It is reached without TLS.', [list]) : undefined;
};

export const accessChecks: readonly Check[] = [open, plain];
