import { define } from '@faceplate/portlet-kit';
import { AccountSwitchElement } from './components/account-switch.element.ts';
import { IdleWarningElement } from './components/idle-warning.element.ts';
import { NavigationElement } from './components/navigation.element.ts';
import { PortalElement } from './components/portal.element.ts';
import { SettingsPanelElement } from './components/settings-panel.element.ts';
import { ToastsElement } from './components/toasts.element.ts';
import { HomeElement } from './home/home.element.ts';
import { OutletElement } from './loading/outlet.element.ts';

define('fp-outlet', OutletElement);
define('fp-home', HomeElement);
define('fp-navigation', NavigationElement);
define('fp-account-switch', AccountSwitchElement);
define('fp-settings-panel', SettingsPanelElement);
define('fp-toasts', ToastsElement);
define('fp-idle-warning', IdleWarningElement);
define('fp-portal', PortalElement);
