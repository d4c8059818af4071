import '@faceplate/ui/define.js';
import { define } from '@faceplate/ui';
import { ContextElement } from './context.element.ts';

define('fp-context', ContextElement);
