import '@faceplate/portlet-kit/define.js';
import '@faceplate/ui/define-chart-bars.js';
import { define } from '@faceplate/portlet-kit';
import { ReportCenterElement } from './report-center.element.ts';

define('fp-report-center', ReportCenterElement);
