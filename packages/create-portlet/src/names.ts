/** The forms in which a portlet's name stands in its files. */
export interface PortletNames {
  /** `data-usage` */
  readonly name: string;
  /** `DataUsage` */
  readonly pascal: string;
  /** `Data usage` */
  readonly title: string;
}

/** @throws Error that says what a name may be. */
export function portletNames(name: string): PortletNames {
  if (!/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name)) {
    throw new Error(`"${name}" is no name for a portlet: small letters, digits and single hyphens, as in data-usage.`);
  }
  const words = name.split('-');
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return { name, pascal: words.map(capital).join(''), title: capital(words.join(' ')) };
}
