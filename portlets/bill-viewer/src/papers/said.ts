import { formatNumber } from '@faceplate/localize';
import { words } from './messages.ts';
import type { SavingState } from './saving.controller.ts';

/** What is to be said about a file: nothing, that it comes, that it is there, or that it could not be had. */
export function saidOf(state: SavingState, locale = 'en'): string {
  switch (state.step) {
    case 'idle':
      return '';
    case 'fetching':
      return state.of ? words.progress(formatNumber(state.done ?? 0, locale), formatNumber(state.of, locale)) : words.running(state.what);
    case 'saved':
      return words.done(state.what);
    case 'failed':
      return words.failed(state.what);
  }
}
