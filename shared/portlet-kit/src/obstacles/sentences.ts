/** Reasons by the code of an obstacle, ways out by their kind, and words for what facts say. Of several sentences the first whose facts are all known is said. */
export interface Sentences {
  readonly reasons: Readonly<Record<string, readonly string[]>>;
  readonly ways: Readonly<Record<string, readonly string[]>>;
  /** Of ways that mean something else with one code: `<code> <kind>`. */
  readonly waysOf: Readonly<Record<string, readonly string[]>>;
  /** Kinds of customer, roles: `segments business`, `role member`. */
  readonly words: Readonly<Record<string, string>>;
}
