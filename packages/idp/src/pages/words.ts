/** What the pages say. Translations are of one length class with the English, see look.md. */
export interface Words {
  dir: 'ltr' | 'rtl';
  signInTo: (operator: string) => string;
  demoTitle: string;
  demoText: string;
  username: string;
  password: string;
  passwordHint: string;
  signIn: string;
  cancel: string;
  problem: string;
  notDone: string;
  wrong: string;
  usernameMissing: string;
  passwordMissing: string;
  people: string;
  peopleHint: string;
  personas: Record<string, string>;
  endedTitle: string;
  endedText: string;
  failedTitle: string;
  failedText: string;
  reference: string;
  signedOutTitle: string;
  signedOutText: string;
  confirmTitle: string;
  signOut: string;
  stay: string;
  toPortal: string;
}

const en: Words = {
  dir: 'ltr',
  signInTo: (operator) => `Sign in to ${operator}`,
  demoTitle: 'Demonstration only',
  demoText: 'These people and their data are made up. Do not type a password you use anywhere else.',
  username: 'Username',
  password: 'Password',
  passwordHint: 'Everybody’s password is “demo”.',
  signIn: 'Sign in',
  cancel: 'Cancel',
  problem: 'You are not signed in yet',
  notDone: 'This is not done yet',
  wrong: 'The username and password do not belong together. Check both and try again.',
  usernameMissing: 'Type a username.',
  passwordMissing: 'Type the password.',
  people: 'Who you can be',
  peopleHint: 'Choose a person to fill in the username.',
  personas: { consumer: 'Consumer', business: 'Business', dealer: 'Dealer', agent: 'Agent' },
  endedTitle: 'This sign-in has ended',
  endedText: 'It was finished already, or it waited too long. Start again from the portal.',
  failedTitle: 'Signing in did not work',
  failedText: 'The request could not be understood, so nothing was done. Start again from the portal.',
  reference: 'Reference',
  signedOutTitle: 'You are signed out',
  signedOutText: 'You can close this page, or go back to the portal.',
  confirmTitle: 'Do you want to sign out?',
  signOut: 'Sign out',
  stay: 'Stay signed in',
  toPortal: 'Go to the portal',
};

const de: Words = {
  dir: 'ltr',
  signInTo: (operator) => `Bei ${operator} anmelden`,
  demoTitle: 'Nur zur Vorführung',
  demoText: 'Diese Personen und ihre Daten sind erfunden. Geben Sie kein Passwort ein, das Sie anderswo benutzen.',
  username: 'Benutzername',
  password: 'Passwort',
  passwordHint: 'Das Passwort ist für alle „demo“.',
  signIn: 'Anmelden',
  cancel: 'Abbrechen',
  problem: 'Sie sind noch nicht angemeldet',
  notDone: 'Das ist noch nicht fertig',
  wrong: 'Benutzername und Passwort passen nicht zusammen. Prüfen Sie beide und versuchen Sie es noch einmal.',
  usernameMissing: 'Geben Sie einen Benutzernamen ein.',
  passwordMissing: 'Geben Sie das Passwort ein.',
  people: 'Wer Sie sein können',
  peopleHint: 'Wählen Sie eine Person, um den Benutzernamen einzusetzen.',
  personas: { consumer: 'Privatkunde', business: 'Geschäftskunde', dealer: 'Händler', agent: 'Kundenberater' },
  endedTitle: 'Diese Anmeldung ist beendet',
  endedText: 'Sie wurde schon abgeschlossen oder hat zu lange gewartet. Beginnen Sie im Portal noch einmal.',
  failedTitle: 'Die Anmeldung hat nicht geklappt',
  failedText: 'Die Anfrage war nicht zu verstehen, es ist nichts geschehen. Beginnen Sie im Portal noch einmal.',
  reference: 'Kennung',
  signedOutTitle: 'Sie sind abgemeldet',
  signedOutText: 'Sie können diese Seite schließen oder zum Portal zurückgehen.',
  confirmTitle: 'Möchten Sie sich abmelden?',
  signOut: 'Abmelden',
  stay: 'Angemeldet bleiben',
  toPortal: 'Zum Portal',
};

const ar: Words = {
  dir: 'rtl',
  signInTo: (operator) => `تسجيل الدخول إلى ${operator}`,
  demoTitle: 'للعرض التوضيحي فقط',
  demoText: 'هؤلاء الأشخاص وبياناتهم غير حقيقيين. لا تكتب كلمة مرور تستخدمها في مكان آخر.',
  username: 'اسم المستخدم',
  password: 'كلمة المرور',
  passwordHint: 'كلمة المرور للجميع هي “demo”.',
  signIn: 'تسجيل الدخول',
  cancel: 'إلغاء',
  problem: 'لم يتم تسجيل دخولك بعد',
  notDone: 'لم يكتمل هذا بعد',
  wrong: 'اسم المستخدم وكلمة المرور غير متطابقين. تحقق منهما وحاول مرة أخرى.',
  usernameMissing: 'اكتب اسم المستخدم.',
  passwordMissing: 'اكتب كلمة المرور.',
  people: 'من يمكنك أن تكون',
  peopleHint: 'اختر شخصًا لملء اسم المستخدم.',
  personas: { consumer: 'فرد', business: 'شركة', dealer: 'موزع', agent: 'موظف خدمة' },
  endedTitle: 'انتهت محاولة الدخول هذه',
  endedText: 'لقد اكتملت من قبل أو انتظرت طويلًا. ابدأ من جديد من البوابة.',
  failedTitle: 'لم ينجح تسجيل الدخول',
  failedText: 'تعذر فهم الطلب ولم يحدث شيء. ابدأ من جديد من البوابة.',
  reference: 'المرجع',
  signedOutTitle: 'تم تسجيل خروجك',
  signedOutText: 'يمكنك إغلاق هذه الصفحة أو العودة إلى البوابة.',
  confirmTitle: 'هل تريد تسجيل الخروج؟',
  signOut: 'تسجيل الخروج',
  stay: 'البقاء مسجلًا',
  toPortal: 'إلى البوابة',
};

const LANGUAGES: Record<string, Words> = { en, de, ar };

export interface Language {
  tag: string;
  words: Words;
}

/** First language of the wish list that we speak; English when none is. */
export function chooseLanguage(wishes: string): Language {
  for (const wish of wishes.split(/[\s,]+/)) {
    const tag = (wish.split(/[-;]/)[0] ?? '').toLowerCase();
    const words = Object.hasOwn(LANGUAGES, tag) ? LANGUAGES[tag] : undefined;
    if (words) return { tag, words };
  }
  return { tag: 'en', words: en };
}
