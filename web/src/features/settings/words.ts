/** Whether what was typed is the word asked for, whatever its capitals and blanks. */
export const saysSo = (typed: string, word: string): boolean => typed.trim().replace(/\s+/g, ' ').toLowerCase() === word.toLowerCase();
