import { ChartBarsElement } from './chart-bars.element.ts';
import { define } from './define-once.ts';

// A door of its own: who draws no chart should not carry one.
define('fp-chart-bars', ChartBarsElement);
