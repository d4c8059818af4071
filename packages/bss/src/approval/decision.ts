/** What became of an approval. */
export interface Decision {
  verdict: 'approved' | 'rejected' | 'expired' | 'withdrawn';
  by: string;
  reason: string;
  /** Which step of how many; the subject goes on only with the last. */
  step: number;
  steps: number;
}
