/**
 * Does a `Host` header make an address, with the name in it whole? Nothing of ours goes by it; but what stands in no
 * address (`evil-127.0.0.1` is a broken number) would fail later, as if the fault were ours.
 */
export function hostJudge(): (host: string | undefined) => boolean {
  let known: string | undefined;
  return (host) => {
    // Nearly all requests come to one name.
    if (host === undefined || host === known) return true;
    if (!URL.canParse(`http://${host}`)) return false;
    known = host;
    return true;
  };
}
