import { ApiProblem } from '@faceplate/client';
import type { BillsClient } from '@faceplate/client/nouns/bills.js';
import type { Dispute, DisputeRequest, FieldProblem } from '@faceplate/contracts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DisputeDraft, TypedDispute, WaitingFile } from './typed-dispute.ts';

export type RaisingState =
  | { readonly step: 'idle' }
  | { readonly step: 'sending' }
  /** It has arrived; of its files so many have. */
  | { readonly step: 'sending-files'; readonly done: number; readonly of: number }
  | { readonly step: 'refused'; readonly cause: unknown; readonly fields: readonly FieldProblem[] }
  /** It has arrived, and these files have not. */
  | { readonly step: 'files-left'; readonly left: number; readonly refused: readonly string[] }
  | { readonly step: 'raised' };

/**
 * Sends a dispute and its files, each once: what was typed and the key it goes under are kept on the device before
 * anything is sent, so that a lost answer, a reload or a closed tab ends in the same one dispute.
 */
export class RaisingController implements ReactiveController {
  state: RaisingState = { step: 'idle' };

  readonly #host: ReactiveControllerHost;
  readonly #bills: () => BillsClient;
  /** The sending whose outcome is shown. */
  #shown: object | undefined;

  constructor(host: ReactiveControllerHost, bills: () => BillsClient) {
    this.#host = host;
    this.#bills = bills;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** Something else is on show. What is on its way is not called back, as it may have arrived. */
  reset(): void {
    this.#shown = undefined;
    this.state = { step: 'idle' };
  }

  /** It has arrived before, and so many files have not. */
  leave(left: number): void {
    this.state = { step: 'files-left', left, refused: [] };
  }

  get busy(): boolean {
    return this.state.step === 'sending' || this.state.step === 'sending-files';
  }

  async raise(billId: string, body: DisputeRequest, draft: DisputeDraft): Promise<void> {
    if (this.busy) return;
    const turn = (this.#shown = {});
    const sent = sentAs(body, draft);
    this.#show(turn, { step: 'sending' });
    let dispute: Dispute;
    try {
      dispute = await this.#bills().raise(billId, body, { idempotencyKey: sent.key });
    } catch (cause) {
      const fields = cause instanceof ApiProblem ? (cause.problem.errors ?? []) : [];
      this.#show(turn, { step: 'refused', cause, fields });
      return;
    }
    draft.keep({ ...draft.read().typed, disputeId: dispute.id });
    await this.#sendFiles(turn, dispute.id, draft);
  }

  /** Files that did not arrive, once more. */
  async sendFiles(disputeId: string, draft: DisputeDraft): Promise<void> {
    if (this.busy) return;
    await this.#sendFiles((this.#shown = {}), disputeId, draft);
  }

  async #sendFiles(turn: object, disputeId: string, draft: DisputeDraft): Promise<void> {
    const { files } = draft.read();
    const left: WaitingFile[] = [];
    const refused: string[] = [];
    for (const [done, file] of files.entries()) {
      this.#show(turn, { step: 'sending-files', done, of: files.length });
      try {
        await this.#bills().attach(disputeId, { name: file.name, content: file.content }, { idempotencyKey: file.key });
      } catch (cause) {
        // What is no such file now will be none the next time either.
        if (cause instanceof ApiProblem && cause.problem.status === 422) refused.push(file.name);
        else left.push(file);
      }
      draft.keepFiles([...left, ...files.slice(done + 1)]);
    }
    if (left.length === 0) draft.clear();
    this.#show(turn, left.length > 0 || refused.length > 0 ? { step: 'files-left', left: left.length, refused } : { step: 'raised' });
  }

  #show(turn: object, state: RaisingState): void {
    if (this.#shown !== turn) return;
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** The same words sent again are the same intent; other words under the old key would be refused. */
function sentAs(body: DisputeRequest, draft: DisputeDraft): NonNullable<TypedDispute['sent']> {
  const words = JSON.stringify(body);
  const { typed } = draft.read();
  if (typed.sent?.words === words) return typed.sent;
  const sent = { words, key: crypto.randomUUID() };
  draft.keep({ ...typed, sent });
  return sent;
}
