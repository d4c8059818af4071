import type { FaceplateClient } from '@faceplate/client';
import type { SavedReport, SavedReportList } from '@faceplate/contracts';
import type { PartHost as AnyPartHost, Reading } from '@faceplate/portlet-kit';
import type { Wish } from './wish.ts';

/** What of the client this portlet uses. */
export type ReportingClient = Pick<FaceplateClient, 'bills' | 'reports' | 'session'>;

/** What a part of this portlet, loaded when it is needed, may use of the root element. */
export interface PartHost extends AnyPartHost<ReportingClient> {
  /** The saved report on show; empty for none of them. */
  readonly reportId: string;
  /** What is on show. */
  readonly wish: Wish;
  /** The reports that are kept. */
  readonly saved: Reading<readonly [], SavedReportList>;
  /** Who is signed in, where that is known. */
  readonly person: string | undefined;
  /** Goes to a report as it was saved; without one to all of them. */
  open(report?: SavedReport): void;
}
