/** As wide as the server keeps a photo, and for a photo on its side as high. */
const LONGEST = 2000
/** What is smaller than this is sent as it is. */
const SMALL_BYTES = 1_500_000
const QUALITY = 0.88

/**
 * A large photo made smaller, so that it is sent in seconds from a telephone; anything else, and
 * what this browser cannot read, as it came. The server looks at it all the same.
 */
export async function shrink(file: Blob): Promise<Blob> {
  if (file.size <= SMALL_BYTES) return file
  try {
    const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST / Math.max(image.width, image.height))
    const width = Math.round(image.width * scale)
    const height = Math.round(image.height * scale)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const drawing = canvas.getContext('2d')
    if (!drawing) return file
    // Where it is clear, JPEG would make it black.
    drawing.fillStyle = 'white'
    drawing.fillRect(0, 0, width, height)
    drawing.drawImage(image, 0, 0, width, height)
    image.close()
    const smaller = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', QUALITY)
    })
    return smaller && smaller.size < file.size ? smaller : file
  } catch {
    return file
  }
}
