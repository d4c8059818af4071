import { msg } from '@faceplate/localize';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SettingsChangedEvent } from '../events.ts';
import { BRANDS, LANGUAGES, type Settings } from '../settings/settings.ts';
import { LightElement } from './light.element.ts';

/**
 * Language, light or dark, and whose colours.
 *
 * @summary How the portal looks and speaks.
 * @tagname fp-settings-panel
 *
 * @fires {SettingsChangedEvent} fp-settings-changed - The person chose.
 */
export class SettingsPanelElement extends LightElement {
  @property({ attribute: false }) settings!: Settings;

  /** The language in force; it may be the browser's and not chosen. */
  @property() language = 'en';

  override render(): TemplateResult {
    const title = msg('Display', { id: 'shell.settings', desc: 'Button that opens language and appearance settings, and the title of what opens' });
    return html`<button type="button" class="quiet" popovertarget="fp-settings">${title}</button>
      <div id="fp-settings" popover role="dialog" aria-label=${title}>
        ${this.#renderChoice('language', msg('Language', { id: 'shell.language', desc: 'Label' }), this.language, LANGUAGES)}
        ${this.#renderChoice('scheme', msg('Appearance', { id: 'shell.scheme', desc: 'Label: light or dark' }), this.settings.scheme, {
          auto: msg('As on this device', { id: 'shell.scheme.auto', desc: 'Choice: light or dark as the system says' }),
          light: msg('Light', { id: 'shell.scheme.light', desc: 'Choice of appearance' }),
          dark: msg('Dark', { id: 'shell.scheme.dark', desc: 'Choice of appearance' }),
        })}
        ${this.#renderChoice('brand', msg('Brand', { id: 'shell.brand', desc: 'Label: whose colours and shapes' }), this.settings.brand, BRANDS)}
      </div>`;
  }

  #renderChoice(name: 'language' | 'scheme' | 'brand', label: string, chosen: string, options: Readonly<Record<string, string>>): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <select name=${name} @change=${this.#onChange}>
        ${Object.entries(options).map(
          ([value, text]) => html`<option value=${value} lang=${name === 'language' ? value : ''} .selected=${value === chosen}>${text}</option>`,
        )}
      </select>
    </label>`;
  }

  #onChange(event: Event): void {
    const { name, value } = event.target as HTMLSelectElement;
    this.dispatchEvent(new SettingsChangedEvent({ [name]: value }));
  }
}
