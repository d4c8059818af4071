import { nothing } from 'lit';
import { Directive, directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** Property names as CSS writes them (`inline-size`, `--fp-x`); `undefined` takes one off. */
export type StyleProperties = Readonly<Record<string, string | undefined>>;

class StylePropertiesDirective extends Directive {
  #names = new Set<string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('styleProperties stands in the tag: <div ${styleProperties({…})}>');
  }

  render(_properties: StyleProperties): unknown {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [StyleProperties]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of this.#names) if (properties[name] === undefined) style.removeProperty(name);
    for (const [name, value] of Object.entries(properties)) if (value !== undefined) style.setProperty(name, value);
    this.#names = new Set(Object.keys(properties));
    return nothing;
  }
}

/** `<div ${styleProperties({ '--share': '40%' })}>`: what `styleMap` does, without the style attribute that a strict CSP refuses. */
export const styleProperties = directive(StylePropertiesDirective);
