// What axe leaves undecided, and what the large version promises: our own arithmetic over computed styles.
window.judge = (() => {
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ratio = (a, b) => {
    const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
    return (x + 0.05) / (y + 0.05);
  };
  const over = (front, alpha, back) => front.slice(0, 3).map((c, i) => c * alpha + back[i] * (1 - alpha));
  const named = (one) => one.outerHTML.slice(0, 120).replace(/\s+/g, " ");
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;

  // The colours under the middle of an element, from the front to the first that hides all behind it; null over a picture.
  const ground = (one, box) => {
    const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const start = stack.findIndex((each) => each === one || each.contains(one));
    const layers = [];
    for (const each of stack.slice(Math.max(start, 0))) {
      const style = getComputedStyle(each);
      if (each instanceof HTMLImageElement || style.backgroundImage.includes("url(")) return null;
      const svg = each instanceof SVGGeometryElement;
      if (each instanceof SVGTextContentElement) continue;
      const told = svg ? (style.fill === "none" ? "" : style.fill) : style.backgroundColor;
      const [r, g, b, a = 1] = parts(told);
      if (r === undefined || told.startsWith("url")) continue;
      const alpha = a * (svg ? Number(style.fillOpacity) : 1);
      if (alpha) layers.push([[r, g, b], alpha]);
      if (alpha === 1) break;
    }
    return layers.reverse().reduce((back, [colour, alpha]) => over(colour, alpha, back), [255, 255, 255]);
  };

  const contrast = (selectors) => selectors.flatMap((selector) => {
    const one = document.querySelector(selector);
    if (!one || !seen(one)) return [];
    one.scrollIntoView({ block: "center" });
    const style = getComputedStyle(one), text = one instanceof SVGTextContentElement;
    const halo = text && style.paintOrder.startsWith("stroke") && parseFloat(style.strokeWidth) >= 3;
    const back = halo ? parts(style.stroke) : ground(one, one.getBoundingClientRect());
    if (!back) return [`text over a picture: ${named(one)}`];
    const [r, g, b, a = 1] = parts(text ? style.fill : style.color), size = parseFloat(style.fontSize);
    const needs = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const got = ratio(over([r, g, b], a, back), back);
    return got < needs ? [`contrast ${got.toFixed(2)}: ${named(one)}`] : [];
  });

  const large = () => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || one.closest("script,style,.sr,.skip,option,datalist,title,noscript") || !seen(one)) continue;
      const style = getComputedStyle(one), size = parseFloat(style.fontSize);
      if (size < 17.9 || size > 30.2) found.push(`text of ${size} px: ${named(one)}`);
      if (!(one instanceof SVGElement) && parseFloat(style.lineHeight) < size * 1.29) found.push(`lines too near: ${named(one)}`);
    }
    for (const one of document.querySelectorAll("a[href],button,input:not([type=hidden]),select,textarea,summary")) {
      // A list beside a map says the same as its shapes.
      if (!seen(one) || one.matches(".skip,svg [tabindex='-1']") || one.closest("label.check")) continue;
      const sentence = [...one.parentElement.childNodes].some((n) => n !== one && (n.nodeType === 3 && n.data.trim()));
      if (sentence && one.matches("a")) continue;
      if (one.getBoundingClientRect().height < 59.5) found.push(`target of ${Math.round(one.getBoundingClientRect().height)} px: ${named(one)}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push(`wider than the screen: ${document.documentElement.scrollWidth}`);
    return found;
  };

  // Everything that answers a key, and what a walk with the Tab key has reached so far.
  let within = document;
  const stops = () => [...within.querySelectorAll("a[href],button:not([disabled]),input:not([type=hidden]):not([disabled]),select:not([disabled]),textarea:not([disabled]),summary,[tabindex='0']")]
    .filter((one) => seen(one) && !one.matches("[type=radio]:not(:checked),svg [tabindex='-1']")); // a list beside a map says the same
  const reached = new Set(), dim = new Set();
  addEventListener("focusin", ({ target }) => {
    reached.add(target);
    const style = getComputedStyle(target);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) dim.add(target);
  });
  const walk = (main = false) => {
    within = main ? document.querySelector("#main") : document;
    reached.clear();
    dim.clear();
    scrollTo(0, 0);
    document.activeElement.blur();
    if (main) getSelection().setPosition(within, 0); // the walk goes on from there
    return stops().length;
  };
  const walked = () => ({
    missed: stops().filter((one) => !reached.has(one)).map((one) => `not reached: ${named(one)}`),
    dim: [...dim].map((one) => `focus is not seen: ${named(one)}`),
  });
  return { contrast, large, walk, walked, left: () => stops().filter((one) => !reached.has(one)).length };
})();
