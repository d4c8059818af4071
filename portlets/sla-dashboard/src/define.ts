import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { SlaDetailElement } from './components/sla-detail.element.ts';
import { SlaGridElement } from './components/sla-grid.element.ts';
import { SlaDashboardElement } from './sla-dashboard.element.ts';

define('fp-sla-detail', SlaDetailElement);
define('fp-sla-grid', SlaGridElement);
define('fp-sla-dashboard', SlaDashboardElement);
