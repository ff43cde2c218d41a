/** The window's own origin on the desktop: a scheme that no browser and no other app serves. */
export const PAGE_SCHEME = 'app';
const PAGE_ORIGIN = 'app://perennial';
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`;

/** Whether an address belongs to the page that this app serves. */
export function isOwnAddress(address: string): boolean {
  return address === PAGE_ORIGIN || address.startsWith(PAGE_ADDRESS);
}
