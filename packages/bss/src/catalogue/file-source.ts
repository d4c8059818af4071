import { definitionOf } from '../definitions/definitions.ts';
import { objects, text } from '../simulator/course.ts';
import type { StoreReader } from '../store/store.ts';

/** Why a file cannot be read or written; its message is for whoever asked. */
export class FileProblem extends Error {}

/** The most bytes a job reads or writes. */
export const MAX_FILE = 8 * 1024 * 1024;

const DATA_URL = /^data:([^,]*?)(;base64)?,/i;

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    throw new FileProblem('The file is not valid base64.');
  }
}

/** Base64 of a text's UTF-8, as TMF667 keeps the content of an attachment. */
export function base64Of(content: string): string {
  const bytes = new TextEncoder().encode(content);
  // In pieces: a call takes only so many arguments.
  const pieces = Array.from({ length: Math.ceil(bytes.length / 8192) }, (_, at) => bytes.subarray(at * 8192, (at + 1) * 8192));
  return btoa(pieces.map((piece) => String.fromCharCode(...piece)).join(''));
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > MAX_FILE) throw new FileProblem(`The file is larger than ${MAX_FILE} bytes.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileProblem('The file is not UTF-8 text.');
  }
}

function inDataUrl(url: string): string | undefined {
  const head = DATA_URL.exec(url);
  if (!head) return undefined;
  const rest = url.slice(head[0].length);
  if (head[2] !== undefined) return textOf(bytesOf(rest));
  try {
    return decodeURIComponent(rest);
  } catch {
    throw new FileProblem('The data: address is not well-formed.');
  }
}

/** Path of the documents' collection, and the id of one of them where the address has one. Only our own, whatever origin stands before it. */
export function documentIn(url: string): { id: string | undefined } | undefined {
  const { path } = definitionOf('document');
  const at = url.replace(/^https?:\/\/[^/]*/i, '');
  if (at !== path && !at.startsWith(`${path}/`)) return undefined;
  const id = at.slice(path.length + 1);
  return { id: id === '' ? undefined : id };
}

/**
 * The text that a job's `url` stands for: a `data:` address, or a document of
 * this BSS by its path. Nothing is ever fetched from anywhere else, so that no
 * job can be made to look around our network. Throws a FileProblem.
 */
export async function readFile(reader: StoreReader, url: string): Promise<string> {
  const inline = inDataUrl(url);
  if (inline !== undefined) return inline;
  const id = documentIn(url)?.id;
  if (id === undefined) {
    throw new FileProblem('Files are not fetched from other addresses. Send a data: address, or put the file into a document and send its href.');
  }
  const document = await reader.get('document', id);
  if (!document) throw new FileProblem(`There is no document "${id}".`);
  const content = objects(document.body['attachment']).map((one) => text(one['content'])).find((one) => one !== undefined);
  if (content === undefined) throw new FileProblem('The document has no attachment with content.');
  return textOf(bytesOf(content));
}
