/** What the pages say on which somebody makes an account, and the letters that go with it. */
export interface RegisterWords {
  title: (operator: string) => string;
  intro: string;
  email: string;
  send: string;
  haveAccount: string;
  noAccount: string;
  sentTitle: string;
  sent: (email: string) => string;
  mailbox: string;
  code: string;
  codeHint: string;
  name: string;
  password: string;
  passwordHint: string;
  create: string;
  again: string;
  other: string;
  problems: Record<RegisterProblem, string>;
  mailSubject: (operator: string) => string;
  mailCode: (code: string) => string;
  mailKnown: string;
  mailboxTitle: string;
  mailboxText: string;
  show: string;
  noMail: string;
}

export type RegisterProblem = 'email-wrong' | 'too-many' | 'code-wrong' | 'code-over' | 'name-missing' | 'password-short';

const en: RegisterWords = {
  title: (operator) => `Make an account with ${operator}`,
  intro: 'We send a code to your e-mail address. What you ordered under that address is then in your account.',
  email: 'E-mail address',
  send: 'Send me a code',
  haveAccount: 'I have an account: sign in',
  noAccount: 'I have no account: make one',
  sentTitle: 'Look at your e-mail',
  sent: (email) => `If ${email} can be used for a new account, a code is there now. It is good for 10 minutes.`,
  mailbox: 'Demonstration: open the mailbox of this address',
  code: 'Code from the e-mail',
  codeHint: 'Six digits.',
  name: 'Your name',
  password: 'Choose a password',
  passwordHint: 'At least 8 characters.',
  create: 'Make the account',
  again: 'Send another code',
  other: 'Use another address',
  problems: {
    'email-wrong': 'That is no e-mail address. It looks like name@example.com.',
    'too-many': 'Too many codes were asked for. Try again in an hour.',
    'code-wrong': 'The code is not right. Look at the newest e-mail and try again.',
    'code-over': 'The code was tried too often, or is too old. Ask for another.',
    'name-missing': 'Type your name.',
    'password-short': 'The password needs at least 8 characters.',
  },
  mailSubject: (operator) => `Your account with ${operator}`,
  mailCode: (code) => `Your code is ${code}. Type it on the page you came from. It is good for 10 minutes. If you did not ask for it, do nothing.`,
  mailKnown: 'Somebody, probably you, wanted to make an account with this address. There is one already: sign in with it. If it was not you, do nothing.',
  mailboxTitle: 'Mailbox of the demonstration',
  mailboxText: 'No mail leaves this machine. Here is what would have been sent to an address.',
  show: 'Show the mail',
  noMail: 'There is nothing for this address.',
};

const de: RegisterWords = {
  title: (operator) => `Ein Konto bei ${operator} anlegen`,
  intro: 'Wir schicken einen Code an Ihre E-Mail-Adresse. Was Sie unter dieser Adresse bestellt haben, finden Sie dann in Ihrem Konto.',
  email: 'E-Mail-Adresse',
  send: 'Code schicken',
  haveAccount: 'Ich habe ein Konto: anmelden',
  noAccount: 'Ich habe kein Konto: eines anlegen',
  sentTitle: 'Sehen Sie in Ihre E-Mails',
  sent: (email) => `Wenn ${email} für ein neues Konto geht, liegt dort jetzt ein Code. Er gilt 10 Minuten.`,
  mailbox: 'Vorführung: Postfach dieser Adresse öffnen',
  code: 'Code aus der E-Mail',
  codeHint: 'Sechs Ziffern.',
  name: 'Ihr Name',
  password: 'Passwort wählen',
  passwordHint: 'Mindestens 8 Zeichen.',
  create: 'Konto anlegen',
  again: 'Neuen Code schicken',
  other: 'Andere Adresse verwenden',
  problems: {
    'email-wrong': 'Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.com.',
    'too-many': 'Es wurden zu viele Codes angefordert. Versuchen Sie es in einer Stunde noch einmal.',
    'code-wrong': 'Der Code stimmt nicht. Sehen Sie in die neueste E-Mail und versuchen Sie es noch einmal.',
    'code-over': 'Der Code wurde zu oft versucht oder ist zu alt. Fordern Sie einen neuen an.',
    'name-missing': 'Geben Sie Ihren Namen ein.',
    'password-short': 'Das Passwort braucht mindestens 8 Zeichen.',
  },
  mailSubject: (operator) => `Ihr Konto bei ${operator}`,
  mailCode: (code) => `Ihr Code ist ${code}. Geben Sie ihn auf der Seite ein, von der Sie kommen. Er gilt 10 Minuten. Wenn Sie ihn nicht angefordert haben, tun Sie nichts.`,
  mailKnown: 'Jemand, vermutlich Sie, wollte mit dieser Adresse ein Konto anlegen. Es gibt schon eines: Melden Sie sich damit an. Wenn Sie es nicht waren, tun Sie nichts.',
  mailboxTitle: 'Postfach der Vorführung',
  mailboxText: 'Keine E-Mail verlässt diesen Rechner. Hier steht, was an eine Adresse gegangen wäre.',
  show: 'E-Mails zeigen',
  noMail: 'Für diese Adresse liegt nichts vor.',
};

