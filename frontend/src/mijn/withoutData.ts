/** For `dataOf`: a call that answers without content when it goes well. */
export const withoutData = (call: Promise<{ error?: unknown; response: Response }>) =>
  call.then(({ error, response }) => ({ data: null, error, response }))
