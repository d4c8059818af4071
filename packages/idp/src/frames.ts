import type { IncomingMessage } from 'node:http';
import type { Frame } from './pages/pages.ts';
import { chooseLanguage } from './pages/words.ts';
import type { IdpOptions } from './types.ts';

/** What a page stands in for this request. `wish` (OpenID's `ui_locales`) goes before the browser's languages. */
export type Frames = (request: IncomingMessage, wish?: unknown) => Frame;

export function framesFor(options: IdpOptions, mount: string): Frames {
  return (request, wish) => ({
    language: chooseLanguage(`${typeof wish === 'string' ? wish : ''} ${request.headers['accept-language'] ?? ''}`),
    operator: options.operator ?? 'Faceplate',
    mount,
    portalUrl: new URL('/', options.issuer).href,
  });
}
