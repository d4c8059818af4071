/**
 * Something that goes wrong on the way: given the request and the way on, it
 * answers in its own manner. `none` lets everything through.
 */
export type Fault = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;

export const none: Fault = (request, next) => next(request);

/** Answers late. The only fault that waits, since it is about slowness. */
export const slow =
  (milliseconds: number): Fault =>
  async (request, next) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return next(request);
  };

/** Never answers; the caller's own limit or leaving ends the wait. */
export const hang = (): Fault => () => new Promise(() => undefined);

/** Nobody is there. */
export const down = (): Fault => () => Promise.reject(new TypeError('connection refused'));

/** Answers, and says no. */
export const refuse =
  (status: number): Fault =>
  () =>
    Promise.resolve(
      Response.json(
        { status, code: 'refused', reason: 'refused', title: 'Not now.', message: 'Not now.', trace: 'trace-of-the-fault' },
        { status, headers: { 'content-type': 'application/problem+json' } },
      ),
    );

/** Answers with the page of a proxy that lost its way. */
export const garbage = (): Fault => () =>
  Promise.resolve(new Response('<!doctype html><h1>Welcome to nginx!</h1>', { headers: { 'content-type': 'text/html' } }));

/** The call is carried out; its answer never arrives. */
export const loseTheAnswer = (): Fault => async (request, next) => {
  await next(request);
  throw new TypeError('connection lost');
};

/** The answer breaks off after so many bytes. */
export const cutAfter =
  (bytes: number): Fault =>
  async (request, next) => {
    const { status, headers, body } = await next(request);
    if (!body) return new Response(null, { status, headers });
    let left = bytes;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        if (chunk.length <= left) controller.enqueue(chunk);
        else controller.error(new TypeError('connection lost'));
        left -= chunk.length;
      },
    });
    return new Response(body.pipeThrough(cut), { status, headers });
  };

/** The ways in which a service lets a page down, each with a name to tell it by. None of them may blank a portlet. */
export const badDays: readonly (readonly [name: string, fault: Fault])[] = [
  ['the service says no', refuse(400)],
  ['nobody answers', down()],
  ['a proxy answers in HTML', garbage()],
  ['the answer breaks off', cutAfter(40)],
];

/** Only calls whose path has this word in it: `bills`, `POST /orders`, `customerBill`. */
export const on =
  (what: string, fault: Fault): Fault =>
  (request, next) => {
    const call = `${request.method} ${new URL(request.url).pathname.replace(/^\/api\/v1/, '')}`;
    return call.includes(what) ? fault(request, next) : next(request);
  };

/** Only the first call that it would meet; after that all is well. */
export const once = (fault: Fault): Fault => times(1, fault);

/** Only the first `count` calls that it would meet. */
export const times = (count: number, fault: Fault): Fault => {
  let left = count;
  return (request, next) => {
    if (left === 0) return next(request);
    left -= 1;
    return fault(request, next);
  };
};

/** Several at once, the first one outermost. */
export const all =
  (...faults: Fault[]): Fault =>
  (request, next) =>
    faults.reduceRight<(request: Request) => Promise<Response>>((way, fault) => (asked) => fault(asked, way), next)(request);
