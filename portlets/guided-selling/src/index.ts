import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export { GuidedSellingElement } from './guided-selling.element.ts';
export const { bootstrap, mount, unmount } = lifecycleFor('fp-guided-selling');
