import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { UsageMeterElement } from './usage-meter.element.ts';

define('fp-usage-meter', UsageMeterElement);
