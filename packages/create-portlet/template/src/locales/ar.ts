import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'sample-portlet.title': 'Sample portlet',
  'sample-portlet.empty': 'ليس لديك حساب فوترة بعد.',
  'sample-portlet.count': str`حسابات الفوترة: ${0}`,
};
