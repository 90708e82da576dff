// Carries the Exif part of a JPEG over to a smaller copy that is drawn upright.
const EXIF = 0xffe1, ORIENTATION = 0x0112, START = 0xffda;

// The bytes of the Exif segment, its marker included; null when there is none.
function segment(bytes) {
  const view = new DataView(bytes.buffer);
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 < view.byteLength;) {
    const marker = view.getUint16(at), length = view.getUint16(at + 2);
    if (marker === START || marker < 0xff00) return null;
    if (marker === EXIF && view.getUint32(at + 4) === 0x45786966) return bytes.slice(at, at + 2 + length);
    at += 2 + length;
  }
  return null;
}

// The pixels stand upright already: a viewer must not turn them again.
function upright(exif) {
  const view = new DataView(exif.buffer), tiff = 10;
  const little = view.getUint16(tiff) === 0x4949, first = tiff + view.getUint32(tiff + 4, little);
  for (let n = 0; n < view.getUint16(first, little); n += 1) {
    const entry = first + 2 + n * 12;
    if (view.getUint16(entry, little) === ORIENTATION) view.setUint16(entry + 8, 1, little);
  }
  return exif;
}

export async function withExif(original, copy) {
  const exif = segment(new Uint8Array(await original.slice(0, 262144).arrayBuffer()));
  if (!exif) return copy;
  return new Blob([copy.slice(0, 2), upright(exif), copy.slice(2)], { type: "image/jpeg" });
}
