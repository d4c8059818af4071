import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.promise.heading': 'Wie schnell sollen wir reparieren?',
  'checkout.promise.none': 'Nichts in Ihrem Warenkorb hat wählbare Servicestufen.',
  'checkout.promise.respond': '{count, plural, one {wir kümmern uns innerhalb von # Stunde} other {wir kümmern uns innerhalb von # Stunden}}',
  'checkout.promise.restore': '{count, plural, one {es geht wieder innerhalb von # Stunde} other {es geht wieder innerhalb von # Stunden}}',
  'checkout.promise.nothing': 'keine Zeit zugesagt',
  'checkout.promise.hours': str`Wir arbeiten daran: ${0}`,
  'checkout.promise.more': str`${0} im Monat`,
  'checkout.promise.same': 'so ist es jetzt gewählt',
  'checkout.promise.no-more': 'kostet dasselbe',
  'checkout.promise.breach': str`Zum Beispiel: halten wir es nicht ein, bekommen Sie ${0}. ${1}`,
};
