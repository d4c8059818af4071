/** Inside the portlet: something was typed that is not saved yet. */
export class NameTypedEvent extends Event {
  static readonly type = 'name-typed';
  readonly name: string;

  constructor(name: string) {
    super(NameTypedEvent.type);
    this.name = name;
  }
}

/** Inside the portlet: the report shall have this name. */
export class ReportNamedEvent extends Event {
  static readonly type = 'report-named';
  readonly name: string;

  constructor(name: string) {
    super(ReportNamedEvent.type);
    this.name = name;
  }
}

/** Inside the portlet: naming was left, all stays as it is. */
export class NamingLeftEvent extends Event {
  static readonly type = 'naming-left';

  constructor() {
    super(NamingLeftEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'name-typed': NameTypedEvent;
    'report-named': ReportNamedEvent;
    'naming-left': NamingLeftEvent;
  }
}
