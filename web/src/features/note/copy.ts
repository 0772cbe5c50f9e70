/** Puts a text on the clipboard, and says whether it is there. Some browsers allow it only from a page with a secure address. */
export async function copy(text: string): Promise<boolean> {
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  if (!clipboard) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
