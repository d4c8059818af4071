import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { AccessLogElement } from './access-log.element.ts';
import { EndingElement } from './ending.element.ts';
import { GrantsElement } from './grants.element.ts';
import { SecurityElement } from './security.element.ts';
import { SignInsElement } from './sign-ins.element.ts';

define('fp-ending', EndingElement);
define('fp-sign-ins', SignInsElement);
define('fp-grants', GrantsElement);
define('fp-access-log', AccessLogElement);
define('fp-security', SecurityElement);
