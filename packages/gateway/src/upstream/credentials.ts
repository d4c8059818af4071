/** How the gateway says to an upstream who it is, where that is more than a fixed token. */
export interface Credentials {
  /**
   * The `authorization` header's value; at once when it is known.
   *
   * @throws {SendFailure} unsent, when none is to be had.
   */
  header(): string | Promise<string>;
  /** The upstream refused this value: the next call gets a new one. */
  refused(value: string): void;
}
