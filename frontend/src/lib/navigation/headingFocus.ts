/**
 * After a move to another page the focus goes to its h1, so that a screen reader tells where the
 * visitor is. The h1 may come later than the move, when the page still has to ask for its content;
 * so the move leaves a note here and the heading takes it.
 */
let waiting = false

export function requestHeadingFocus(): void {
  waiting = true
}

export function takeHeadingFocus(): boolean {
  const wanted = waiting
  waiting = false
  return wanted
}
