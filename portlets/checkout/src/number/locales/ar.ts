import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.number.heading': 'أي رقم هاتف؟',
  'checkout.number.for-line': str`لـ ${0}`,
  'checkout.number.held': str`${0} محجوز لك حتى ${1}`,
  'checkout.number.moves': str`رقمك ${0} ينتقل معك`,
  'checkout.number.other': 'اختر غيره',
  'checkout.number.free': 'رقم جديد',
  'checkout.number.none': 'لا يوجد رقم متاح الآن. نعطيك رقمًا مع الطلب.',
  'checkout.number.more': 'أظهر أرقامًا أخرى',
  'checkout.number.take': 'احجز لي هذا الرقم',
  'checkout.number.choose': 'اختر رقمًا أولًا.',
  'checkout.number.own': 'أحضر رقمي معي',
  'checkout.number.own-number': 'رقمك',
  'checkout.number.own.hint': 'مثل +49 30 123456. يجب أن يكون العقد القديم باسمك؛ ينتهي عندما ينتقل الرقم.',
  'checkout.number.wrong': 'هذا ليس رقم هاتف.',
  'checkout.number.provider': 'عند من هو الآن؟ (اختياري)',
  'checkout.number.on': 'ابتداءً من أي يوم؟ (اختياري)',
  'checkout.number.bring': 'أحضر هذا الرقم',
  'checkout.number.not-needed': 'لا شيء في سلّتك يحتاج إلى رقم.',
};
