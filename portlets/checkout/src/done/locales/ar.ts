import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'checkout.done.thanks': str`شكرًا لك. تمّ تقديم الطلب ${0}`,
  'checkout.done.heading': 'طلبك',
  'checkout.done.next': 'ماذا يحدث بعد ذلك',
  'checkout.done.line': str`${0}: متوقع في ${1}`,
  'checkout.done.line-later': str`${0}: نخبرك باليوم`,
  'checkout.done.visit': str`موعد الفنّي ${0}.`,
  'checkout.done.paid': str`دُفع ${0}.`,
  'checkout.done.pay-now': str`بقي ${0} للدفع`,
  'checkout.done.pay-now.help': 'طلبك قائم. أكمل عند خدمة الدفع؛ ما لا يُدفع هناك يأتي مع فاتورتك القادمة.',
  'checkout.done.go-on': str`أكمل عند ${0}`,
  'checkout.done.processing': str`${0}: لم تقل خدمة الدفع بعد هل تمّ الدفع. لا عليك فعل شيء.`,
  'checkout.done.not-paid': str`لم يُدفع ${0}. طلبك قائم؛ ويأتي المبلغ مع فاتورتك القادمة.`,
  'checkout.done.pay-again': str`ادفع ${0} الآن`,
  'checkout.done.on-bill': 'صار هذا على فاتورة أو لم يعد مستحقًا. لا شيء للدفع هنا.',
  'checkout.done.beginning': 'جارٍ سؤال خدمة الدفع …',
  'checkout.done.follow': 'تابع الطلب',
  'checkout.done.shop-on': 'العودة إلى المتجر',
  'checkout.done.account': 'أنشئ حسابًا',
  'checkout.done.account.help': 'مع الحساب تتابع هذا الطلب على كل جهاز. نرسل رمزًا إلى بريدك الإلكتروني؛ لا شيء تكتبه من جديد.',
  'checkout.done.none': 'لا يوجد طلب هنا',
};
