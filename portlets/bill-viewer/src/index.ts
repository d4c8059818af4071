import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { BillViewerElement } from './bill-viewer.element.ts';
export { BillOpenedEvent } from './events.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-bill-viewer');
