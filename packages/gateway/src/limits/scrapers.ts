/** So many different things of other people's, or that do not exist, within five minutes, is no slip of a finger. */
export const MOST_MISSED = 20;
const WINDOW = 5 * 60_000;
/** How long such a person is kept out. */
const KEPT_OUT = 15 * 60_000;
const MOST_PEOPLE = 50_000;

interface Misses {
  /** Object → when it was asked for last. */
  objects: Map<string, number>;
  until: number;
}

/** Counts what people ask for that is not theirs, and keeps out who is looking for other people's data. */
export class Scrapers {
  readonly #byPerson = new Map<string, Misses>();

  /** Milliseconds for which the person is kept out yet; 0 for nearly everybody. */
  keptOut(person: string, now: number): number {
    const misses = this.#byPerson.get(person);
    return misses ? Math.max(0, misses.until - now) : 0;
  }

  /** Notes one miss; true when this very one was too many. */
  missed(person: string, object: string, now: number): boolean {
    const misses = this.#of(person);
    misses.objects.set(object, now);
    for (const [one, at] of misses.objects) if (now - at > WINDOW) misses.objects.delete(one);
    if (misses.objects.size < MOST_MISSED || now < misses.until) return false;
    misses.until = now + KEPT_OUT;
    misses.objects.clear();
    return true;
  }

  #of(person: string): Misses {
    const known = this.#byPerson.get(person);
    if (known) return known;
    if (this.#byPerson.size >= MOST_PEOPLE) this.#byPerson.clear();
    const misses = { objects: new Map<string, number>(), until: 0 };
    this.#byPerson.set(person, misses);
    return misses;
  }
}
