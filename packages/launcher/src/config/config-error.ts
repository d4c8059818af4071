/** The operator's setting is at fault; the message is the one line that names it. Never holds a secret. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
