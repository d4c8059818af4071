import { msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  esim: () => msg('Your eSIM is ready', { id: 'order-tracker.activation.esim', desc: 'Heading: an eSIM can be switched on' }),
  router: () => msg('Your router is ready', { id: 'order-tracker.activation.router', desc: 'Heading: a router can be switched on' }),
  esimHelp: () => msg('Switch it on here, then scan the code with the telephone that gets it, or type it in under “Add eSIM”.', { id: 'order-tracker.activation.esim.help', desc: 'How an eSIM is switched on' }),
  routerHelp: () => msg('Plug it in, wait for its light, then switch the line on here.', { id: 'order-tracker.activation.router.help', desc: 'How a router is switched on' }),
  start: () => msg('Switch it on', { id: 'order-tracker.activation.start', desc: 'Button' }),
  running: () => msg('It is being switched on', { id: 'order-tracker.activation.running', desc: 'Heading while something is switched on' }),
  by: (time: string) => msg(str`This takes until ${time} at most. You can leave this page.`, { id: 'order-tracker.activation.by', desc: 'When switching on is over' }),
  active: () => msg('It works', { id: 'order-tracker.activation.active', desc: 'Heading: something has been switched on' }),
  failed: () => msg('It could not be switched on', { id: 'order-tracker.activation.failed', desc: 'Heading: something could not be switched on' }),
  again: () => msg('Try again', { id: 'order-tracker.activation.again', desc: 'Button' }),
  help: () => msg('Get help with it', { id: 'order-tracker.activation.help', desc: 'Button to the support; what happened goes along' }),
  code: () => msg('Code of the eSIM', { id: 'order-tracker.activation.code', desc: 'Before the code' }),
  copy: () => msg('Copy the code', { id: 'order-tracker.activation.copy', desc: 'Button: the code of the eSIM as text' }),
  copied: () => msg('Copied', { id: 'order-tracker.activation.copied', desc: 'On the button once the code is copied' }),
  copyYourself: () => msg('We may not copy here. Press the code and copy it yourself.', { id: 'order-tracker.activation.copy-yourself', desc: 'The browser does not let the page copy the code' }),
  picture: () => msg('Code of the eSIM as a picture to scan', { id: 'order-tracker.activation.picture', desc: 'For readers: names the picture' }),
};
