import { define } from '@faceplate/portlet-kit';
import { ActingBarElement } from './acting-bar.element.ts';

define('fp-acting-bar', ActingBarElement);
