const ELEMENTS = new Set(['svg', 'g', 'path', 'line', 'circle', 'text', 'tspan', 'title', 'polygon', 'style']);
const ATTRIBUTE = /^(xmlns|viewBox|class|font-(family|size|weight)|text-anchor|fill|stroke(-\w+)*|d|x|y|x1|y1|x2|y2|dx|dy|cx|cy|r|points|transform|baseline-shift)$/;
const LONGEST = 60_000;

/**
 * The drawing of a molecule, with nothing in it but lines and letters: an SVG inside the page can do whatever the page
 * can, so that every element and attribute that a drawing does not need is a reason to refuse it.
 */
export function cleanDrawing(svg: string): SVGElement | null {
  if (!svg || svg.length > LONGEST) return null;
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const root = parsed.documentElement;
  if (root.nodeName !== 'svg' || parsed.querySelector('parsererror')) return null;
  for (const node of [root, ...root.querySelectorAll('*')]) {
    if (!ELEMENTS.has(node.nodeName)) return null;
    for (const attribute of node.attributes) {
      if (attribute.name !== 'role' && !ATTRIBUTE.test(attribute.name)) return null;
      if (/url\(|javascript:/i.test(attribute.value)) return null;
    }
    if (node.nodeName === 'style' && /url\(|@import/i.test(node.textContent ?? '')) return null;
  }
  return document.importNode(root, true) as unknown as SVGElement;
}
