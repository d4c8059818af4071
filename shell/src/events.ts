import type { Settings } from './settings/settings.ts';

/** The person chose a language, a scheme or a brand. */
export class SettingsChangedEvent extends Event {
  static readonly type = 'fp-settings-changed';
  readonly change: Partial<Settings>;

  constructor(change: Partial<Settings>) {
    super(SettingsChangedEvent.type, { bubbles: true });
    this.change = change;
  }
}

/** The person chose a billing account; empty for all of them. */
export class AccountChosenEvent extends Event {
  static readonly type = 'fp-account-chosen';
  readonly account: string;

  constructor(account: string) {
    super(AccountChosenEvent.type, { bubbles: true });
    this.account = account;
  }
}

/** What the person wants with the session: keep it, or end it. */
export class SessionWishedEvent extends Event {
  static readonly type = 'fp-session-wished';
  readonly wish: 'stay' | 'leave';

  constructor(wish: 'stay' | 'leave') {
    super(SessionWishedEvent.type, { bubbles: true });
    this.wish = wish;
  }
}

/** A member of staff began or ended acting for a customer: the session is another's. */
export class ActingSwitchedEvent extends Event {
  static readonly type = 'fp-acting-switched';

  constructor() {
    super(ActingSwitchedEvent.type, { bubbles: true });
  }
}

/** The person has read a message. */
export class ToastDismissedEvent extends Event {
  static readonly type = 'fp-toast-dismissed';
  readonly toast: string;

  constructor(toast: string) {
    super(ToastDismissedEvent.type, { bubbles: true });
    this.toast = toast;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-settings-changed': SettingsChangedEvent;
    'fp-account-chosen': AccountChosenEvent;
    'fp-session-wished': SessionWishedEvent;
    'fp-toast-dismissed': ToastDismissedEvent;
  }
}
