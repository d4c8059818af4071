/** The shortest legal way from one state to another, without the first; undefined where there is none. */
export function wayTo(moves: Readonly<Record<string, readonly string[]>>, from: string, to: string): string[] | undefined {
  const ways: string[][] = [[from]];
  const seen = new Set([from]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const here = way.at(-1) ?? from;
    if (here === to) return way.slice(1);
    for (const next of moves[here] ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}
