// What a camera reads in a picture of a QR code, by a decoder that is not ours.
import jsqr from 'jsqr';

const SIDE = 800;

export async function scan(page, selector) {
  await page.waitForSelector(selector);
  const pixels = await page.evaluate(async ([selector, side]) => {
    const svg = document.querySelector(selector).cloneNode(true);
    svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
    const image = new Image(side, side);
    image.src = `data:image/svg+xml,${encodeURIComponent(svg.outerHTML)}`;
    await image.decode();
    const canvas = new OffscreenCanvas(side, side).getContext('2d');
    canvas.fillStyle = 'white';
    canvas.fillRect(0, 0, side, side);
    canvas.drawImage(image, 0, 0, side, side);
    return [...canvas.getImageData(0, 0, side, side).data];
  }, [selector, SIDE]);
  return jsqr(Uint8ClampedArray.from(pixels), SIDE, SIDE)?.data;
}
