import { textOf } from '@faceplate/portlet-kit/testing.js';
import { openBills } from '../bill-viewer.page.ts';
import type { DisputeFormElement } from './components/dispute-form.element.ts';

type Opened = Awaited<ReturnType<typeof openBills>>;

/** One bill's lines and what is disputed of them, through a customer's eyes. */
export function linesOf({ element, until }: Pick<Opened, 'element' | 'until'>) {
  const root = () => element.shadowRoot ?? document.createDocumentFragment();
  const list = () => root().querySelector('fp-charge-list');
  const openers = () => [...(list()?.shadowRoot?.querySelectorAll<HTMLButtonElement>('button.opener') ?? [])];
  const form = () => root().querySelector<DisputeFormElement>('fp-dispute-form');
  const status = () => root().querySelector('fp-dispute-status')?.shadowRoot;
  const buttons = () => [root(), form()?.shadowRoot, status()].flatMap((part) => [...(part?.querySelectorAll('button') ?? [])]);
  const field = (name: string) => form()?.shadowRoot?.querySelector<HTMLInputElement>(`#${name}`);
  return {
    openers,
    form,
    field,
    detail: () => textOf(root().querySelector('[slot="detail"]')),
    sums: () => textOf(list()?.shadowRoot?.querySelector('tfoot')),
    status: () => textOf(status()?.querySelector('div')),
    problems: () => [...(form()?.shadowRoot?.querySelectorAll('.problem') ?? [])].map(textOf).filter(Boolean),
    problem: () => root().querySelector('[part="problem"]'),
    open: async (name: RegExp) => {
      await until(() => openers().length > 0);
      openers().find((opener) => name.test(textOf(opener)))?.click();
    },
    press: async (name: RegExp) => {
      const button = await until(() => buttons().find((one) => name.test(textOf(one))));
      button?.click();
    },
    type: (name: string, value: string) => {
      const found = field(name);
      if (!found) throw new Error(`no field ${name}`);
      found.value = value;
      found.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    },
    attach: (name: string, words: string) => {
      const files = new DataTransfer();
      files.items.add(new File([words], name, { type: 'text/plain' }));
      const input = field('files');
      if (!input) throw new Error('no field for files');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
  };
}
