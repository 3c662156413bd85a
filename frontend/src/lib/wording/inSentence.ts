/** For a label that comes inside a sentence: "Gratis" after a comma is "gratis". */
export function inSentence(label: string): string {
  const second = label.charAt(1)
  const isAbbreviation = second !== '' && second === second.toUpperCase() && /\p{L}/u.test(second)
  if (isAbbreviation) return label
  // The one capital of our languages that is not a single letter when it is small.
  const first = label.startsWith('İ') ? 'i' : label.charAt(0).toLowerCase()
  return first + label.slice(1)
}
