const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Is this a moment as RFC 3339 writes it, on a day there is? */
export function isInstant(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > 64) return false;
  const [, year, month, day] = INSTANT.exec(value) ?? [];
  if (year === undefined) return false;
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  // Day 0 of the month after is the last day of this one.
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), monthNumber, 0)).getUTCDate();
  return monthNumber >= 1 && monthNumber <= 12 && dayNumber >= 1 && dayNumber <= days;
}
