import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.pdf': 'تنزيل ملف PDF',
  'bill-viewer.pdf.running': 'جارٍ إعداد ملف PDF…',
  'bill-viewer.pdf.done': 'ملف PDF في مجلد التنزيلات.',
  'bill-viewer.pdf.failed': 'تعذّر إعداد ملف PDF. حاول مرة أخرى.',
  'bill-viewer.bill.heading': str`الفاتورة ${0}`,
  'bill-viewer.to-pay': 'المبلغ المطلوب',
  'bill-viewer.until': str`تستحق في ${0}`,
};
