import { formatNumber } from './numbers.ts';
import { messageLocale } from './messages.ts';

const ARGUMENT = /\{\w+, plural,((?:[^{}]|\{[^{}]*\})*)\}/g;
const FORM = /(=\d+|\w+) *\{([^{}]*)\}/g;

/**
 * Fills ICU plurals in a translated message: `plural(3, msg('You have {count, plural, one {# bill} other {# bills}}.'), locale)`.
 * A translator gives as many forms as the language has. Rules are those of the page's words;
 * `#` becomes the number as `locale` writes it.
 */
export function plural(count: number, message: string, locale: string): string {
  const rule = new Intl.PluralRules(messageLocale()).select(count);
  return message.replaceAll(ARGUMENT, (_, text: string) => {
    const forms = new Map(Array.from(text.matchAll(FORM), ([, key, form]) => [key, form]));
    const form = forms.get(`=${count}`) ?? forms.get(rule) ?? forms.get('other') ?? '';
    return form.replaceAll('#', formatNumber(count, locale));
  });
}
