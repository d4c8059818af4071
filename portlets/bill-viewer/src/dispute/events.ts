import type { DisputeRequest } from '@faceplate/contracts';
import type { TypedDispute } from './typed-dispute.ts';

type Typed = Pick<TypedDispute, 'amount' | 'reason' | 'description'>;

/** Inside the portlet: something was typed or chosen. */
export class DisputeTypedEvent extends Event {
  static readonly type = 'dispute-typed';
  readonly typed: Typed;

  constructor(typed: Typed) {
    super(DisputeTypedEvent.type);
    this.typed = typed;
  }
}

/** Inside the portlet: the form is complete and shall be sent. */
export class DisputeReadyEvent extends Event {
  static readonly type = 'dispute-ready';
  readonly dispute: Omit<DisputeRequest, 'chargeId'>;

  constructor(dispute: Omit<DisputeRequest, 'chargeId'>) {
    super(DisputeReadyEvent.type);
    this.dispute = dispute;
  }
}

/** Inside the portlet: files were chosen. */
export class FilesChosenEvent extends Event {
  static readonly type = 'files-chosen';
  readonly files: readonly File[];

  constructor(files: readonly File[]) {
    super(FilesChosenEvent.type);
    this.files = files;
  }
}

/** Inside the portlet: a file is not to be sent after all. */
export class FileRemovedEvent extends Event {
  static readonly type = 'file-removed';
  readonly key: string;

  constructor(key: string) {
    super(FileRemovedEvent.type);
    this.key = key;
  }
}

/** Inside the portlet: something is to be done to a dispute; `text` where words belong to it. */
export class DisputeActEvent extends Event {
  static readonly type = 'dispute-act';
  readonly act: 'answer' | 'appeal' | 'withdraw';
  readonly text: string;

  constructor(act: DisputeActEvent['act'], text = '') {
    super(DisputeActEvent.type);
    this.act = act;
    this.text = text;
  }
}

declare global {
  interface HTMLElementEventMap {
    'dispute-typed': DisputeTypedEvent;
    'dispute-ready': DisputeReadyEvent;
    'files-chosen': FilesChosenEvent;
    'file-removed': FileRemovedEvent;
    'dispute-act': DisputeActEvent;
  }
}
