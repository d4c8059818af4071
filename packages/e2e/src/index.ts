export { openBrowser } from './browser/browser.ts';
export { messageOf, stopWithUs } from './command.ts';
export { PortalPage } from './pages/portal.page.ts';
export { textOf } from './pages/watch.ts';
export { type RunningProduct, runProduct } from './product/running-product.ts';
