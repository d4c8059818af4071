/** An answer before it is a response: text, so that a keyed call's repeat can be byte-equal. */
export interface Ready {
  status: number;
  contentType: string;
  body: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}
