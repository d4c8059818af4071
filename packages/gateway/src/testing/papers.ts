/** For whoever holds papers against each other: what stands in a PDF, and what an electronic invoice says and must keep. */
export { readUbl } from '../papers/en16931/read-ubl.ts';
export { PEPPOL_RULES, validate } from '../papers/en16931/validate.ts';
export { pdfTexts } from './pdf-text.ts';
