import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'bill-viewer.pdf': 'تنزيل ملف PDF',
  'bill-viewer.papers.others': 'بصيغ أخرى',
  'bill-viewer.papers.page': 'صفحة ويب (سهلة القراءة الصوتية)',
  'bill-viewer.papers.csv': 'جدول (CSV)',
  'bill-viewer.papers.xml': 'فاتورة إلكترونية (XML)',
  'bill-viewer.papers.running': str`جارٍ إعداد ملف ${0}…`,
  'bill-viewer.papers.progress': str`${0} من ${1} من الفواتير`,
  'bill-viewer.papers.done': str`ملف ${0} في مجلد التنزيلات.`,
  'bill-viewer.papers.failed': str`تعذّر إعداد ملف ${0}. حاول مرة أخرى.`,
  'bill-viewer.papers.unfit': 'لا يمكن تحويل هذه الفاتورة إلى فاتورة إلكترونية. استخدم ملف PDF.',
  'bill-viewer.papers.heading': 'المستندات',
  'bill-viewer.papers.year': 'جميع فواتير',
  'bill-viewer.papers.zip': 'تنزيل كملف واحد (ZIP)',
  'bill-viewer.papers.stop': 'إيقاف',
  'bill-viewer.papers.statement': 'كشف حساب',
  'bill-viewer.papers.statement.help': 'ما حُسب ودُفع بين يومين وما بقي: للمؤجر أو الانتقال أو الضرائب.',
  'bill-viewer.papers.account': 'الحساب',
  'bill-viewer.papers.from': 'من',
  'bill-viewer.papers.to': 'إلى',
  'bill-viewer.papers.statement.pdf': 'تنزيل الكشف',
};
