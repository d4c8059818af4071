import type { Locale } from './words.ts';

/** A cell of a table. `detail` stands below the text, smaller, a line each. */
export interface Cell {
  text: string;
  detail?: readonly string[];
}

export interface PaperTable {
  heading: string;
  /** `figure` columns hold amounts and rates: set to the end, in Latin digits, read from left to right. */
  columns: readonly { title: string; kind: 'text' | 'figure'; width: 'wide' | 'fit' }[];
  rows: readonly { cells: readonly Cell[]; strong?: boolean }[];
}

/**
 * What is on a paper, in the order it is read: words and figures ready to be set. PDF and HTML are made of the same
 * one, so neither can say what the other does not.
 */
export interface Paper {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  /** Names the file and the document. */
  title: string;
  operator: string;
  /** Where the operator is, and what it is known by. */
  sender: readonly string[];
  /** Whom it is sent to, line by line, under a word for that; nobody where that is not for who takes the paper. */
  recipient?: { title: string; lines: readonly string[] };
  facts: readonly (readonly [name: string, value: string])[];
  tables: readonly PaperTable[];
  notes: readonly string[];
  footer: string;
  /** `Page {0} of {1}` */
  pages: string;
}