const ar: RegisterWords = {
  title: (operator) => `إنشاء حساب لدى ${operator}`,
  intro: 'نرسل رمزًا إلى بريدك الإلكتروني. ما طلبته بهذا العنوان تجده بعد ذلك في حسابك.',
  email: 'البريد الإلكتروني',
  send: 'أرسل لي رمزًا',
  haveAccount: 'لدي حساب: تسجيل الدخول',
  noAccount: 'ليس لدي حساب: إنشاء حساب',
  sentTitle: 'انظر في بريدك',
  sent: (email) => `إذا كان ${email} يصلح لحساب جديد فستجد فيه رمزًا الآن، صالحًا لعشر دقائق.`,
  mailbox: 'عرض توضيحي: فتح صندوق هذا العنوان',
  code: 'الرمز من الرسالة',
  codeHint: 'ستة أرقام.',
  name: 'اسمك',
  password: 'اختر كلمة مرور',
  passwordHint: '8 أحرف على الأقل.',
  create: 'إنشاء الحساب',
  again: 'أرسل رمزًا آخر',
  other: 'استعمل عنوانًا آخر',
  problems: {
    'email-wrong': 'هذا ليس بريدًا إلكترونيًا. يبدو هكذا: name@example.com.',
    'too-many': 'طُلبت رموز كثيرة. حاول مرة أخرى بعد ساعة.',
    'code-wrong': 'الرمز غير صحيح. انظر في أحدث رسالة وحاول مرة أخرى.',
    'code-over': 'جُرب الرمز مرات كثيرة أو انتهت مدته. اطلب رمزًا آخر.',
    'name-missing': 'اكتب اسمك.',
    'password-short': 'تحتاج كلمة المرور إلى 8 أحرف على الأقل.',
  },
  mailSubject: (operator) => `حسابك لدى ${operator}`,
  mailCode: (code) => `رمزك هو ${code}. اكتبه في الصفحة التي جئت منها. وهو صالح لعشر دقائق. إن لم تطلبه فلا تفعل شيئًا.`,
  mailKnown: 'أراد شخص ما، لعله أنت، إنشاء حساب بهذا العنوان. يوجد حساب به من قبل: سجل الدخول به. إن لم تكن أنت فلا تفعل شيئًا.',
  mailboxTitle: 'صندوق بريد العرض التوضيحي',
  mailboxText: 'لا تغادر أي رسالة هذا الجهاز. هنا ما كان سيُرسل إلى عنوان ما.',
  show: 'عرض الرسائل',
  noMail: 'لا شيء لهذا العنوان.',
};

const LANGUAGES: Readonly<Record<string, RegisterWords>> = { en, de, ar };

export const registerWords = (tag: string): RegisterWords => LANGUAGES[tag] ?? en;
