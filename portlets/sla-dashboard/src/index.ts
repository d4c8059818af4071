import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { SlaDashboardElement } from './sla-dashboard.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-sla-dashboard');
