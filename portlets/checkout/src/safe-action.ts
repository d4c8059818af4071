/** Where a payment goes on, if that is a page of the web: an answer must not be able to name a script. */
export function safeAction({ action }: { action?: { url: string } | undefined }): { href: string; host: string } | undefined {
  const url = action && URL.parse(action.url);
  return url && /^https?:$/.test(url.protocol) ? { href: url.href, host: url.host } : undefined;
}

/** Takes the whole tab there, as a click on a link does; `root` stands on the page. */
export function goThere(root: ParentNode, href: string): void {
  const link = Object.assign(document.createElement('a'), { href, target: '_top', hidden: true });
  root.append(link);
  link.click();
  link.remove();
}
