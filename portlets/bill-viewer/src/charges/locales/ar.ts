import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.bill-total': 'المجموع',
  'bill-viewer.charges': 'الرسوم',
  'bill-viewer.charge': 'الرسم',
  'bill-viewer.amount': 'المبلغ',
  'bill-viewer.quantity': 'الكمية',
  'bill-viewer.whole-account': 'للحساب كله',
  'bill-viewer.net': 'قبل الضريبة',
  'bill-viewer.tax': str`${0} ${1}`,
  'bill-viewer.paid': 'المدفوع حتى الآن',
  'bill-viewer.kind.recurring': 'شهري',
  'bill-viewer.kind.usage': 'استخدام',
  'bill-viewer.kind.one-off': 'مرة واحدة',
  'bill-viewer.kind.discount': 'خصم',
  'bill-viewer.kind.credit': 'رصيد مُعاد',
  'bill-viewer.kind.penalty': 'غرامة تأخير',
  'bill-viewer.kind.instalment': 'قسط',
};
