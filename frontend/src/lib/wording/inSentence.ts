/** For a label that comes inside a sentence: "Gratis" after a comma is "gratis". */
export function inSentence(label: string): string {
  const second = label.charAt(1)
  const isAbbreviation = second !== '' && second === second.toUpperCase() && /\p{L}/u.test(second)
  return isAbbreviation ? label : label.charAt(0).toLowerCase() + label.slice(1)
}
