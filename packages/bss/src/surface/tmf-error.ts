export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 500;

/**
 * The caller's fault, told in TMF630's words. `code` is text, as the v4 files
 * have it; the numbers in it are those of TM Forum's own reference servers.
 */
export class TmfError extends Error {
  readonly status: ErrorStatus;
  readonly code: string;
  readonly reason: string;

  constructor(status: ErrorStatus, code: string, reason: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.reason = reason;
  }

  toResponse(headers: Record<string, string> = {}): Response {
    const { status, code, reason, message } = this;
    return Response.json({ code, reason, message, status: String(status), '@type': 'Error' }, { status, headers });
  }
}

export const badParameter = (message: string) => new TmfError(400, '20', 'Bad URL parameter', message);
export const invalidBody = (message: string) => new TmfError(400, '22', 'Invalid body', message);
export const missingField = (name: string) => new TmfError(400, '23', 'Missing body field', `"${name}" is mandatory.`);
export const invalidField = (message: string) => new TmfError(400, '24', 'Invalid body field', message);
export const notFound = () => new TmfError(404, '60', 'Resource not found', 'There is no such resource.');
export const conflict = (message: string) => new TmfError(409, 'illegalTransition', 'Not possible in this state', message);
/** A rule of the business says no, and `message` says what would make it a yes. */
export const unprocessable = (message: string) => new TmfError(422, '2', 'Not possible', message);
