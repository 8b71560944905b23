import UPNG from 'upng-js';

/** Enough for letters on two or three backgrounds; a picture of a screen has little else. */
const colours = 48;

/** The same picture with a palette: a third of its size. */
export function smallPng(png: Buffer): Buffer {
  const image = UPNG.decode(Uint8Array.from(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours));
}
