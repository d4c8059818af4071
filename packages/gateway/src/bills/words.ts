/** Without case, accents and the forms a letter may have: "Gebühr" is found by "gebuhr". */
const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** A test of texts for every word of a search. */
export function hasWords(search: string): (...texts: readonly (string | undefined)[]) => boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return (...texts) => {
    const said = plain(texts.join(' '));
    return words.every((word) => said.includes(word));
  };
}
