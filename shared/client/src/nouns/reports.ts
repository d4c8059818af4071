import { offerNoun } from '@faceplate/client';
import { SavedReport, type SavedReportChange, SavedReportList, type SavedReportRequest } from '@faceplate/contracts';
import type { RequestOptions, SendOptions } from '../send.ts';
import type { Wire } from '../wire.ts';

type Write = Omit<SendOptions, 'body'>;

/** What one keeps under a name. A name that is taken and a list that is full are problems (`report-name-taken`, `reports-full`). */
export interface ReportsClient {
  list(options?: RequestOptions): Promise<SavedReportList>;
  /** One report a key, however often it is sent. */
  save(report: SavedReportRequest, options?: Write): Promise<SavedReport>;
  /** Another name, or another question under the same one. */
  change(reportId: string, change: SavedReportChange, options?: Write): Promise<SavedReport>;
  /** It can be brought back for a day. */
  remove(reportId: string, options?: Write): Promise<SavedReport>;
  /** Undoes a removal: the same report, under the same id. */
  restore(reportId: string, options?: Write): Promise<SavedReport>;
}

const REPORTS = ['reports'] as const;

const reportsClient = ({ read, write }: Wire): ReportsClient => {
  const report = (id: string) => `/reports/${encodeURIComponent(id)}` as const;
  return {
    list: (options) => read('/reports', SavedReportList, REPORTS, options),
    save: (body, options) => write('POST /reports', SavedReport, REPORTS, { ...options, body }),
    change: (id, body, options) => write(`PATCH ${report(id)}`, SavedReport, REPORTS, { ...options, body }),
    remove: (id, options) => write(`DELETE ${report(id)}`, SavedReport, REPORTS, options),
    restore: (id, options) => write(`POST ${report(id)}/restore`, SavedReport, REPORTS, { ...options, body: {} }),
  };
};

declare module '../nouns.ts' {
  interface Nouns {
    readonly reports: ReportsClient;
  }
}

offerNoun('reports', ({ wire }) => reportsClient(wire));
