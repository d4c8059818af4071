import './define.ts';
import { lifecycleFor } from '@faceplate/portlet-kit';

export const { bootstrap, mount, unmount } = lifecycleFor('fp-sample-portlet');
