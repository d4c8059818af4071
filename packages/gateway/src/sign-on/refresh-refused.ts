/** The provider says no to a refresh token: what was granted is over, and so is the session. */
export class RefreshRefused extends Error {
  override readonly name = 'RefreshRefused';
}
