import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { UsageMeterElement } from './usage-meter.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-usage-meter');
