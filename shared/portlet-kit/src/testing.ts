import { createClient } from '@faceplate/client';
import type { PortletElement } from './portlet.element.ts';
import type { PortletServices } from './services.ts';

/** A portlet under test with what it asked of its surroundings. */
export interface OpenPortlet<E extends HTMLElement> {
  element: E;
  /** Paths the portlet wanted to go to. */
  visited: string[];
  /** What it reported as failed. */
  reported: unknown[];
  /** Resolves when `found` gives something to see; the wait is the test's own time limit. */
  until<T>(found: () => T): Promise<T>;
}

export interface OpenOptions {
  locale?: string;
  attributes?: Record<string, string>;
}

/**
 * Puts a portlet on the page with a client of its own, so that nothing is known
 * from the test before. The calls go through `fetch`, to whatever answers there.
 */
export function openPortlet<E extends HTMLElement = PortletElement>(tag: string, options: OpenOptions = {}): OpenPortlet<E> {
  const visited: string[] = [];
  const reported: unknown[] = [];
  const services: PortletServices = {
    client: createClient({ gateway: '' }),
    locale: options.locale ?? 'en-GB',
    navigate: (path) => visited.push(path),
    report: (cause) => reported.push(cause),
  };
  const element = document.createElement(tag) as E;
  Object.assign(element, { services });
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  document.body.append(element);
  return { element, visited, reported, until };
}

/** Removes every portlet that a test put on the page. Call it after each test. */
export function closePortlets(): void {
  document.body.replaceChildren();
}

async function until<T>(found: () => T): Promise<T> {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise(requestAnimationFrame);
  }
}

/** The words of an element as a person reads them; empty when there is no such element. */
export const textOf = (found: Element | null | undefined): string => found?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * Presses the first button whose words begin with `name`, in any of the parts (shadow roots of inner elements, say).
 *
 * @throws Error with the buttons there are, when there is none.
 */
export function pressIn(parts: readonly (ParentNode | null | undefined)[], name: string): void {
  const buttons = parts.flatMap((part) => [...(part?.querySelectorAll('button') ?? [])]);
  const found = buttons.find((button) => textOf(button).startsWith(name));
  if (!found) throw new Error(`no button "${name}" among: ${buttons.map(textOf).join(', ')}`);
  found.click();
}
