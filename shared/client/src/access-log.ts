import { AccessLog } from '@faceplate/contracts';
import { createDownload, createSend, type HttpConfig, type RequestOptions } from './send.ts';

export interface AccessLogClient {
  /** Who looked at or changed what, newest first; `cursor` is `next` of the page before. */
  list(cursor?: string, options?: RequestOptions): Promise<AccessLog>;
  /** The same as a file. */
  download(format: 'csv' | 'json', options?: RequestOptions): Promise<Blob>;
}

/** Not a part of the client that every page loads: only the page that shows the log needs it. */
export function accessLogClient(config: HttpConfig): AccessLogClient {
  const send = createSend(config);
  const download = createDownload(config);
  return {
    list: (cursor, options) => send(`GET /access-log${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, AccessLog, options),
    download: (format, options) => download(`/access-log/export.${format}`, options),
  };
}
