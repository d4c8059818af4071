import { correction, generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';
import { svg } from 'lit';

/** Light fields around the code, without which cameras do not find it. */
const QUIET = 4;

/** A code as a picture to scan: dark on light in every scheme, as cameras want it. */
export function codePicture(code: string, label: string): unknown {
  const bitmap = generate(code, { minCorrectionLevel: correction.M });
  const side = bitmap.size + 2 * QUIET;
  return svg`<svg role="img" aria-label=${label} width="192" height="192" viewBox="${-QUIET} ${-QUIET} ${side} ${side}" shape-rendering="crispEdges">
    <rect x=${-QUIET} y=${-QUIET} width=${side} height=${side} fill="white" /><path d=${toSvgPath(bitmap)} fill="black" />
  </svg>`;
}
