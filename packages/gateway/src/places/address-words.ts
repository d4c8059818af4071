/** What somebody has typed of an address so far, taken apart. */
export interface AddressWords {
  /** Street, or the beginning of it. */
  street: string;
  number?: string;
  postcode?: string;
  /** City, or the beginning of it. */
  city: string;
}

/** Five figures anywhere, or four behind a comma: before it they are a house's. */
const POSTCODE = /(?:(?:^|[\s,])(?<long>\d{5})|,\s*(?<short>\d{4}))(?=$|[\s,])/;
const NUMBER = /^(.*?\D)\s*\b(\d{1,4}\s?[a-z]?)\s*$/i;

const bare = (words: string): string => words.replaceAll(',', ' ').trim();

/** What stands before and behind the postcode, or else the comma. */
function parted(line: string): { before: string; postcode?: string; city: string } {
  const code = POSTCODE.exec(line);
  const postcode = code?.groups?.['long'] ?? code?.groups?.['short'];
  if (code && postcode !== undefined) return { before: bare(line.slice(0, code.index)), postcode, city: bare(line.slice(code.index + code[0].length)) };
  const [before = '', ...rest] = line.split(',');
  return { before: before.trim(), city: bare(rest.join(' ')) };
}

/** `Kastanienhof 12, 10437 Ber` → street, number, postcode and the beginning of a city. */
export function addressWords(typed: string): AddressWords {
  const { before, ...rest } = parted(typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim());
  const [, street, number] = NUMBER.exec(before) ?? [];
  if (street === undefined || number === undefined) return { street: before, ...rest };
  return { street: street.trim(), number: number.replace(/\s/, '').toLowerCase(), ...rest };
}

/** The same street however it is spelled: ss for ß, "str." for "straße". */
export const plainly = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/str(?:\.|\b)/g, 'strasse')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
