import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.promise.heading': 'ما السرعة التي نصلح بها؟',
  'checkout.promise.none': 'لا شيء في سلّتك له مستويات خدمة للاختيار.',
  'checkout.promise.respond': '{count, plural, zero {نستجيب فورًا} one {نستجيب خلال ساعة واحدة} two {نستجيب خلال ساعتين} few {نستجيب خلال # ساعات} many {نستجيب خلال # ساعة} other {نستجيب خلال # ساعة}}',
  'checkout.promise.restore': '{count, plural, zero {يعود للعمل فورًا} one {يعود للعمل خلال ساعة واحدة} two {يعود للعمل خلال ساعتين} few {يعود للعمل خلال # ساعات} many {يعود للعمل خلال # ساعة} other {يعود للعمل خلال # ساعة}}',
  'checkout.promise.nothing': 'لا وقت موعود',
  'checkout.promise.hours': str`نعمل على ذلك: ${0}`,
  'checkout.promise.more': str`${0} في الشهر`,
  'checkout.promise.same': 'المختار الآن',
  'checkout.promise.no-more': 'بالسعر نفسه',
  'checkout.promise.breach': str`مثال: إن أخللنا به ندفع لك ${0}. ${1}`,
};
