import { ApiProblem } from '@faceplate/client';
import { formatNumber, messageLocale } from '@faceplate/localize';
import { words } from './messages.ts';
import type { SavingState } from './saving.controller.ts';

/** What is to be said about a file: nothing, that it comes, that it is there, or that it could not be had. */
export function saidOf(state: SavingState, locale: string): string {
  switch (state.step) {
    case 'idle':
      return '';
    case 'fetching':
      return state.of ? words.progress(formatNumber(state.done ?? 0, locale), formatNumber(state.of, locale)) : words.running(state.what);
    case 'saved':
      return words.done(state.what);
    case 'failed':
      return isUnfit(state.cause) ? words.unfit() : words.failed(state.what);
  }
}

/** Trying again would not help: the bill says less than the form asks for. */
const isUnfit = (cause: unknown) => cause instanceof ApiProblem && cause.problem.code === 'invoice-unfit';

/** The language of a paper: that of the words on the page. */
export const paperLanguage = () => messageLocale().slice(0, 2);
