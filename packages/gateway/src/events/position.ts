/**
 * How far a stream has told each of its sources, as the id of its messages: `812` for one source, `812-40` for two.
 * A browser hands the last one back as `Last-Event-ID`.
 */
export type Position = readonly number[];

const NUMBER = /^\d{1,15}$/;

export const positionText = (position: Position): string => position.join('-');

/** `undefined` when the text is none of ours, or of another number of sources. */
export function positionIn(text: string, sources: number): Position | undefined {
  const parts = text.split('-');
  return parts.length === sources && parts.every((part) => NUMBER.test(part)) ? parts.map(Number) : undefined;
}
