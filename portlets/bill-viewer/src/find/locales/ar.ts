import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.found.heading': str`البنود التي فيها «${0}»`,
  'bill-viewer.found.count': '{count, plural, zero {لا بنود} one {بند واحد} two {بندان} few {# بنود} many {# بندًا} other {# بند}}',
  'bill-viewer.found.newest': str`أحدث ${0} من ${1}. زد الكلمات لتجد أقل.`,
  'bill-viewer.found.none': str`لا بند فيه «${0}»`,
  'bill-viewer.found.none.help': 'جرّب كلمة أقصر، أو اعرض جميع الحسابات والسنوات.',
  'bill-viewer.found.end': 'العودة إلى جميع الفواتير',
  'bill-viewer.found.lines': 'البنود التي وُجدت',
  'bill-viewer.found.line': 'البند',
  'bill-viewer.found.amount': 'مع الضريبة',
  'bill-viewer.found.before-tax': 'قبل الضريبة',
  'bill-viewer.found.more':
    '{count, plural, zero {لا مزيد} one {عرض بند آخر} two {عرض بندين آخرين} few {عرض # بنود أخرى} many {عرض # بندًا آخر} other {عرض # بند آخر}}',
};
