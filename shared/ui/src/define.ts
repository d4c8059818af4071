import { define } from './define-once.ts';
import { SkeletonElement } from './skeleton.element.ts';
import { StatusMessageElement } from './status-message.element.ts';
import { TagElement } from './tag.element.ts';

define('fp-skeleton', SkeletonElement);
define('fp-status-message', StatusMessageElement);
define('fp-tag', TagElement);
