import type { SavedReport } from '@faceplate/contracts';

/** The customer keeps a report under a name: a new one, or one that is otherwise now. */
export class ReportSavedEvent extends Event {
  static readonly type = 'fp-report-saved';
  readonly reportId: SavedReport['id'];

  constructor(reportId: SavedReport['id']) {
    super(ReportSavedEvent.type, { bubbles: true, composed: true });
    this.reportId = reportId;
  }
}

declare global {
  interface HTMLElementEventMap {
    'fp-report-saved': ReportSavedEvent;
  }
}
