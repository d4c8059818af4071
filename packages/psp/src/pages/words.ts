/** What the pages say. */
export interface Words {
  dir: 'ltr' | 'rtl';
  payTo: (merchant: string) => string;
  demoTitle: string;
  demoText: string;
  card: string;
  cardHint: string;
  keep: string;
  pay: (amount: string) => string;
  back: string;
  problem: string;
  refusals: Record<'insufficient-funds' | 'card-expired' | 'no-such-card', string>;
  cards: string;
  scenarios: Record<string, string>;
  confirmTitle: string;
  confirmText: (amount: string, merchant: string, card: string) => string;
  approve: string;
  refuse: string;
  goneTitle: string;
  goneText: string;
}

const en: Words = {
  dir: 'ltr',
  payTo: (merchant) => `Pay ${merchant}`,
  demoTitle: 'Demonstration only',
  demoText: 'No money moves here. Do not type the number of a real card: only the test cards below are known.',
  card: 'Card number',
  cardHint: '16 digits',
  keep: 'Keep this card for next time',
  pay: (amount) => `Pay ${amount}`,
  back: 'Go back without paying',
  problem: 'You have not paid yet',
  refusals: {
    'insufficient-funds': 'The bank says there is not enough money on this card. Try another one.',
    'card-expired': 'This card is too old to pay with. Try another one.',
    'no-such-card': 'Type the number of a test card.',
  },
  cards: 'Test cards',
  scenarios: {
    success: 'Pays',
    insufficient: 'Not enough money',
    expired: 'Card too old',
    challenge: 'The bank asks you first',
    timeout: 'The bank answers ten seconds later',
    late: 'Pays; the shop hears of it 20 seconds later',
    lost: 'Pays; the shop is never told',
    twice: 'Pays; the shop is told twice',
    reversed: 'Pays; the shop hears old news after new',
  },
  confirmTitle: 'Is that you?',
  confirmText: (amount, merchant, card) => `Your bank asks: do you want to pay ${amount} to ${merchant} with ${card}?`,
  approve: 'Yes, pay',
  refuse: 'No',
  goneTitle: 'This payment is over',
  goneText: 'There is nothing to do here any more. Go back to where you came from to see what became of it.',
};

const de: Words = {
  dir: 'ltr',
  payTo: (merchant) => `${merchant} bezahlen`,
  demoTitle: 'Nur zur Vorführung',
  demoText: 'Hier fließt kein Geld. Geben Sie keine echte Kartennummer ein: Nur die Testkarten unten sind bekannt.',
  card: 'Kartennummer',
  cardHint: '16 Ziffern',
  keep: 'Diese Karte für das nächste Mal merken',
  pay: (amount) => `${amount} bezahlen`,
  back: 'Zurück, ohne zu bezahlen',
  problem: 'Sie haben noch nicht bezahlt',
  refusals: {
    'insufficient-funds': 'Die Bank sagt, auf dieser Karte ist nicht genug Geld. Nehmen Sie eine andere.',
    'card-expired': 'Diese Karte ist abgelaufen. Nehmen Sie eine andere.',
    'no-such-card': 'Geben Sie die Nummer einer Testkarte ein.',
  },
  cards: 'Testkarten',
  scenarios: {
    success: 'Zahlt',
    insufficient: 'Nicht genug Geld',
    expired: 'Karte abgelaufen',
    challenge: 'Die Bank fragt zuerst nach',
    timeout: 'Die Bank antwortet zehn Sekunden später',
    late: 'Zahlt; der Laden erfährt es 20 Sekunden später',
    lost: 'Zahlt; der Laden erfährt es nie',
    twice: 'Zahlt; der Laden erfährt es zweimal',
    reversed: 'Zahlt; der Laden hört Altes nach Neuem',
  },
  confirmTitle: 'Sind Sie das?',
  confirmText: (amount, merchant, card) => `Ihre Bank fragt: Möchten Sie ${amount} mit ${card} an ${merchant} zahlen?`,
  approve: 'Ja, bezahlen',
  refuse: 'Nein',
  goneTitle: 'Diese Zahlung ist vorbei',
  goneText: 'Hier ist nichts mehr zu tun. Gehen Sie dorthin zurück, woher Sie kamen, und sehen Sie, was daraus wurde.',
};

const ar: Words = {
  dir: 'rtl',
  payTo: (merchant) => `ادفع إلى ${merchant}`,
  demoTitle: 'للعرض فقط',
  demoText: 'لا تنتقل هنا أي أموال. لا تكتب رقم بطاقة حقيقية: البطاقات التجريبية أدناه وحدها معروفة.',
  card: 'رقم البطاقة',
  cardHint: '16 رقمًا',
  keep: 'احفظ هذه البطاقة للمرة القادمة',
  pay: (amount) => `ادفع ${amount}`,
  back: 'عُد دون أن تدفع',
  problem: 'لم تدفع بعد',
  refusals: {
    'insufficient-funds': 'يقول البنك إن المال في هذه البطاقة لا يكفي. جرّب بطاقة أخرى.',
    'card-expired': 'انتهت صلاحية هذه البطاقة. جرّب بطاقة أخرى.',
    'no-such-card': 'اكتب رقم بطاقة تجريبية.',
  },
  cards: 'بطاقات تجريبية',
  scenarios: {
    success: 'تدفع',
    insufficient: 'المال لا يكفي',
    expired: 'انتهت الصلاحية',
    challenge: 'يسألك البنك أولًا',
    timeout: 'يجيب البنك بعد عشر ثوانٍ',
    late: 'تدفع؛ ويعلم المتجر بعد 20 ثانية',
    lost: 'تدفع؛ ولا يعلم المتجر أبدًا',
    twice: 'تدفع؛ ويعلم المتجر مرتين',
    reversed: 'تدفع؛ ويسمع المتجر القديم بعد الجديد',
  },
  confirmTitle: 'هل هذا أنت؟',
  confirmText: (amount, merchant, card) => `يسألك البنك: هل تريد دفع ${amount} إلى ${merchant} بالبطاقة ${card}؟`,
  approve: 'نعم، ادفع',
  refuse: 'لا',
  goneTitle: 'انتهت هذه الدفعة',
  goneText: 'لم يبق ما تفعله هنا. عُد إلى حيث أتيت لترى ما آلت إليه.',
};

const ALL: Readonly<Record<string, Words>> = { en, de, ar };

export interface Language {
  tag: string;
  words: Words;
}

/** The first language of `Accept-Language` that is spoken here; English otherwise. */
export function chooseLanguage(accepted: string | undefined): Language {
  const asked = (accepted ?? '').split(',').map((part) => {
    const [tag = '', q = 'q=1'] = part.trim().toLowerCase().split(';');
    return { tag: tag.split('-')[0] ?? '', weight: Number(/q=([\d.]+)/.exec(q)?.[1] ?? 1) };
  });
  const [first] = asked.filter(({ tag }) => Object.hasOwn(ALL, tag)).toSorted((one, other) => other.weight - one.weight);
  const tag = first?.tag ?? 'en';
  return { tag, words: ALL[tag] ?? en };
}
