/** The files of a drop, those in dropped folders too. Hidden files (such as a Mac's `._run.fit`) are no runs of anybody. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  // The list empties itself once the event is over, so every entry is taken before the first wait.
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? [item.webkitGetAsEntry()] : []));
  if (entries.some((entry) => entry === null)) return [...transfer.files];
  const found = await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])));
  return found.flat().filter((file) => !file.name.startsWith('.'));
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A folder is read in pieces until one is empty.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) return files;
    for (const one of piece) files.push(...(await filesBelow(one)));
  }
}
