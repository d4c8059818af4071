import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { ReportSavedEvent } from './events.ts';
export { ReportCenterElement } from './report-center.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-report-center');
