export { runProbe } from './command.ts';
export { APIS } from './landscape/apis.ts';
export { composeReport } from './report/compose.ts';
export { pageReport } from './report/page.ts';
export { Report } from './report/schema.ts';
export { survey, type SurveyOptions } from './survey.ts';
