/*
 * Runs in the page, where it is sent as text: each function leans on the others of this file and on nothing else.
 */

/** What stands around an element as it is shown, through shadow roots and slots. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** The element, and what stands around it, from inside to outside. */
export function up(element: Element, most = 50): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at && path.length < most; at = parentOf(at)) path.push(at);
  return path;
}

/** Everything below, in shadow roots too. */
export function deep(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
}

export function named(element: Element): string {
  const words = element.getAttribute('aria-label') ?? element.textContent;
  return `${element.localName}${element.id && `#${element.id}`} “${words.replace(/\s+/g, ' ').trim().slice(0, 30)}”`;
}

export function isThere(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && !up(element).some((at) => at.hasAttribute('inert'));
}

/** What Tab has to come to. A control out of its order is one of a group that has a stop of its own, or it is lost. */
export function isWanted(element: Element): boolean {
  const control = 'a[href], button, input, select, textarea, summary, [role="button"], [role="link"], [role="checkbox"], [role="tab"], [role="option"]';
  const group = '[role="toolbar"], [role="tablist"], [role="radiogroup"], [role="listbox"], [role="grid"], [role="tree"], [role="menu"]';
  if (!(element instanceof HTMLElement) || !element.matches(`${control}, [tabindex]`) || element.matches(':disabled') || !isThere(element)) return false;
  return element.tabIndex >= 0 || (element.matches(control) && !up(element).some((at) => at.matches(group)));
}

/** Radio buttons of one name are one stop. */
export function isOneStop(one: Element, other: Element): boolean {
  if (one === other) return true;
  const areRadios = one instanceof HTMLInputElement && other instanceof HTMLInputElement && one.type === 'radio' && other.type === 'radio';
  return areRadios && one.name === other.name && one.getRootNode() === other.getRootNode();
}

/** What draws an edge there, as a text; empty where nothing is to be seen. A part of a picture is edged by its stroke. */
function edgeOf(element: Element, pseudo?: '::before' | '::after'): string {
  const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } = getComputedStyle(element, pseudo);
  const isOutlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !/^rgba\(.*, 0\)$|transparent/.test(outlineColor);
  const outline = isOutlined ? `${outlineStyle} ${outlineWidth} ${outlineColor}` : '';
  const drawn = element instanceof SVGElement && stroke !== 'none' ? `${stroke} ${strokeWidth}` : '';
  return outline + drawn + (boxShadow === 'none' ? '' : boxShadow);
}

/** The edges of an element, of what is close around it, and of what is within: a list may mark one of its lines. */
export function ringsOf(element: Element): string[] {
  const own = [edgeOf(element, '::before'), edgeOf(element, '::after')];
  return [...own, ...up(element, 4).map((at) => edgeOf(at)), ...[...element.querySelectorAll('*')].slice(0, 200).map((at) => edgeOf(at))];
}

function elementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** Some point of it is on the screen, with nothing of others over it. */
export function isSeen(element: Element): boolean {
  const shown = element.closest('label') ?? element;
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]] as const;
  return [...shown.getClientRects()].some(({ left, top, width, height }) =>
    points.some(([x, y]) => {
      const found = elementAt(left + width * x, top + height * y);
      return found !== null && (up(found).includes(shown) || up(shown).includes(found));
    }),
  );
}

/** Where the focus is; nothing where it is on the page as a whole. */
export function focused(): Element | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return !at || at === document.body || at === document.documentElement ? undefined : at;
}

/** All of the above, as a page takes it. */
export const HELPERS = [parentOf, up, deep, named, isThere, isWanted, isOneStop, edgeOf, ringsOf, elementAt, isSeen, focused].map(String).join('\n');
