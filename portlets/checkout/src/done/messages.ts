import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const said = {
  thanks: (number: string) => msg(str`Thank you. Order ${isolated(number)} is placed`, { id: 'checkout.done.thanks', desc: 'Heading of the confirmation; the number of the order' }),
  heading: () => msg('Your order', { id: 'checkout.done.heading', desc: 'Heading while the order is read' }),
  next: () => msg('What happens next', { id: 'checkout.done.next', desc: 'Heading' }),
  line: (name: string, day: string) => msg(str`${isolated(name)}: expected on ${day}`, { id: 'checkout.done.line', desc: 'A line and when it is expected' }),
  lineLater: (name: string) => msg(str`${isolated(name)}: we tell you the day`, { id: 'checkout.done.line-later', desc: 'A line without a day yet' }),
  visit: (when: string) => msg(str`The technician comes ${when}.`, { id: 'checkout.done.visit', desc: 'Day and time of the appointment' }),
  paid: (amount: string) => msg(str`${amount} is paid.`, { id: 'checkout.done.paid', desc: 'The payment went through' }),
  payNow: (amount: string) => msg(str`${amount} is still to be paid`, { id: 'checkout.done.pay-now', desc: 'Heading: the payment waits for the customer' }),
  payNowHelp: () => msg('Your order stands. Go on at the payment service; what is not paid there stands on your next bill.', { id: 'checkout.done.pay-now.help', desc: 'What to do about the payment' }),
  goOn: (host: string) => msg(str`Go on at ${isolated(host)}`, { id: 'checkout.done.go-on', desc: 'Link to the payment service; its address' }),
  processing: (amount: string) => msg(str`${amount}: the payment service has not said yet whether it is paid. You need not do anything.`, { id: 'checkout.done.processing', desc: 'The payment is on its way' }),
  notPaid: (amount: string) => msg(str`${amount} was not paid. Your order stands; it comes with your next bill.`, { id: 'checkout.done.not-paid', desc: 'The payment failed' }),
  payAgain: (amount: string) => msg(str`Pay ${amount} now`, { id: 'checkout.done.pay-again', desc: 'Button: begins the payment anew that came to nothing' }),
  onBill: () => msg('This is on a bill by now, or owed no more. There is nothing to pay here.', { id: 'checkout.done.on-bill', desc: 'The payment was not begun anew' }),
  beginning: () => msg('Asking the payment service …', { id: 'checkout.done.beginning', desc: 'On the button while the payment is begun anew' }),
  follow: () => msg('Follow the order', { id: 'checkout.done.follow', desc: 'Button to the order' }),
  shopOn: () => msg('Back to the shop', { id: 'checkout.done.shop-on', desc: 'Button' }),
  account: () => msg('Make an account', { id: 'checkout.done.account', desc: 'Link for a visitor who has ordered' }),
  accountHelp: () => msg('With an account you can follow this order on every device. We send a code to the email address you gave; there is nothing to type again.', { id: 'checkout.done.account.help', desc: 'Why to make an account' }),
  none: () => msg('There is no order here', { id: 'checkout.done.none', desc: 'When the address names no order' }),
};
