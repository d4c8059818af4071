import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({
  de: () => import('./locales/de.ts'),
  ar: () => import('./locales/ar.ts'),
});

export const words = {
  loading: () => msg('Loading…', { id: 'ui.loading', desc: 'Said to screen readers when content takes longer than a second' }),
  reference: (quote: string) =>
    msg(str`Reference: ${quote}`, { id: 'ui.reference', desc: 'Below an error; the customer quotes it to support' }),
  copy: () => msg('Copy reference', { id: 'ui.copy', desc: 'Button: puts the reference of an error on the clipboard' }),
  copied: () => msg('Copied', { id: 'ui.copied', desc: 'Said after the reference was put on the clipboard' }),
  asTable: () => msg('Show as table', { id: 'ui.as-table', desc: 'Button: shows the figures of a chart as a table' }),
  asChart: () => msg('Show as chart', { id: 'ui.as-chart', desc: 'Button: goes back from the table to the chart' }),
};
