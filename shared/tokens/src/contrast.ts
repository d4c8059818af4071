/** Linear-light sRGB, each channel 0 to 1. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/**
 * Reads `oklch(48% 0.15 258)`; alpha is left out. The matrices are those of CSS Color 4
 * (OKLCH → OKLab → LMS → linear sRGB); what sRGB cannot show is clipped, as a browser may do.
 */
export function parseOklch(text: string): LinearRgb {
  const [, lightness = '', chroma = '', hue = ''] = /oklch\(([\d.]+)% ([\d.]+) ([\d.]+)/.exec(text) ?? [];
  if (!hue) throw new Error(`Not an OKLCH colour: ${text}`);

  const angle = (Number(hue) * Math.PI) / 180;
  const a = Number(chroma) * Math.cos(angle);
  const b = Number(chroma) * Math.sin(angle);
  const l = (Number(lightness) / 100 + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (Number(lightness) / 100 - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (Number(lightness) / 100 - 0.0894841775 * a - 1.291485548 * b) ** 3;

  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** WCAG 2.2 contrast ratio, 1 to 21; the order of the two does not matter. */
export function contrast(one: LinearRgb, other: LinearRgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: LinearRgb): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function clip(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}
