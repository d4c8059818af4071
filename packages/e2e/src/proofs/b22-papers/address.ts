import { pdfTexts, readUbl } from '@faceplate/gateway/testing';
import type { Forms } from './figures.ts';

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const plain = (html: string): string => html.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign] ?? sign);
/** A street may stand on a line of the bill, too. */
const blockOf = (html: string): string => /<div class="recipient">(.*?)<\/div>/s.exec(html)?.[1] ?? '';
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** What of the recipient, as the electronic invoice names them (BT-44, BT-50, BT-52, BT-53), the page or the PDF lacks. */
export function unaddressed({ xml, html, pdf }: Pick<Forms, 'xml' | 'html' | 'pdf'>): string | undefined {
  const { name, address } = readUbl(xml).buyer;
  const lines = [name, address?.street, address && `${address.postCode} ${address.city}`];
  const [page, print] = [flat(plain(blockOf(html))), flat(pdfTexts(pdf).join('\n'))];
  const lacking = lines.filter((line) => line === undefined || !page.includes(line) || !print.includes(line));
  return lacking.length === 0 ? undefined : `the address is not the same everywhere: ${lacking.map((line) => line ?? 'none').join(', ')}`;
}
