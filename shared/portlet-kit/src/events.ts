/** A portlet that nobody gave a `navigate` would have gone to `path`; the page may act on it. */
export class NavigateEvent extends Event {
  static readonly type = 'fp-navigate-asked';
  readonly path: string;

  constructor(path: string) {
    super(NavigateEvent.type, { bubbles: true, composed: true });
    this.path = path;
  }
}
