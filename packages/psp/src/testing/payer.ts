/** What a payer does on the hosted pages, without a browser. */
export interface Payer {
  /** Types a card and pays. Answers where the browser goes then; nothing when the page stays. */
  pay(url: string, card: string, more?: { keep?: boolean }): Promise<string | undefined>;
  /** Goes back without paying. */
  leave(url: string): Promise<string | undefined>;
  /** Answers the bank. */
  confirm(url: string, approve?: boolean): Promise<string | undefined>;
}

/** `send` brings a request to the provider: over the network, or into an app in this very process. */
export function payerBy(send: (request: Request) => Promise<Response>): Payer {
  const post = async (url: string, form: Record<string, string>): Promise<string | undefined> => {
    const { origin } = new URL(url);
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form).toString(), redirect: 'manual' }));
    await answer.body?.cancel();
    const to = answer.headers.get('location');
    return to === null ? undefined : new URL(to, url).href;
  };
  return {
    pay: (url, card, { keep = false } = {}) => post(url, { go: 'pay', card, ...(keep && { keep: 'yes' }) }),
    leave: (url) => post(url, { go: 'back', card: '' }),
    confirm: (url, approve = true) => post(url, { go: approve ? 'approve' : 'refuse' }),
  };
}
