import { ApiProblem, Offline } from '@faceplate/client';
import { isolated, msg, plural, registerMessages, str } from '@faceplate/localize';
import type { Act } from './keeping.controller.ts';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  saved: () => msg('Saved reports', { id: 'report-center.keeping.saved', desc: 'Heading over the list of reports kept under a name' }),
  cannotList: () => msg('We cannot show your saved reports right now.', { id: 'report-center.keeping.cannot-list', desc: 'In place of the list of saved reports; a button to try again follows' }),
  again: () => msg('Try again', { id: 'report-center.keeping.again', desc: 'Button after a failure' }),
  more: (count: number, locale: string) =>
    plural(count, msg('{count, plural, one {Show # more report} other {Show # more reports}}', { id: 'report-center.keeping.more', desc: 'Button that shows more saved reports' }), locale),
  accountGone: (name: string) => msg(str`${isolated(name)}, not yours any more`, { id: 'report-center.keeping.account-gone', desc: 'In a list: the account of a report, which cannot be seen any more' }),
  save: () => msg('Save this report', { id: 'report-center.keeping.save', desc: 'Button: keeps what is on show under a name' }),
  saveHelp: () => msg('A saved report is a question you keep. It always shows the newest figures.', { id: 'report-center.keeping.save.help', desc: 'Explains what saving a report means' }),
  saveChanges: () => msg('Save changes', { id: 'report-center.keeping.save-changes', desc: 'Button: the report is as it is on show from now on' }),
  saveAsNew: () => msg('Save as a new report', { id: 'report-center.keeping.save-as-new', desc: 'Button: keeps what is on show under another name' }),
  asSaved: () => msg('Show it as saved', { id: 'report-center.keeping.as-saved', desc: 'Button: takes back what was chosen since' }),
  rename: () => msg('Rename', { id: 'report-center.keeping.rename', desc: 'Button: gives a report another name' }),
  renameThis: (name: string) => msg(str`Rename ${isolated(name)}`, { id: 'report-center.keeping.rename-this', desc: 'The same button, for readers: which report' }),
  remove: () => msg('Remove', { id: 'report-center.keeping.remove', desc: 'Button: removes a report; it can be brought back' }),
  removeThis: (name: string) => msg(str`Remove ${isolated(name)}`, { id: 'report-center.keeping.remove-this', desc: 'The same button, for readers: which report' }),
  undo: () => msg('Bring it back', { id: 'report-center.keeping.undo', desc: 'Button: undoes the removal of a report' }),
  undoHelp: () => msg('You can bring it back until tomorrow.', { id: 'report-center.keeping.undo.help', desc: 'After a report was removed' }),
  name: () => msg('Name of the report', { id: 'report-center.keeping.name', desc: 'Label of a field' }),
  nameIt: () => msg('Save', { id: 'report-center.keeping.name-it', desc: 'Button of the form in which a report is named' }),
  cancel: () => msg('Cancel', { id: 'report-center.keeping.cancel', desc: 'Button: leaves the form, nothing is saved' }),
  nameless: () => msg('Give it a name.', { id: 'report-center.keeping.nameless', desc: 'When the name of a report is empty' }),
  taken: () => msg('You already have a report of this name. Choose another.', { id: 'report-center.keeping.taken', desc: 'When the name of a report is in use' }),
  full: () => msg('You keep as many reports as there is room for. Remove one first.', { id: 'report-center.keeping.full', desc: 'When no further report can be saved' }),
  forbidden: () => msg('You may look at reports, but not save them.', { id: 'report-center.keeping.forbidden', desc: 'When the person lacks the right to save a report' }),
  lost: () => msg('We do not know whether this arrived. Try again; nothing happens twice.', { id: 'report-center.keeping.lost', desc: 'When no answer came' }),
  gone: () => msg('This report is not there any more.', { id: 'report-center.keeping.gone', desc: 'When the report was removed elsewhere, or is removed for good' }),
  failed: () => msg('This did not work. Try again in a moment.', { id: 'report-center.keeping.failed', desc: 'When something could not be saved' }),
};

const news: Record<Act, (name: string) => string> = {
  saved: (name) => msg(str`${isolated(name)} is saved`, { id: 'report-center.keeping.news.saved', desc: 'After a report was saved' }),
  named: (name) => msg(str`It is called ${isolated(name)} now`, { id: 'report-center.keeping.news.named', desc: 'After a report was renamed' }),
  changed: (name) => msg(str`${isolated(name)} is saved as it stands here`, { id: 'report-center.keeping.news.changed', desc: 'After a report was changed' }),
  removed: (name) => msg(str`${isolated(name)} is removed`, { id: 'report-center.keeping.news.removed', desc: 'After a report was removed' }),
  restored: (name) => msg(str`${isolated(name)} is back`, { id: 'report-center.keeping.news.restored', desc: 'After the removal of a report was undone' }),
};
export const newsOf = (act: Act, name: string) => news[act](name);

/** Why something could not be done, and what to do now. */
export function problemOf(cause: unknown): string {
  if (cause instanceof Offline) return words.lost();
  if (!(cause instanceof ApiProblem)) return words.failed();
  if (cause.problem.code === 'report-name-taken') return words.taken();
  if (cause.problem.code === 'reports-full') return words.full();
  if (cause.notFound) return words.gone();
  return cause.forbidden ? words.forbidden() : words.failed();
}
