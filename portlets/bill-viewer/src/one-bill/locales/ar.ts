import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.bill.heading': str`الفاتورة ${0}`,
  'bill-viewer.to-pay': 'المبلغ المطلوب',
  'bill-viewer.until': str`تستحق في ${0}`,
  'bill-viewer.of-total': str`من ${0}:`,
  'bill-viewer.part-paid': str`${0} مدفوعة`,
  'bill-viewer.booked': 'كيف دُفعت',
  'bill-viewer.part-credited': str`${0} أُعيدت إليك`,
  'bill-viewer.part-held-back': str`${0} معلّقة ريثما ننظر في اعتراضك`,
  'bill-viewer.what-for': 'مقابل ماذا',
  'bill-viewer.what-for-net': 'مقابل ماذا، قبل الضريبة',
  'bill-viewer.for-whole-account': 'للحساب كله',
  'bill-viewer.first-bill': 'هذه أول فاتورة على هذا الحساب، فلا توجد فاتورة للمقارنة.',
  'bill-viewer.change.same': str`مثل ${0}`,
  'bill-viewer.change.more': str`أكثر بمقدار ${0} من ${1}`,
  'bill-viewer.change.more-mostly': str`أكثر بمقدار ${0} من ${1}، ومعظمه ${2}`,
  'bill-viewer.change.less': str`أقل بمقدار ${0} من ${1}`,
  'bill-viewer.change.less-mostly': str`أقل بمقدار ${0} من ${1}، ومعظمه ${2}`,
  'bill-viewer.change.why': 'لماذا تغيّرت؟',
  'bill-viewer.change.none': 'لا يمكننا الآن مقارنتها بالفاتورة السابقة.',
  'bill-viewer.more-groups': '{count, plural, zero {لا مزيد} one {واحد آخر} two {اثنان آخران} few {# أخرى} many {# أخرى} other {# أخرى}}',
};
