import { isolated, msg, registerMessages, str } from '@faceplate/localize';

registerMessages({ de: () => import('./locales/de.ts'), ar: () => import('./locales/ar.ts') });

export const words = {
  pdf: () => msg('Download PDF', { id: 'bill-viewer.pdf', desc: 'Button: the bill as a file' }),
  pdfRunning: () => msg('Preparing the PDF…', { id: 'bill-viewer.pdf.running', desc: 'While the file is made' }),
  pdfDone: () => msg('The PDF is in your downloads.', { id: 'bill-viewer.pdf.done', desc: 'After the file was saved' }),
  pdfFailed: () => msg('The PDF could not be made. Try again.', { id: 'bill-viewer.pdf.failed', desc: 'When the file could not be had' }),
  heading: (number: string) => msg(str`Bill ${isolated(number)}`, { id: 'bill-viewer.bill.heading', desc: 'Heading of one bill' }),
  toPay: () => msg('To pay', { id: 'bill-viewer.to-pay', desc: 'What is still owed of this bill' }),
  until: (date: string) => msg(str`Due ${date}`, { id: 'bill-viewer.until', desc: 'After the amount to pay: date until which to pay it' }),
};
