/** Markup that is safe to put into a page as it is. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Text = Markup | string | number | undefined;
type Part = Text | readonly Text[];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

function textOf(part: Text): string {
  if (part === undefined) return '';
  return part instanceof Markup ? part.text : escaped(String(part));
}

const written = (part: Part): string => (typeof part === 'object' && !(part instanceof Markup) ? part.map(textOf).join('') : textOf(part));

/** Whatever is put into the template is text, unless it is markup made here. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((text, string, index) => text + written(parts[index - 1]) + string));
