import { directionOf } from './locale.ts';
import { messageLocale } from './messages.ts';

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;

/**
 * Text that brings its own direction into a sentence, a phone number or a bill number say, kept from being turned
 * round by the words beside it (Unicode's first strong isolate). Left as it is where nothing could turn it, so that
 * what people copy holds no invisible characters. In a template of its own, `<bdi>` does the same.
 */
export function isolated(text: string): string {
  const safe = directionOf(messageLocale()) === 'ltr' && !RIGHT_TO_LEFT.test(text);
  return safe ? text : `\u2068${text}\u2069`;
}
