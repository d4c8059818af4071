/**
 * Registers `tag` once a page.
 *
 * Portlets are built apart, so two builds of one tag can meet. The first one stays:
 * throwing here would leave the second bundle half loaded and its portlet empty.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) console.warn(`<${tag}> is already defined; this build's copy is ignored.`);
}
