/** A phone number as people write it: digits, with a plus in front, spaces, brackets, strokes. A door of its own: forms say at once what the service would refuse. */
export const PHONE = /^\+?[\d ()/-]{5,24}$/;

/** A mail address, roughly: whether it is one, only a letter to it can tell. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
