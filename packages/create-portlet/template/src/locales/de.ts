import { str, type Templates } from '@faceplate/localize';

export const templates: Templates = {
  'sample-portlet.title': 'Sample portlet',
  'sample-portlet.empty': 'Sie haben noch kein Rechnungskonto.',
  'sample-portlet.count': str`Rechnungskonten: ${0}`,
};
