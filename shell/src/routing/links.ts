/** Turns clicks on links to pages of the portal, also inside portlets, into navigation without a reload. */
export function followLinks(isOurs: (path: string) => boolean, navigate: (path: string) => void, root: Document = document): () => void {
  const onClick = (event: MouseEvent) => {
    const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!anchor || !isPlain(event) || !staysHere(anchor) || !isOurs(anchor.pathname)) return;
    event.preventDefault();
    navigate(anchor.pathname + anchor.search + anchor.hash);
  };
  root.addEventListener('click', onClick);
  return () => {
    root.removeEventListener('click', onClick);
  };
}

/** Anything else is a wish of the person's: new tab, new window, download. */
function isPlain({ button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey && !defaultPrevented;
}

function staysHere(anchor: HTMLAnchorElement): boolean {
  if (anchor.target && anchor.target !== '_self') return false;
  if (anchor.hasAttribute('download') || anchor.origin !== location.origin) return false;
  // A skip link is the browser's own business.
  return !(anchor.hash && anchor.pathname === location.pathname && anchor.search === location.search);
}
