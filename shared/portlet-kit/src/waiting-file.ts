/** A file that waits to be sent: its name, and its bytes as base64. */
export interface FileContent {
  name: string;
  content: string;
}

/** What the self-service layer takes of one file (gateway, uploads): for `accept`, too. */
export const ACCEPTED = 'image/png,image/jpeg,application/pdf,text/plain';
const MOST_BYTES = 512 * 1024;

/** Enough to read a letter by; a photograph of a telephone is five times as large. */
const LONGEST_SIDE = 1600;

async function smaller(file: File): Promise<Blob> {
  if (file.size <= MOST_BYTES || !file.type.startsWith('image/')) return file;
  const picture = await createImageBitmap(file);
  const share = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * share), Math.round(picture.height * share));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}

/** A file as it will be sent, a photograph made small enough; nothing for one that would not be taken. */
export async function waitingFile(file: File): Promise<FileContent | undefined> {
  const blob = await smaller(file).catch(() => file);
  if (blob.size === 0 || blob.size > MOST_BYTES || !ACCEPTED.includes(blob.type || 'none')) return undefined;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { name: file.name.slice(0, 120), content: base64(bytes) };
}

/** In pieces: a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
