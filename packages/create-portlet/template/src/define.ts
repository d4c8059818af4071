import '@faceplate/portlet-kit/define.js';
import { define } from '@faceplate/portlet-kit';
import { SamplePortletElement } from './sample-portlet.element.ts';

define('fp-sample-portlet', SamplePortletElement);

declare global {
  interface HTMLElementTagNameMap {
    'fp-sample-portlet': SamplePortletElement;
  }
}
