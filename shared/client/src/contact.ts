/** What the service takes for a phone number, and for a mail address: forms say at once what it would refuse. */
export { EMAIL, PHONE } from '@faceplate/contracts/contact.js';
