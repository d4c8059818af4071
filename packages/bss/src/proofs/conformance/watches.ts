import { type Answer, must, type Watch } from './asking.ts';
import { isObject } from '../../surface/body.ts';

const JSON_TYPE = /^application\/json(;|$)/;

/** TMF630's error: a code and a reason in text, and words that help. Every refusal has it, none is ours to blame. */
export const refusesInWords: Watch = (answer) => {
  if (answer.status < 400) return;
  must(answer.status < 500, 'a refusal is never our fault', answer);
  // A body is not sent to who asked for headers alone.
  if (answer.asked.method === 'HEAD') return;
  must(isObject(answer.body), 'a refusal has an error body', answer);
  const { code, reason, message, status } = answer.body;
  must(typeof code === 'string' && code !== '', 'an error has a code', answer);
  must(typeof reason === 'string' && reason !== '', 'an error has a reason', answer);
  must(typeof message === 'string' && message.length > 5, 'an error says what to do', answer);
  must(status === String(answer.status), 'an error repeats its status', answer);
};

/** What is not empty is JSON and says so. */
export const speaksJson: Watch = (answer) => {
  if (answer.text === '') return;
  must(answer.body !== undefined, 'an answer is JSON', answer);
  must(JSON_TYPE.test(answer.headers.get('content-type') ?? ''), 'JSON is called JSON', answer);
};

const emptyOnly = new Set([204, 304]);

export const staysEmpty: Watch = (answer: Answer) => {
  if (emptyOnly.has(answer.status)) must(answer.text === '', `${answer.status} has no body`, answer);
};

export const ALWAYS: readonly Watch[] = [refusesInWords, speaksJson, staysEmpty];
