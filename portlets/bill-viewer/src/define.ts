import '@faceplate/portlet-kit/define.js';
import '@faceplate/ui/define-chart-bars.js';
import { define } from '@faceplate/portlet-kit';
import { BillViewerElement } from './bill-viewer.element.ts';
import { BillListElement } from './components/bill-list.element.ts';
import { BillToolsElement } from './components/bill-tools.element.ts';

define('fp-bill-list', BillListElement);
define('fp-bill-tools', BillToolsElement);
define('fp-bill-viewer', BillViewerElement);
