type Value = string | number | boolean | readonly string[] | undefined;

/** `?place=12&ids=a,b`: what is undefined or empty is left out; empty when all is. */
export function query(values: Readonly<Record<string, Value>>): string {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0));
  const pairs = said.map(([name, value]) => `${name}=${[value].flat().map((one) => encodeURIComponent(String(one))).join(',')}`);
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}
