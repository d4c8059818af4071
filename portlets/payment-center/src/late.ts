import { messageLocale, setMessageLocale } from '@faceplate/localize';
import { Reading } from '@faceplate/portlet-kit';

/** A part that comes when it is wanted, once, and its words with it: drawn before them it would flash in English. */
export function latePart<P extends object>(host: ConstructorParameters<typeof Reading>[0], isWanted: () => boolean, load: () => Promise<P>) {
  let part: P | undefined;
  return new Reading(host, {
    args: () => (isWanted() ? ([] as const) : undefined),
    load: async () => {
      part ??= await load();
      await setMessageLocale(messageLocale());
      return part;
    },
    changes: [],
  });
}
